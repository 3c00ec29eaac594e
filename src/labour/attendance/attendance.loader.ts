import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { AgreementTerms } from '../agreements/terms.js';
import type { PlacementState } from '../placements/placement.states.js';
import { workingTerms, type WorkingTerms } from '../working-time/working-time.rules.js';

/** A placement as attendance needs it. */
export interface PlacementFacts {
  readonly id: string;
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: PlacementState;
  readonly endedAt: Date | null;
  readonly terms: WorkingTerms;
}

type FactsRow = Omit<PlacementFacts, 'terms'> & {
  readonly shift: WorkingTerms['shift'];
  readonly agreed: AgreementTerms | null;
};

/** With the terms of the agreement's newest version; a direct placement has none. */
const factsSql = `
  SELECT p.id, p.worker_id AS "workerId", p.host_id AS "hostId", p.lender_id AS "lenderId", p.starts_on::text AS "startsOn",
         p.ends_on::text AS "endsOn", p.state, p.ended_at AS "endedAt", n.shift,
         (SELECT t.terms FROM agreement a JOIN agreement_terms t ON t.agreement_id = a.id AND t.version = a.version
          WHERE a.id = p.agreement_id) AS agreed
  FROM placement p JOIN labour_need n ON n.id = p.need_id`;

const factsOf = ({ shift, agreed, ...placement }: FactsRow): PlacementFacts => ({
  ...placement,
  terms: workingTerms(agreed, shift),
});

/** A placement, locked: all that is written of its attendance waits here for each other. */
export async function lockPlacement(tx: Tx, id: string, hostId?: string): Promise<PlacementFacts | undefined> {
  const [row] = await rowsOf<FactsRow>(
    tx,
    `${factsSql} WHERE p.id = $1 AND ($2::uuid IS NULL OR p.host_id = $2) FOR UPDATE OF p`,
    [id, hostId ?? null],
  );
  return row && factsOf(row);
}

/** A placement that one of these is party to: an enterprise as host or lender, or its worker. */
export async function placementFactsOf(
  tx: EntityManager,
  id: string,
  party: { readonly enterpriseId?: string; readonly workerId?: string },
): Promise<PlacementFacts | undefined> {
  const [row] = await rowsOf<FactsRow>(
    tx,
    `${factsSql} WHERE p.id = $1 AND ($2::uuid IN (p.host_id, p.lender_id) OR p.worker_id = $3::uuid)`,
    [id, party.enterpriseId ?? null, party.workerId ?? null],
  );
  return row && factsOf(row);
}

export interface NamedPlacement {
  readonly id: string;
  readonly name: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Placements of a host that sheets may name, by their workers' names. Uses placement_host. */
export async function namedPlacements(tx: EntityManager, hostId: string): Promise<NamedPlacement[]> {
  return rowsOf<NamedPlacement>(
    tx,
    `SELECT p.id, w.name, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn"
     FROM placement p LEFT JOIN worker_person w ON w.worker_id = p.worker_id
     WHERE p.host_id = $1 AND p.state IN ('active', 'completed', 'ended_early')`,
    [hostId],
  );
}

/** Placements with days that are not settled in a span of days. */
export async function unsettledPlacements(tx: Tx, from: string, to: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    `SELECT DISTINCT placement_id AS id FROM attendance_day
     WHERE day BETWEEN $1 AND $2 AND settlement_id IS NULL AND check_out_at IS NOT NULL ORDER BY 1`,
    [from, to],
  );
  return rows.map(({ id }) => id);
}

export interface HistoryRow {
  readonly subjectId: string;
  readonly at: Date;
  readonly chain: string;
  readonly action: string;
  readonly details: object;
}

/** What the trail holds of days, oldest first. Uses audit_log_subject. */
export async function attendanceHistory(tx: EntityManager, ids: readonly string[]): Promise<HistoryRow[]> {
  return rowsOf<HistoryRow>(
    tx,
    `SELECT subject_id AS "subjectId", at, chain, action, details FROM audit_log
     WHERE subject_type = 'attendance_day' AND subject_id = ANY($1) ORDER BY at, chain, position`,
    [ids],
  );
}
