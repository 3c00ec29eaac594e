import type { Tx } from '../../platform/database/database.js';
import { columnsOf } from '../taxonomies/taxonomy.loader.js';

export interface HeadSkill {
  readonly occupationId: string;
  /** 1 to 5, the highest. */
  readonly level: number;
}

/** Where a worker lives or starts from. Coordinates in degrees, WGS 84. */
export interface Place {
  readonly regionId: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A head to create: no name yet. */
export interface NewHead extends Place {
  readonly id: string;
  readonly homeEnterpriseId: string | null;
  readonly skills: readonly HeadSkill[];
}

export interface SkillRow extends HeadSkill {
  readonly workerId: string;
}

export interface CertificateHeld {
  readonly workerId: string;
  readonly code: string;
  /** The last day it is valid, YYYY-MM-DD. */
  readonly validUntil: string;
}

/** One statement, however many heads. */
export async function insertHeads(tx: Tx, heads: readonly NewHead[]): Promise<void> {
  await tx.query(
    `INSERT INTO worker (id, home_enterprise_id, region_id, latitude, longitude)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::float8[], $5::float8[])`,
    columnsOf(heads, ['id', 'homeEnterpriseId', 'regionId', 'latitude', 'longitude']),
  );
}

/** The last row of a worker's occupation wins. */
export async function upsertSkills(tx: Tx, rows: readonly SkillRow[]): Promise<void> {
  const once = new Map(rows.map((row) => [`${row.workerId} ${row.occupationId}`, row]));
  await tx.query(
    `INSERT INTO worker_skill (worker_id, occupation_id, level)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::smallint[])
     ON CONFLICT (worker_id, occupation_id) DO UPDATE SET level = excluded.level`,
    columnsOf([...once.values()], ['workerId', 'occupationId', 'level']),
  );
}

/** The last row of a worker's certificate wins. */
export async function upsertCertificatesHeld(tx: Tx, rows: readonly CertificateHeld[]): Promise<void> {
  const once = new Map(rows.map((row) => [`${row.workerId} ${row.code}`, row]));
  await tx.query(
    `INSERT INTO worker_certificate (worker_id, certificate_code, valid_until)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::date[])
     ON CONFLICT (worker_id, certificate_code) DO UPDATE SET valid_until = excluded.valid_until`,
    columnsOf([...once.values()], ['workerId', 'code', 'validUntil']),
  );
}

/** Leaves of a worker's place the region alone, and nothing of their rating. */
export async function blankPlace(tx: Tx, workerId: string): Promise<void> {
  await tx.query(
    `UPDATE worker w SET rating = NULL, latitude = coalesce(r.latitude, round(w.latitude)), longitude = coalesce(r.longitude, round(w.longitude))
     FROM region r WHERE r.id = w.region_id AND w.id = $1`,
    [workerId],
  );
}

/** Rows in a list per worker; a worker without any has an empty list. */
export function byWorker<T extends { workerId: string }>(ids: readonly string[], rows: readonly T[]): Map<string, T[]> {
  const lists = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) lists.get(row.workerId)?.push(row);
  return lists;
}
