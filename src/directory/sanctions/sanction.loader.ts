import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { Sanction } from './sanction.rules.js';

interface SanctionRow extends Sanction {
  readonly enterpriseId: string;
}

/** By enterprise: the first sanction in force against it. */
export async function sanctionsInForce(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Sanction>> {
  const rows = await rowsOf<SanctionRow>(
    tx,
    `SELECT DISTINCT ON (enterprise_id) enterprise_id AS "enterpriseId", list, reason
     FROM sanction_in_force WHERE enterprise_id = ANY($1) ORDER BY enterprise_id, id`,
    [ids],
  );
  return new Map(rows.map(({ enterpriseId, list, reason }) => [enterpriseId, { list, reason }]));
}

export interface TargetKey {
  readonly registrationScheme: string;
  readonly registrationCode: string;
}

export interface Target {
  readonly enterpriseId: string;
  readonly regionId: string;
}

/** The enterprise that a registration is of, if it is registered here and lies in the jurisdiction. */
export async function targetOf(tx: EntityManager, key: TargetKey, jurisdiction: string): Promise<Target | undefined> {
  const [target] = await rowsOf<Target>(
    tx,
    `SELECT e.id AS "enterpriseId", e.region_id AS "regionId" FROM enterprise e
     JOIN region_ancestor a ON a.region_id = e.region_id AND a.ancestor_id = $3
     WHERE e.registration_scheme = $1 AND e.registration_code = $2`,
    [key.registrationScheme, key.registrationCode, jurisdiction],
  );
  return target;
}

export interface NewSanction extends TargetKey, Sanction {
  readonly id: string;
  readonly source: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly bureauId: string;
  readonly importedAt: Date;
}

/** Writes one row; answers its id, or that of the same row that stands already. */
export async function insertSanction(
  tx: EntityManager,
  row: NewSanction,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { id, registrationScheme, registrationCode, list, startsOn, bureauId } = row;
  const key = [registrationScheme, registrationCode, list, startsOn, bureauId];
  const written = await rowsOf(
    tx,
    `INSERT INTO enterprise_sanction (registration_scheme, registration_code, list, starts_on, bureau_id, id, reason, source, ends_on, imported_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
    [...key, id, row.reason, row.source, row.endsOn, row.importedAt],
  );
  if (written.length > 0) return { id, isNew: true };
  const [known] = await rowsOf<{ id: string }>(
    tx,
    `SELECT id FROM enterprise_sanction WHERE registration_scheme = $1 AND registration_code = $2 AND list = $3
       AND starts_on = $4 AND bureau_id = $5 AND lifted_at IS NULL`,
    key,
  );
  // It was lifted between the two statements: then it is brought anew.
  return known ? { id: known.id, isNew: false } : insertSanction(tx, row);
}
