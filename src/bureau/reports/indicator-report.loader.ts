import type { Database } from '../../platform/database/database.js';
import { type AnyMeasure, liveMeasures } from '../catalogue/indicator.js';
import type { Grouping } from './indicator-report.input.js';
import type { Amount } from './figure.rules.js';
import type { Period } from './period.rules.js';

/** Which amounts to read. */
export interface Slice {
  readonly measures: readonly AnyMeasure[];
  readonly regionId: string;
  readonly industryId: string | undefined;
  readonly occupationId: string | undefined;
}

export interface NamedPeriod extends Period {
  readonly name: string;
}

/** An amount of a period, and of a part where the rows stand for parts. */
export interface PeriodAmount extends Amount {
  readonly period: string;
  readonly key: string;
}

/** The part of a row: by region the one directly below, or the lowest county; else what the sums are kept by. */
const keyOf: Readonly<Record<Grouping | 'none', string>> = {
  none: `''`,
  region: `coalesce((SELECT c.id FROM region_ancestor b JOIN region c ON c.id = b.ancestor_id WHERE b.region_id = d.region_id AND c.parent_id = $1), '')`,
  county: `coalesce((SELECT c.id FROM region_ancestor b JOIN region c ON c.id = b.ancestor_id AND c.level = 'county'
    WHERE b.region_id = d.region_id ORDER BY (SELECT count(*) FROM region_ancestor up WHERE up.region_id = c.id) DESC LIMIT 1), d.region_id)`,
  industry: 'd.industry_id',
  occupation: 'd.occupation_id',
};

/** All together is kept for every region. */
const totalSql = `SELECT measure, region_id, day, '*' AS industry_id, '*' AS occupation_id, bucket, amount FROM indicator_total
      WHERE region_id = $1 AND measure = ANY($2)`;

/**
 * $1 region, $2 measures, $3 those of them that are live, $4 to $6 periods by name, first and last day, $7 industry, $8 occupation. Kept sums
 * are read in the least detail that tells what is asked: '*' stands for all together. A region counts with all below it.
 */
const amountsSql = (grouping: Grouping | 'none', { industryId, occupationId }: Slice): string => {
  const industry = grouping === 'industry' || industryId !== undefined ? `d.industry_id <> '*'` : `d.industry_id = '*'`;
  const occupation =
    grouping === 'occupation' || occupationId !== undefined ? `d.occupation_id <> '*'` : `d.occupation_id = '*'`;
  const isTotal = grouping === 'none' && industryId === undefined && occupationId === undefined;
  return `
  WITH below AS MATERIALIZED (SELECT region_id FROM region_ancestor WHERE ancestor_id = $1),
  period AS MATERIALIZED (
    SELECT p.name, g::date AS day FROM unnest($4::text[], $5::date[], $6::date[]) AS p (name, first_day, last_day)
    CROSS JOIN generate_series(p.first_day, p.last_day, interval '1 day') AS g),
  industries AS (
    WITH RECURSIVE part AS (SELECT id FROM industry WHERE id = $7 UNION ALL SELECT i.id FROM industry i JOIN part p ON i.parent_id = p.id)
    SELECT id FROM part),
  amount AS (
    SELECT p.name AS period, d.measure, ${grouping === 'region' || grouping === 'county' ? 'd.region_id' : `''`} AS region_id,
           ${grouping === 'industry' ? 'd.industry_id' : `''`} AS industry_id, ${grouping === 'occupation' ? 'd.occupation_id' : `''`} AS occupation_id,
           d.bucket, sum(d.amount) AS amount
    FROM (
      ${
        isTotal
          ? totalSql
          : `SELECT measure, region_id, day, industry_id, occupation_id, bucket, amount FROM indicator_day d
      WHERE measure = ANY($2) AND ${industry} AND ${occupation}`
      }
      UNION ALL
      SELECT measure, region_id, day, industry_id, occupation_id, bucket, amount FROM indicator_live WHERE measure = ANY($3)) d
    JOIN below b ON b.region_id = d.region_id
    JOIN period p ON p.day = d.day
    WHERE d.day BETWEEN (SELECT min(day) FROM period) AND (SELECT max(day) FROM period) AND ($7::text IS NULL OR d.industry_id IN (SELECT id FROM industries)) AND ($8::text IS NULL OR d.occupation_id = $8)
    GROUP BY 1, 2, 3, 4, 5, 6)
  SELECT d.period, d.measure, ${keyOf[grouping]} AS key, d.bucket, sum(d.amount)::float8 AS amount
  FROM amount d GROUP BY 1, 2, 3, 4`;
};

/** The amounts of some measures, by period, part and bucket. */
export function findAmounts(
  db: Database,
  slice: Slice,
  periods: readonly NamedPeriod[],
  grouping: Grouping | 'none',
): Promise<PeriodAmount[]> {
  return db.rows<PeriodAmount>(amountsSql(grouping, slice), [
    ...[slice.regionId, slice.measures, slice.measures.filter((one) => liveMeasures.some((live) => live === one))],
    ...[periods.map(({ name }) => name), periods.map(({ from }) => from), periods.map(({ until }) => until)],
    ...[slice.industryId ?? null, slice.occupationId ?? null],
  ]);
}

/** Names of parts, in both languages. */
export function namesOf(
  db: Database,
  grouping: Grouping,
  keys: readonly string[],
): Promise<{ readonly id: string; readonly nameZh: string; readonly nameEn: string }[]> {
  const table = { region: 'region', county: 'region', industry: 'industry', occupation: 'occupation' }[grouping];
  return db.rows(`SELECT id, name_zh AS "nameZh", name_en AS "nameEn" FROM ${table} WHERE id = ANY($1)`, [keys]);
}
