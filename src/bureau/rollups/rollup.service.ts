import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { watchAlerts } from '../alerts/watch-alerts.job.js';
import { type Fact, factNames, facts } from './facts.js';

/** So many notes are followed in one transaction. */
const notesAtOnce = 2_000;

interface Note {
  readonly fact: string;
  readonly region_id: string;
  readonly day: string;
}

/** What a count from nothing came to. */
export interface RollupCheck {
  readonly cells: number;
  readonly drifted: number;
}

/** `$1` a day, `$2` regions: what the facts of a view add up to, for each kind of detail. */
const sumsOf = (fact: Fact, where: string): string => `
  SELECT measure, region_id, day, coalesce(industry_id, '*') AS industry_id, coalesce(occupation_id, '*') AS occupation_id, bucket, sum(amount) AS amount
  FROM (SELECT measure, region_id, day, coalesce(industry_id, '') AS industry_id, coalesce(occupation_id, '') AS occupation_id, bucket, amount
        FROM fact_${fact} ${where}) f
  GROUP BY measure, region_id, day, bucket, GROUPING SETS ((industry_id, occupation_id), (industry_id), (occupation_id), ())`;

/** Keeps the sums by day of what indicators count. A cell is always counted anew from its facts, never moved by a difference. */
@Injectable()
export class Rollups {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Follows notes of changes; answers how many there were. Another process that is at it does it all: then 0. */
  async follow(): Promise<number> {
    return this.db.transaction(async (tx) => {
      if (!(await isAlone(tx))) return 0;
      const notes = await rowsOf<Note>(
        tx,
        `DELETE FROM indicator_change WHERE id IN (SELECT id FROM indicator_change ORDER BY id LIMIT $1)
         RETURNING fact, region_id, day::text`,
        [notesAtOnce],
      );
      await this.count(tx, notes);
      if (notes.length > 0) await tx.query(`SELECT pg_notify('live', 'indicators')`);
      return notes.length;
    });
  }

  /** Counts everything from nothing, sets right what differs, and keeps how much that was: it must be none. */
  async check(): Promise<RollupCheck> {
    return this.db.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('indicators'))`);
      // What was noted before is no drift.
      await this.count(tx, await rowsOf<Note>(tx, 'DELETE FROM indicator_change RETURNING fact, region_id, day::text'));
      const startedAt = this.clock.now();
      const found = await this.recount(tx);
      await tx.query('INSERT INTO indicator_check (started_at, finished_at, cells, drifted) VALUES ($1, $2, $3, $4)', [
        startedAt,
        this.clock.now(),
        found.cells,
        found.drifted,
      ]);
      return found;
    });
  }

  /** Counts what was noted; where everything was, all of it, and every figure may be another one now. */
  private async count(tx: Tx, notes: readonly Note[]): Promise<void> {
    if (notes.some(({ fact }) => fact === '*')) {
      await this.recount(tx);
      await this.outbox.requestJob(tx, watchAlerts, {});
    } else for (const [key, regions] of cellsOf(notes)) await countCells(tx, key, [...regions]);
  }

  private async recount(tx: Tx): Promise<RollupCheck> {
    await tx.query(
      `CREATE TEMP TABLE counted ON COMMIT DROP AS ${factNames.map((fact) => sumsOf(fact, '')).join(' UNION ALL ')}`,
    );
    await tx.query(`CREATE TEMP TABLE totalled ON COMMIT DROP AS ${totalsOf('counted')} GROUP BY 1, 2, 3, 4`);
    const details = await setRight(tx, 'indicator_day', 'counted', [
      ...['measure', 'industry_id', 'occupation_id', 'region_id', 'day', 'bucket'],
    ]);
    const totals = await setRight(tx, 'indicator_total', 'totalled', ['region_id', 'measure', 'day', 'bucket']);
    await tx.query('DROP TABLE counted, totalled');
    return { cells: details.cells + totals.cells, drifted: details.drifted + totals.drifted };
  }
}

/** Makes a table what another one says; answers how many rows that has, and how many of the table were not so. */
async function setRight(tx: Tx, table: string, truth: string, key: readonly string[]): Promise<RollupCheck> {
  const keys = key.join(', ');
  const columns = [...key, 'amount'];
  await tx.query(`CREATE UNIQUE INDEX ON ${truth} (${keys})`);
  const gone = await rowsOf(
    tx,
    `DELETE FROM ${table} d WHERE NOT EXISTS (SELECT 1 FROM ${truth} c
       WHERE ${columns.map((column) => `c.${column} = d.${column}`).join(' AND ')}) RETURNING 1`,
  );
  const [found] = await rowsOf<{ written: number; cells: number }>(
    tx,
    `WITH w AS (INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM ${truth} ON CONFLICT DO NOTHING RETURNING 1)
     SELECT (SELECT count(*) FROM w)::int AS written, (SELECT count(*) FROM ${truth})::int AS cells`,
  );
  return { cells: found?.cells ?? 0, drifted: Math.max(gone.length, found?.written ?? 0) };
}

/** Of sums by region: all together, of each region with all below it. To be grouped by the first four. */
const totalsOf = (sums: string): string => `
  SELECT a.ancestor_id AS region_id, d.measure, d.day, d.bucket, sum(d.amount) AS amount
  FROM ${sums} d JOIN region_ancestor a ON a.region_id = d.region_id WHERE d.industry_id = '*' AND d.occupation_id = '*'`;

async function isAlone(tx: Tx): Promise<boolean> {
  const [row] = await rowsOf<{ mine: boolean }>(tx, `SELECT pg_try_advisory_xact_lock(hashtext('indicators')) AS mine`);
  return row?.mine ?? false;
}

/** By fact and day: the regions to count. */
function cellsOf(notes: readonly Note[]): Map<string, Set<string>> {
  const cells = new Map<string, Set<string>>();
  for (const { fact, region_id: regionId, day } of notes) {
    const key = `${fact} ${day}`;
    cells.set(key, (cells.get(key) ?? new Set<string>()).add(regionId));
  }
  return cells;
}

async function countCells(tx: Tx, key: string, regions: readonly string[]): Promise<void> {
  const [name, day] = key.split(' ');
  const fact = factNames.find((one) => one === name);
  if (!fact) throw new Error(`a note of an unknown fact: ${key}`);
  await tx.query(`DELETE FROM indicator_day WHERE region_id = ANY($2) AND day = $1 AND measure = ANY($3)`, [
    day,
    regions,
    facts[fact],
  ]);
  await tx.query(
    `INSERT INTO indicator_day (measure, region_id, day, industry_id, occupation_id, bucket, amount)
     ${sumsOf(fact, 'WHERE day = $1::date AND region_id = ANY($2)')}`,
    [day, regions],
  );
  const above = 'SELECT ancestor_id FROM region_ancestor WHERE region_id = ANY($2)';
  const parameters = [day, regions, facts[fact]];
  await tx.query(
    `DELETE FROM indicator_total WHERE region_id IN (${above}) AND day = $1 AND measure = ANY($3)`,
    parameters,
  );
  await tx.query(
    `INSERT INTO indicator_total (region_id, measure, day, bucket, amount)
     ${totalsOf('indicator_day')} AND a.ancestor_id IN (${above}) AND d.day = $1 AND d.measure = ANY($3) GROUP BY 1, 2, 3, 4`,
    parameters,
  );
}
