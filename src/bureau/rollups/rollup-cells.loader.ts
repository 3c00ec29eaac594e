import { rowsOf, type Tx } from '../../platform/database/database.js';
import { type Fact, facts } from './facts.js';
import { regionsUpwards } from './regions-upwards.js';

/** What a count from nothing came to: rows that must stand, and how many did not stand so. */
export interface RollupCheck {
  readonly cells: number;
  readonly drifted: number;
}

/** What the facts of a view add up to, for each kind of detail. */
const sumsOf = (fact: Fact, where: string): string => `
  SELECT measure, region_id, day, coalesce(industry_id, '*') AS industry_id, coalesce(occupation_id, '*') AS occupation_id, coalesce(size, '*') AS size,
         bucket, sum(amount) AS amount
  FROM (SELECT measure, region_id, day, coalesce(industry_id, '') AS industry_id, coalesce(occupation_id, '') AS occupation_id, coalesce(size, '') AS size,
               bucket, amount
        FROM fact_${fact} WHERE ${where}) f
  GROUP BY measure, region_id, day, bucket, GROUPING SETS ((industry_id, occupation_id), (industry_id), (occupation_id), (size), ())`;

const isAllTogether = (alias: string): string =>
  `${alias}.industry_id = '*' AND ${alias}.occupation_id = '*' AND ${alias}.size = '*'`;

/** Counts a fact anew on a day in some regions, and all together in those above them. */
export async function countDay(tx: Tx, fact: Fact, day: string, regions: readonly string[]): Promise<void> {
  const parameters = [day, regions, facts[fact]];
  await tx.query(`DELETE FROM indicator_day WHERE region_id = ANY($2) AND day = $1 AND measure = ANY($3)`, parameters);
  await tx.query(
    `INSERT INTO indicator_day (measure, region_id, day, industry_id, occupation_id, size, bucket, amount)
     ${sumsOf(fact, 'day = $1::date AND region_id = ANY($2)')}`,
    [day, regions],
  );
  const above = 'SELECT ancestor_id FROM region_ancestor WHERE region_id = ANY($2)';
  await tx.query(
    `DELETE FROM indicator_total WHERE region_id IN (${above}) AND day = $1 AND measure = ANY($3)`,
    parameters,
  );
  await tx.query(
    `INSERT INTO indicator_total (region_id, measure, day, bucket, amount)
     SELECT a.ancestor_id, d.measure, d.day, d.bucket, sum(d.amount)
     FROM indicator_day d JOIN region_ancestor a ON a.region_id = d.region_id
     WHERE ${isAllTogether('d')} AND a.ancestor_id IN (${above}) AND d.day = $1 AND d.measure = ANY($3) GROUP BY 1, 2, 3, 4`,
    parameters,
  );
}

/** Sums by month, of days `d` that say at most one detail, and of the months of the regions directly below `$1`. */
const monthsSql = (days: string, where: string): string => `
  SELECT measure, split, month, part, bucket, sum(amount) AS amount
  FROM (SELECT d.measure, date_trunc('month', d.day)::date AS month, d.bucket, d.amount, s.split, s.part
        FROM ${days} d CROSS JOIN LATERAL (
          SELECT '' AS split, '' AS part WHERE ${isAllTogether('d')}
          UNION ALL SELECT 'industry', d.industry_id WHERE d.industry_id <> '*' AND d.occupation_id = '*'
          UNION ALL SELECT 'occupation', d.occupation_id WHERE d.occupation_id <> '*' AND d.industry_id = '*'
          UNION ALL SELECT 'size', d.size WHERE d.size <> '*') s
        UNION ALL
        SELECT m.measure, m.month, m.bucket, m.amount, m.split, m.part FROM indicator_month m JOIN region r ON r.id = m.region_id
        WHERE r.parent_id = $1 AND ${where}) part
  GROUP BY measure, split, month, part, bucket`;

/** Counts the months of a fact anew that begin on some days, in some regions and in those above them, the lowest first. */
export async function countMonths(tx: Tx, fact: Fact, month: string, regions: readonly string[]): Promise<void> {
  const above = await rowsOf<{ id: string }>(tx, regionsUpwards('SELECT unnest($1::text[])'), [regions]);
  for (const { id } of above) {
    const parameters = [id, facts[fact], month];
    await tx.query(
      'DELETE FROM indicator_month WHERE region_id = $1 AND measure = ANY($2) AND month = $3::date',
      parameters,
    );
    const days = `(SELECT * FROM indicator_day WHERE region_id = $1 AND measure = ANY($2) AND day >= $3::date AND day < $3::date + interval '1 month')`;
    await tx.query(
      `INSERT INTO indicator_month (region_id, measure, split, month, part, bucket, amount)
       SELECT $1, m.* FROM (${monthsSql(days, 'm.measure = ANY($2) AND m.month = $3::date')}) m`,
      parameters,
    );
  }
}

/**
 * Counts a fact of a region from nothing, on all days, and sets right what differs: its details, and its totals and months from
 * those of the regions directly below, which must be right by then. Details by size are no drift where sizes have moved.
 */
export async function recountRegion(
  tx: Tx,
  fact: Fact,
  regionId: string,
  haveSizesMoved: boolean,
): Promise<RollupCheck> {
  const parameters = [regionId, facts[fact]];
  await tx.query(`CREATE TEMP TABLE counted ON COMMIT DROP AS ${sumsOf(fact, 'region_id = $1')}`, [regionId]);
  const details = await setRight(tx, 'indicator_day', {
    ...{ truth: 'counted', key: ['measure', 'industry_id', 'occupation_id', 'size', 'region_id', 'day', 'bucket'] },
    ...{ parameters, drift: haveSizesMoved ? `size = '*'` : 'true' },
  });
  await tx.query(
    `CREATE TEMP TABLE totalled ON COMMIT DROP AS
     SELECT $1::text AS region_id, measure, day, bucket, sum(amount) AS amount
     FROM (SELECT d.measure, d.day, d.bucket, d.amount FROM counted d WHERE ${isAllTogether('d')}
           UNION ALL
           SELECT t.measure, t.day, t.bucket, t.amount FROM indicator_total t JOIN region r ON r.id = t.region_id
           WHERE r.parent_id = $1 AND t.measure = ANY($2)) part
     GROUP BY measure, day, bucket`,
    parameters,
  );
  const totals = await setRight(tx, 'indicator_total', {
    ...{ truth: 'totalled', key: ['region_id', 'measure', 'day', 'bucket'], parameters, drift: 'true' },
  });
  await tx.query(
    `CREATE TEMP TABLE by_month ON COMMIT DROP AS
     SELECT $1::text AS region_id, m.* FROM (${monthsSql('counted', 'm.measure = ANY($2)')}) m`,
    parameters,
  );
  const months = await setRight(tx, 'indicator_month', {
    ...{ truth: 'by_month', key: ['region_id', 'measure', 'split', 'month', 'part', 'bucket'], parameters },
    drift: haveSizesMoved ? `split <> 'size'` : 'true',
  });
  await tx.query('DROP TABLE counted, totalled, by_month');
  const all = [details, totals, months];
  return {
    cells: all.reduce((sum, { cells }) => sum + cells, 0),
    drifted: all.reduce((sum, { drifted }) => sum + drifted, 0),
  };
}

interface Truth {
  readonly truth: string;
  readonly key: readonly string[];
  /** Region and measures: which rows of the table it is about. */
  readonly parameters: readonly unknown[];
  /** Which rows tell of drift. */
  readonly drift: string;
}

/** Makes a table what another one says; answers how many rows that has, and how many of the table were not so. */
async function setRight(tx: Tx, table: string, { truth, key, parameters, drift }: Truth): Promise<RollupCheck> {
  const columns = [...key, 'amount'];
  await tx.query(`CREATE UNIQUE INDEX ON ${truth} (${key.join(', ')})`);
  await tx.query(`ANALYZE ${truth}`);
  const gone = await rowsOf<{ isDrift: boolean }>(
    tx,
    `DELETE FROM ${table} d WHERE d.region_id = $1 AND d.measure = ANY($2) AND NOT EXISTS (SELECT 1 FROM ${truth} c
       WHERE ${columns.map((column) => `c.${column} = d.${column}`).join(' AND ')}) RETURNING (${drift}) AS "isDrift"`,
    parameters,
  );
  const [found] = await rowsOf<{ written: number; cells: number }>(
    tx,
    `WITH w AS (INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM ${truth} ON CONFLICT DO NOTHING RETURNING (${drift}) AS is_drift)
     SELECT (SELECT count(*) FILTER (WHERE is_drift) FROM w)::int AS written, (SELECT count(*) FROM ${truth})::int AS cells`,
  );
  const drifted = Math.max(gone.filter(({ isDrift }) => isDrift).length, found?.written ?? 0);
  return { cells: found?.cells ?? 0, drifted };
}
