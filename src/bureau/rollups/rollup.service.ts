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
    await tx.query('CREATE UNIQUE INDEX ON counted (measure, industry_id, occupation_id, region_id, day, bucket)');
    const keys = 'measure, industry_id, occupation_id, region_id, day, bucket';
    const gone = await rowsOf(
      tx,
      `DELETE FROM indicator_day d WHERE NOT EXISTS (
         SELECT 1 FROM counted c WHERE (c.measure, c.industry_id, c.occupation_id, c.region_id, c.day, c.bucket, c.amount)
           = (d.measure, d.industry_id, d.occupation_id, d.region_id, d.day, d.bucket, d.amount)) RETURNING 1`,
    );
    const [written] = await rowsOf<{ n: number }>(
      tx,
      `WITH w AS (INSERT INTO indicator_day (${keys}, amount) SELECT ${keys}, amount FROM counted ON CONFLICT DO NOTHING RETURNING 1)
       SELECT count(*)::int AS n FROM w`,
    );
    const [all] = await rowsOf<{ n: number }>(tx, 'SELECT count(*)::int AS n FROM counted');
    await tx.query('DROP TABLE counted');
    return { cells: all?.n ?? 0, drifted: Math.max(gone.length, written?.n ?? 0) };
  }
}

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
}
