import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../platform/database/database.js';
import type { Shift } from '../needs/need.entity.js';
import type { WorkHazard } from '../restrictions/restriction.rules.js';
import type { WageUnit } from '../wage.js';
import { boxAround, type WorkPlace, type WorkSort } from './open-work.rules.js';

/** What somebody typed, and what it may stand for. */
export interface Words {
  /** As a LIKE pattern means itself. */
  readonly literal: string;
  /** Occupations whose names have it. */
  readonly named: readonly string[];
  /** Occupations that were meant if it was mistyped. */
  readonly meant: readonly string[];
}

/** What is asked of open work; every condition that is left out holds. */
export interface OpenWorkQuery {
  readonly near?: { readonly latitude: number; readonly longitude: number; readonly radiusM?: number | null } | null;
  readonly regionId?: string | null;
  readonly occupationId?: string | null;
  readonly words?: Words | undefined;
  readonly minWageFen?: number | null;
  readonly wage?: { readonly unit: WageUnit; readonly currency: string } | undefined;
  readonly lodging?: boolean | null;
  readonly sort: WorkSort;
  readonly after?: WorkPlace | undefined;
  readonly limit: number;
}

export interface OpenWorkRow {
  readonly needId: string;
  /** 1 where the words fit only if they were mistyped. */
  readonly guess: number;
  readonly hostId: string;
  readonly hostName: string;
  readonly hazards: WorkHazard[];
  readonly occupationId: string;
  readonly regionId: string;
  readonly minLevel: number;
  readonly acceptsSubstitutes: boolean;
  readonly certificateCodes: string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly distanceM: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly shift: Shift;
  readonly wageFen: number;
  readonly wageUnit: WageUnit;
  readonly currency: string;
  readonly lodging: boolean;
  readonly description: string;
  readonly publishedAt: Date | null;
  readonly seatsOpen: number;
}

// A hundredth of a degree is about a kilometre: as near as passers-by are told.
const siteLatitude = `round(n.latitude::numeric, 2)::float8`;
const siteLongitude = `round(n.longitude::numeric, 2)::float8`;

// Without words nothing is a guess, and each order stays one that an index has.
const order: Record<WorkSort, string> = {
  nearest: 'w."distanceM", w."needId"',
  highest_wage: 'w."wageFen" DESC, w."needId" DESC',
  newest: 'w."needId" DESC',
};

const beyond: Record<WorkSort, (value: string, id: string) => string> = {
  nearest: (value, id) => `(w."distanceM", w."needId") > (${value}::int, ${id}::uuid)`,
  highest_wage: (value, id) => `(w."wageFen", w."needId") < (${value}::int, ${id}::uuid)`,
  newest: (value, id) => `w."needId" < ${id}::uuid AND ${value}::int IS NOT NULL`,
};

/**
 * One page of open work of hosts that may deal, which has seats nobody was offered. Each order walks an index of migration
 * 0006 where nothing narrows it more: labour_need_open_newest, _wage; a radius goes by labour_need_open_place.
 */
export async function readOpenWork(tx: EntityManager, asked: OpenWorkQuery): Promise<OpenWorkRow[]> {
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const distance = asked.near ? distanceSql(bind(asked.near.latitude), bind(asked.near.longitude)) : 'NULL::int';
  const words = asked.words && wordsSql(asked.words, bind);
  const conditions = conditionsOf(asked, bind, words);
  const outer = ['w."seatsOpen" > 0'];
  if (asked.near?.radiusM) outer.push(`w."distanceM" <= ${bind(asked.near.radiusM)}`);
  if (asked.after) {
    const { guess, value, needId } = asked.after;
    const later = `(${beyond[asked.sort](bind(value), bind(needId))})`;
    outer.push(words ? `(w.guess > ${bind(guess)}::int OR w.guess = ${bind(guess)}::int AND ${later})` : later);
  }
  return rowsOf<OpenWorkRow>(
    tx,
    `SELECT * FROM (
       SELECT n.id AS "needId", ${words ? `CASE WHEN ${words.exact} THEN 0 ELSE 1 END` : '0'} AS guess,
              n.host_id AS "hostId", e.name AS "hostName", n.hazards, n.occupation_id AS "occupationId", n.region_id AS "regionId",
              n.min_level AS "minLevel", n.accepts_substitutes AS "acceptsSubstitutes", n.certificate_codes AS "certificateCodes",
              ${siteLatitude} AS latitude, ${siteLongitude} AS longitude, ${distance} AS "distanceM",
              n.starts_on::text AS "startsOn", n.ends_on::text AS "endsOn", n.shift, n.wage_fen AS "wageFen",
              n.wage_unit AS "wageUnit", n.currency, n.lodging, n.description, n.published_at AS "publishedAt",
              n.headcount - n.seats_taken
                - (SELECT count(*) FROM offer o WHERE o.need_id = n.id AND o.state = 'sent')::int AS "seatsOpen"
       FROM labour_need n JOIN enterprise e ON e.id = n.host_id AND e.verification = 'verified'
       WHERE ${conditions.join(' AND ')}) w
     WHERE ${outer.join(' AND ')} ORDER BY ${words ? 'w.guess, ' : ''}${order[asked.sort]} LIMIT ${bind(asked.limit)}`,
    parameters,
  );
}

type Bind = (value: unknown) => string;

interface WordsSql {
  readonly exact: string;
  readonly guess: string;
}

/** In the description, the name of the occupation, of the host, or of the region or one that it lies in. */
function wordsSql({ literal, named, meant }: Words, bind: Bind): WordsSql {
  const [part, start] = [bind(`%${literal}%`), bind(`${literal}%`)];
  // Arrays read once, so that each side of OR can go by an index of the needs.
  const hosts = `ARRAY(SELECT id FROM enterprise WHERE name ILIKE ${part})`;
  const regions = `ARRAY(SELECT a.region_id FROM region r JOIN region_ancestor a ON a.ancestor_id = r.id
                         WHERE r.name_zh ILIKE ${start} OR r.name_en ILIKE ${start})`;
  return {
    exact: `(n.description ILIKE ${part} OR n.occupation_id = ANY(${bind(named)}::text[])
             OR n.host_id = ANY(${hosts}) OR n.region_id = ANY(${regions}))`,
    guess: `n.occupation_id = ANY(${bind(meant)}::text[])`,
  };
}

function conditionsOf(asked: OpenWorkQuery, bind: Bind, words: WordsSql | undefined): string[] {
  const { near, regionId, occupationId, minWageFen, wage, lodging } = asked;
  const conditions = [
    `n.state = 'open'`,
    'NOT EXISTS (SELECT 1 FROM sanction_in_force s WHERE s.enterprise_id = n.host_id)',
  ];
  const box = near?.radiusM ? boxAround(near, near.radiusM) : undefined;
  if (box)
    conditions.push(
      `point(n.longitude, n.latitude) <@ box(point(${bind(box.west)}, ${bind(box.south)}), point(${bind(box.east)}, ${bind(box.north)}))`,
    );
  if (regionId)
    conditions.push(`n.region_id IN (SELECT region_id FROM region_ancestor WHERE ancestor_id = ${bind(regionId)})`);
  if (occupationId) conditions.push(`n.occupation_id = ${bind(occupationId)}`);
  if (words) conditions.push(`(${words.exact} OR ${words.guess})`);
  if (wage) conditions.push(`n.wage_unit = ${bind(wage.unit)} AND n.currency = ${bind(wage.currency)}`);
  if (typeof minWageFen === 'number') conditions.push(`n.wage_fen >= ${bind(minWageFen)}`);
  if (typeof lodging === 'boolean') conditions.push(`n.lodging = ${bind(lodging)}`);
  return conditions;
}

/** Great-circle metres on the mean sphere, whole, from the coordinates as they are shown. */
export function distanceSql(toLatitude: string, toLongitude: string): string {
  const half = (degrees: string): string => `sin(radians(${degrees}) / 2) ^ 2`;
  return `round(2 * 6371008.8 * asin(least(1, sqrt(${half(`${siteLatitude} - ${toLatitude}::float8`)}
    + cos(radians(${toLatitude}::float8)) * cos(radians(${siteLatitude})) * ${half(`${siteLongitude} - ${toLongitude}::float8`)}))))::int`;
}
