import type { EntityManager } from 'typeorm';
import type { LocalDate } from '../../platform/clock/clock.js';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { AgreementTerms } from '../agreements/terms.js';
import type { ReviewKind } from '../reviews/review.rules.js';

/** What can be done with a placement depends on this beside its own columns. */
export interface LifeFacts {
  readonly hasAttendance: boolean;
  readonly isPaused: boolean;
  readonly hasOpenReturn: boolean;
  readonly hasOpenExtension: boolean;
  readonly isReplaced: boolean;
  /** Which sides have reviewed it. */
  readonly reviews: readonly ReviewKind[];
  /** Whether its need still takes workers. */
  readonly needIsOpen: boolean;
}

/** What was agreed for a loan: the newest binding version; null for a direct hire. */
export interface AgreedForPlacement {
  readonly state: string;
  readonly endsOn: LocalDate;
  readonly terms: Pick<AgreementTerms, 'returnCases' | 'returnNoticeDays' | 'injuryHostPercent'>;
}

/** By placement; each look-up goes by an index of the placement's id. */
export async function lifeFacts(
  tx: EntityManager,
  ids: readonly string[],
  today: LocalDate,
): Promise<Map<string, LifeFacts>> {
  const rows = await rowsOf<LifeFacts & { id: string }>(
    tx,
    `SELECT p.id,
       EXISTS (SELECT 1 FROM attendance_day d WHERE d.placement_id = p.id) AS "hasAttendance",
       EXISTS (SELECT 1 FROM placement_pause u WHERE u.placement_id = p.id AND $2 BETWEEN u.starts_on AND u.ends_on
               AND u.resumed_at IS NULL) AS "isPaused",
       EXISTS (SELECT 1 FROM placement_return r WHERE r.placement_id = p.id AND r.state IN ('waiting', 'due')) AS "hasOpenReturn",
       EXISTS (SELECT 1 FROM placement_extension e WHERE e.placement_id = p.id AND e.state = 'waiting') AS "hasOpenExtension",
       EXISTS (SELECT 1 FROM replacement_request q WHERE q.placement_id = p.id) AS "isReplaced",
       ARRAY(SELECT v.kind FROM review v WHERE v.placement_id = p.id) AS reviews,
       n.state = 'open' AND n.ends_on >= $2 AS "needIsOpen"
     FROM placement p JOIN labour_need n ON n.id = p.need_id WHERE p.id = ANY($1)`,
    [ids, today],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

export async function agreedFor(tx: Tx, placementId: string): Promise<AgreedForPlacement | undefined> {
  const [row] = await rowsOf<AgreedForPlacement>(
    tx,
    `SELECT a.state, a.ends_on::text AS "endsOn", t.terms
     FROM placement p JOIN agreement a ON a.id = p.agreement_id
     JOIN agreement_terms t ON t.agreement_id = a.id AND t.version = a.version WHERE p.id = $1`,
    [placementId],
  );
  return row;
}

/** Where a placement is worked. */
export async function regionOfNeed(tx: Tx, needId: string): Promise<string> {
  const [row] = await rowsOf<{ regionId: string }>(
    tx,
    `SELECT region_id AS "regionId" FROM labour_need WHERE id = $1`,
    [needId],
  );
  if (!row) throw new Error(`need ${needId} is gone`);
  return row.regionId;
}

/** Says why a loan ended, where the lender learns who comes back. */
export async function explainReturn(tx: Tx, placementId: string, reason: string): Promise<void> {
  await tx.query('UPDATE worker_return SET reason = $2 WHERE id = $1', [placementId, reason]);
}
