import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { Grade, Terms } from './grade.rules.js';
import type { LotPlace } from './lot-place.rules.js';

/** What is asked of open lots; every condition that is left out holds. */
export interface LotQuery {
  readonly kindId?: string | undefined;
  readonly regionId?: string | undefined;
  readonly terms?: Terms | undefined;
  readonly grades?: readonly Grade[] | undefined;
  /** As a LIKE pattern means itself. */
  readonly text?: string | undefined;
  readonly near?: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly after?: LotPlace | undefined;
  readonly today: string;
  readonly limit: number;
}

interface FoundLot {
  readonly lotId: string;
  readonly distanceM: number | null;
}

/**
 * One page of lots that something can be taken from now, of owners that may deal: the nearest first, or the newest. Without
 * other conditions the newest go by material_lot_open_newest; with a kind, by material_lot_open.
 */
export async function findOpenLots(tx: EntityManager, asked: LotQuery): Promise<FoundLot[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const { near, after } = asked;
  const distance = near ? distanceSql(bind(near.latitude), bind(near.longitude)) : 'NULL::int';
  const conditions = [`l.available_until >= ${bind(asked.today)}::date`];
  if (asked.kindId) conditions.push(`l.kind_id = ${bind(asked.kindId)}`);
  if (asked.regionId)
    conditions.push(
      `l.region_id IN (SELECT region_id FROM region_ancestor WHERE ancestor_id = ${bind(asked.regionId)})`,
    );
  if (asked.terms) conditions.push(`l.terms = ${bind(asked.terms)}`);
  if (asked.grades) conditions.push(`l.grade = ANY(${bind(asked.grades)}::text[])`);
  if (asked.text) {
    const like = bind(`%${asked.text}%`);
    conditions.push(
      `(k.name_zh ILIKE ${like} OR k.name_en ILIKE ${like} OR o.description ILIKE ${like} OR e.name ILIKE ${like})`,
    );
  }
  const order = near ? 'f."distanceM", f."lotId"' : 'f."lotId" DESC';
  const later = after
    ? `WHERE ${near ? `(f."distanceM", f."lotId") > (${bind(after.distanceM)}::int, ` : '(f."lotId") < ('}${bind(after.lotId)}::uuid)`
    : '';
  return rowsOf<FoundLot>(
    tx,
    `SELECT * FROM (
       SELECT l.lot_id AS "lotId", ${distance} AS "distanceM"
       FROM material_supply l JOIN material_lot o ON o.id = l.lot_id JOIN material_kind k ON k.id = l.kind_id
         JOIN enterprise e ON e.id = l.enterprise_id
       WHERE ${conditions.join(' AND ')}) f ${later} ORDER BY ${order} LIMIT ${bind(asked.limit)}`,
    parameters,
  );
}

/** Great-circle metres on the mean sphere, whole. */
function distanceSql(latitude: string, longitude: string): string {
  const half = (degrees: string): string => `sin(radians(${degrees}) / 2) ^ 2`;
  return `round(2 * 6371008.8 * asin(least(1, sqrt(${half(`l.latitude - ${latitude}::float8`)}
    + cos(radians(${latitude}::float8)) * cos(radians(l.latitude)) * ${half(`l.longitude - ${longitude}::float8`)}))))::int`;
}
