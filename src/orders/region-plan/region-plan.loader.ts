import type { Database } from '../../platform/database/database.js';

/** What an open order of a region still lacks; a row per requirement that lacks something. */
export interface LackRow {
  readonly requirementId: string;
  readonly orderId: string;
  readonly enterpriseId: string;
  readonly valueFen: number;
  readonly leg: 'labour' | 'material' | 'capacity';
  readonly thingId: string;
  readonly missing: string;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly minLevel: number | null;
  readonly minimumGrade: string | null;
  readonly ceilingFen: number | null;
  readonly wageUnit: string | null;
  readonly latitude: number;
  readonly longitude: number;
}

/** Something that others share: alike workers of one lender and place, a lot, or a day of a window. */
export interface ShareRow {
  readonly id: string;
  readonly leg: 'labour' | 'material' | 'capacity';
  /** What it can be: with a level for people. */
  readonly things: readonly { readonly id: string; readonly level?: number }[];
  readonly quantity: string;
  /** Those alike workers. */
  readonly workerIds: readonly string[] | null;
  readonly enterpriseId: string | null;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly grade: string | null;
  readonly fen: number | null;
  readonly wageUnit: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusM: number | null;
}

const day = (column: string): string => `(${column} - date '1970-01-01')`;

/** Open orders of a region that are not secured, the one due first first, and all that the country shares. */
export async function readRegion(
  db: Database,
  regionId: string,
  today: string,
): Promise<{ readonly lacks: LackRow[]; readonly shares: ShareRow[] }> {
  const lacks = await db.rows<LackRow>(
    `SELECT r.id AS "requirementId", o.id AS "orderId", o.enterprise_id AS "enterpriseId", o.value_fen::float8 AS "valueFen", r.leg, r.thing_id AS "thingId",
            s.missing::text, ${day('greatest(r.starts_on, $2::date)')} AS "firstDay", ${day('r.ends_on')} AS "lastDay",
            r.min_level AS "minLevel", r.minimum_grade AS "minimumGrade", r.ceiling_fen AS "ceilingFen",
            r.wage_unit AS "wageUnit", o.latitude, o.longitude
     FROM production_order o JOIN region_ancestor a ON a.region_id = o.region_id AND a.ancestor_id = $1
     JOIN order_requirement r ON r.order_id = o.id JOIN order_requirement_status s ON s.requirement_id = r.id
     WHERE o.state = 'open' AND o.due_date >= $2 AND s.missing > 0 ORDER BY o.due_date, o.id, r.position`,
    [regionId, today],
  );
  const shares = await Promise.all([
    db.rows<ShareRow>(
      `SELECT min(s.worker_id::text) AS id, 'labour' AS leg, k.things, count(DISTINCT s.worker_id)::text AS quantity,
              array_agg(DISTINCT s.worker_id::text) AS "workerIds", s.lender_id AS "enterpriseId",
              ${day('s.starts_on')} AS "firstDay", ${day('s.ends_on')} AS "lastDay", NULL AS grade, s.wage_floor_fen AS fen,
              s.wage_unit AS "wageUnit", s.latitude, s.longitude, s.radius_m AS "radiusM"
       FROM labour_supply s
       JOIN (SELECT worker_id, jsonb_agg(jsonb_build_object('id', occupation_id, 'level', level) ORDER BY occupation_id) AS things
             FROM worker_skill GROUP BY worker_id) k USING (worker_id)
       WHERE NOT EXISTS (SELECT 1 FROM worker_booking b WHERE b.worker_id = s.worker_id AND b.period && daterange(s.starts_on, s.ends_on, '[]'))
       GROUP BY k.things, s.lender_id, s.starts_on, s.ends_on, s.wage_floor_fen, s.wage_unit, s.latitude, s.longitude, s.radius_m
       ORDER BY 1`,
    ),
    db.rows<ShareRow>(
      `SELECT lot_id AS id, 'material' AS leg, jsonb_build_array(jsonb_build_object('id', kind_id)) AS things, available::text AS quantity, NULL AS "workerIds", enterprise_id AS "enterpriseId",
              0 AS "firstDay", ${day('available_until')} AS "lastDay", grade, ceil(fen_per_base_unit)::int AS fen,
              NULL AS "wageUnit", latitude, longitude, NULL AS "radiusM"
       FROM material_supply ORDER BY lot_id`,
    ),
    db.rows<ShareRow>(
      `SELECT window_id || ' ' || day AS id, 'capacity' AS leg, jsonb_build_array(jsonb_build_object('id', process_id)) AS things, greatest(0, free_minutes - setup_minutes)::text AS quantity, NULL AS "workerIds",
              enterprise_id AS "enterpriseId", ${day('day')} AS "firstDay", ${day('day')} AS "lastDay", NULL AS grade,
              fen_per_hour AS fen, NULL AS "wageUnit", latitude, longitude, NULL AS "radiusM"
       FROM capacity_supply WHERE day > $1 ORDER BY window_id, day`,
      [today],
    ),
  ]);
  return { lacks, shares: shares.flat() };
}

/** Open orders of a region that lack nothing. */
export async function countSecured(db: Database, regionId: string, today: string): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM order_status o JOIN region_ancestor a ON a.region_id = o.region_id AND a.ancestor_id = $1
     WHERE o.is_secured AND o.due_date >= $2`,
    [regionId, today],
  );
  return row?.n ?? 0;
}
