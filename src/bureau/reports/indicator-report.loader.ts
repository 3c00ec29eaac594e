import { type EnterpriseSize, enterpriseSizes } from '../../directory/index.js';
import type { Database } from '../../platform/database/database.js';
import { sizeMessages } from '../bureau.messages.js';
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
  /** Without industry and occupation. */
  readonly size: EnterpriseSize | undefined;
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
  size: 'd.size',
};

/** All together is kept for every region. */
const totalSql = `SELECT measure, region_id, day, '*' AS industry_id, '*' AS occupation_id, '*' AS size, bucket, amount FROM indicator_total
      WHERE region_id = $1 AND measure = ANY($2)`;

/** Months are kept by one detail at most: by which one a question may be read from them; undefined where it may not. */
function splitOf(grouping: Grouping | 'none', { industryId, occupationId, size }: Slice): string | undefined {
  const asked = [
    ...(grouping === 'none' ? [] : [grouping]),
    ...(industryId === undefined ? [] : ['industry']),
    ...(occupationId === undefined ? [] : ['occupation']),
    ...(size === undefined ? [] : ['size']),
  ];
  const [split = '', ...others] = new Set(asked);
  return others.length > 0 || split === 'region' || split === 'county' ? undefined : split;
}

/** Days of the regions themselves, in the least detail that tells what is asked: '*' stands for all together. */
function daysSql(grouping: Grouping | 'none', { industryId, occupationId, size }: Slice): string {
  const detail = {
    industry_id: grouping === 'industry' || industryId !== undefined,
    occupation_id: grouping === 'occupation' || occupationId !== undefined,
    size: grouping === 'size' || size !== undefined,
  };
  if (grouping === 'none' && !Object.values(detail).includes(true)) return totalSql;
  const inDetail = Object.entries(detail).map(([column, isAsked]) => `d.${column} ${isAsked ? '<>' : '='} '*'`);
  return `SELECT measure, region_id, day, industry_id, occupation_id, size, bucket, amount FROM indicator_day d
      WHERE measure = ANY($2) AND ${inDetail.join(' AND ')}`;
}

/** Whole months of a region with all below it, as if all of it lay in the region and on the first day. */
const monthsSql = (split: string): string => `
      SELECT m.measure, m.region_id, m.month AS day, ${split === 'industry' ? 'm.part' : `'*'`} AS industry_id,
             ${split === 'occupation' ? 'm.part' : `'*'`} AS occupation_id, ${split === 'size' ? 'm.part' : `'*'`} AS size, m.bucket, m.amount
      FROM indicator_month m WHERE m.region_id = $1 AND m.measure = ANY($2) AND m.split = '${split}'`;

/**
 * $1 region, $2 measures, $3 those of them that are live, $4 to $6 periods by name, first and last day, $7 industry, $8 occupation, $9 size.
 * A region counts with all below it. Whole months are read as such where they are kept, the rest of a period day by day;
 * what is live always so.
 */
const amountsSql = (grouping: Grouping | 'none', slice: Slice): string => {
  const split = splitOf(grouping, slice);
  const isWhole = `date_trunc('month', g) >= p.first_day AND date_trunc('month', g) + interval '1 month' <= p.last_day + 1`;
  return `
  WITH below AS MATERIALIZED (SELECT region_id FROM region_ancestor WHERE ancestor_id = $1),
  each AS MATERIALIZED (
    SELECT p.name, g::date AS day, ${split === undefined ? 'false' : isWhole} AS in_month
    FROM unnest($4::text[], $5::date[], $6::date[]) AS p (name, first_day, last_day)
    CROSS JOIN generate_series(p.first_day, p.last_day, interval '1 day') AS g),
  industries AS (
    WITH RECURSIVE part AS (SELECT id FROM industry WHERE id = $7 UNION ALL SELECT i.id FROM industry i JOIN part p ON i.parent_id = p.id)
    SELECT id FROM part),
  found AS (
    SELECT e.name, d.* FROM (${daysSql(grouping, slice)}) d JOIN below b ON b.region_id = d.region_id JOIN each e ON e.day = d.day AND NOT e.in_month
    WHERE d.day BETWEEN (SELECT min(day) FROM each WHERE NOT in_month) AND (SELECT max(day) FROM each WHERE NOT in_month)
    UNION ALL
    SELECT e.name, d.* FROM (SELECT measure, region_id, day, industry_id, occupation_id, size, bucket, amount FROM indicator_live WHERE measure = ANY($3)) d
    JOIN below b ON b.region_id = d.region_id JOIN each e ON e.day = d.day
    ${split === undefined ? '' : `UNION ALL SELECT e.name, d.* FROM (${monthsSql(split)}) d JOIN each e ON e.day = d.day AND e.in_month`}),
  amount AS (
    SELECT d.name AS period, d.measure, ${grouping === 'region' || grouping === 'county' ? 'd.region_id' : `''`} AS region_id,
           ${grouping === 'industry' ? 'd.industry_id' : `''`} AS industry_id, ${grouping === 'occupation' ? 'd.occupation_id' : `''`} AS occupation_id,
           ${grouping === 'size' ? 'd.size' : `''`} AS size, d.bucket, sum(d.amount) AS amount
    FROM found d
    WHERE ($7::text IS NULL OR d.industry_id IN (SELECT id FROM industries)) AND ($8::text IS NULL OR d.occupation_id = $8)
      AND ($9::text IS NULL OR d.size = $9)
    GROUP BY 1, 2, 3, 4, 5, 6, 7)
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
    ...[slice.industryId ?? null, slice.occupationId ?? null, slice.size ?? null],
  ]);
}

export interface PartName {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Names of parts, in both languages. */
export async function namesOf(db: Database, grouping: Grouping, keys: readonly string[]): Promise<PartName[]> {
  if (grouping === 'size') return enterpriseSizes.map(sizeName);
  const table = { region: 'region', county: 'region', industry: 'industry', occupation: 'occupation' }[grouping];
  return db.rows(`SELECT id, name_zh AS "nameZh", name_en AS "nameEn" FROM ${table} WHERE id = ANY($1)`, [keys]);
}

const sizeName = (size: EnterpriseSize): PartName => {
  const { 'zh-CN': nameZh, en: nameEn } = sizeMessages[size];
  return { id: size, nameZh, nameEn };
};
