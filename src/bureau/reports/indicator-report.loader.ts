import { type EnterpriseSize, enterpriseSizes } from '../../directory/index.js';
import type { Database } from '../../platform/database/database.js';
import { sizeMessages } from '../bureau.messages.js';
import { type AnyMeasure, liveMeasures } from '../catalogue/indicator.js';
import type { Grouping } from './indicator-report.input.js';
import { type Amount, restBucket } from './figure.rules.js';
import type { Period } from './period.rules.js';

/** Which amounts to read. */
export interface Slice {
  readonly measures: readonly AnyMeasure[];
  readonly regionId: string;
  readonly industryId: string | undefined;
  readonly occupationId: string | undefined;
  /** Without industry and occupation. */
  readonly size: EnterpriseSize | undefined;
  /** Measures of which only the fullest buckets matter: the others come as one, `restBucket`. Their amounts cannot be added up further. */
  readonly ranked?: readonly AnyMeasure[];
}

/** So many buckets are told of a ranked measure. */
const mostRanked = 20;

export interface NamedPeriod extends Period {
  readonly name: string;
}

/** An amount of a period, and of a part where the rows stand for parts. */
export interface PeriodAmount extends Amount {
  readonly period: string;
  readonly key: string;
}

/** What the sums of a part are first grouped by. */
const partOf: Readonly<Record<Grouping | 'none', string>> = {
  ...{ none: `''::text`, region: 'd.region_id', county: 'd.region_id' },
  ...{ industry: 'd.industry_id', occupation: 'd.occupation_id', size: 'd.size' },
};

/** The part that a region belongs to: the one directly below, or the lowest county. */
const regionKeys = {
  region: `coalesce((SELECT c.id FROM region_ancestor b JOIN region c ON c.id = b.ancestor_id WHERE b.region_id = d.part AND c.parent_id = $1), '')`,
  county: `coalesce((SELECT c.id FROM region_ancestor b JOIN region c ON c.id = b.ancestor_id AND c.level = 'county'
    WHERE b.region_id = d.part ORDER BY (SELECT count(*) FROM region_ancestor up WHERE up.region_id = c.id) DESC LIMIT 1), d.part)`,
} as const;

/** Regions are looked up of their sums, which are few, rather than of days. */
const sumsByKey = (grouping: Grouping | 'none'): string =>
  grouping === 'region' || grouping === 'county'
    ? `SELECT d.period, d.measure, ${regionKeys[grouping]} AS key, d.bucket, sum(d.amount) AS amount FROM amount d GROUP BY 1, 2, 3, 4`
    : 'SELECT d.period, d.measure, d.part AS key, d.bucket, d.amount FROM amount d';

/** What is not asked is not looked at; all parameters are named, so that each has its type. */
const restrictionOf = ({ industryId, occupationId, size }: Slice): string =>
  [
    industryId === undefined ? '$7::text IS NULL' : 'industry_id IN (SELECT id FROM industries)',
    occupationId === undefined ? '$8::text IS NULL' : 'occupation_id = $8',
    size === undefined ? '$9::text IS NULL' : 'size = $9',
  ].join(' AND ');

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

/**
 * Days of a span `s`, in the least detail that tells what is asked: '*' stands for all together, which is kept for every region; details
 * are kept at the regions of their facts.
 */
function daysSql(grouping: Grouping | 'none', slice: Slice): string {
  const { industryId, occupationId, size } = slice;
  const detail = {
    industry_id: grouping === 'industry' || industryId !== undefined,
    occupation_id: grouping === 'occupation' || occupationId !== undefined,
    size: grouping === 'size' || size !== undefined,
  };
  const when = 'measure = ANY($2) AND day BETWEEN s.first_day AND s.last_day';
  if (grouping === 'none' && !Object.values(detail).includes(true))
    return `SELECT measure, region_id, '*' AS industry_id, '*' AS occupation_id, '*' AS size, bucket, amount FROM indicator_total
      WHERE region_id = $1 AND ${when}`;
  const inDetail = Object.entries(detail).map(([column, isAsked]) => `${column} ${isAsked ? '<>' : '='} '*'`);
  return `SELECT measure, region_id, industry_id, occupation_id, size, bucket, amount FROM indicator_day
      WHERE region_id = ANY(ARRAY(SELECT region_id FROM below)) AND ${when} AND ${inDetail.join(' AND ')} AND ${restrictionOf(slice)}`;
}

/** Whole months of a span `s`, of a region with all below it. */
const monthsSql = (split: string): string => `
      SELECT measure, region_id, ${split === 'industry' ? 'part' : `'*'`} AS industry_id, ${split === 'occupation' ? 'part' : `'*'`} AS occupation_id,
             ${split === 'size' ? 'part' : `'*'`} AS size, bucket, amount
      FROM indicator_month WHERE region_id = $1 AND measure = ANY($2) AND split = '${split}' AND month BETWEEN s.first_day AND s.last_day`;

/**
 * $1 region, $2 measures, $3 those of them that are live, $4 to $6 periods by name, first and last day, $7 industry, $8 occupation, $9 size,
 * $10 measures of which only the fullest buckets are told. A region counts with all below it. Whole months are read as such where they
 * are kept, the ends of a period day by day; one span after the other (OFFSET 0), since
 * a join by days is planned for far fewer rows.
 */
const amountsSql = (grouping: Grouping | 'none', slice: Slice): string => {
  const split = splitOf(grouping, slice);
  return `
  WITH below AS MATERIALIZED (SELECT region_id FROM region_ancestor WHERE ancestor_id = $1),
  period AS MATERIALIZED (SELECT * FROM unnest($4::text[], $5::date[], $6::date[]) AS p (name, first_day, last_day)),
  whole AS MATERIALIZED (
    SELECT name, first_day, last_day, date_trunc('month', first_day + interval '1 month' - interval '1 day')::date AS from_month,
           date_trunc('month', last_day + interval '1 day')::date AS to_month
    FROM period),
  span AS MATERIALIZED (
    ${
      split === undefined
        ? `SELECT name, false AS is_months, first_day, last_day FROM period`
        : `SELECT name, false AS is_months, first_day, last_day FROM whole WHERE from_month >= to_month
    UNION ALL SELECT name, true, from_month, to_month - 1 FROM whole WHERE from_month < to_month
    UNION ALL SELECT name, false, first_day, from_month - 1 FROM whole WHERE from_month < to_month AND first_day < from_month
    UNION ALL SELECT name, false, to_month, last_day FROM whole WHERE from_month < to_month AND to_month <= last_day`
    }),
  industries AS (
    WITH RECURSIVE part AS (SELECT id FROM industry WHERE id = $7 UNION ALL SELECT i.id FROM industry i JOIN part p ON i.parent_id = p.id)
    SELECT id FROM part),
  live AS MATERIALIZED (
    SELECT * FROM indicator_live WHERE measure = ANY($3) AND region_id IN (SELECT region_id FROM below)),
  found AS (
    SELECT s.name, d.* FROM span s CROSS JOIN LATERAL (${daysSql(grouping, slice)} OFFSET 0) d WHERE NOT s.is_months
    ${split === undefined ? '' : `UNION ALL SELECT s.name, d.* FROM span s CROSS JOIN LATERAL (${monthsSql(split)} OFFSET 0) d WHERE s.is_months`}
    UNION ALL
    SELECT p.name, l.measure, l.region_id, l.industry_id, l.occupation_id, l.size, l.bucket, l.amount
    FROM period p JOIN live l ON l.day BETWEEN p.first_day AND p.last_day),
  amount AS (
    SELECT d.name AS period, d.measure, ${partOf[grouping]} AS part, d.bucket, sum(d.amount)::float8 AS amount
    FROM found d WHERE ${restrictionOf(slice)} GROUP BY 1, 2, 3, 4),
  summed AS (${sumsByKey(grouping)})
  SELECT period, measure, key, bucket, amount FROM summed WHERE measure <> ALL($10)
  UNION ALL
  SELECT period, measure, key, CASE WHEN nth <= ${mostRanked} THEN bucket ELSE ${restBucket} END, sum(amount)
  FROM (SELECT *, row_number() OVER (PARTITION BY period, measure, key ORDER BY amount DESC) AS nth FROM summed WHERE measure = ANY($10)) r
  GROUP BY 1, 2, 3, 4`;
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
    ...[slice.industryId ?? null, slice.occupationId ?? null, slice.size ?? null, slice.ranked ?? []],
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
