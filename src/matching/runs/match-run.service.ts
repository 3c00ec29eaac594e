import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { defineJob } from '../../platform/queue/job.js';
import { type MatchCause, MatchRun } from './match-run.entity.js';

export const solveMarket = defineJob<{ readonly runId: string }>({ name: 'matching.solve-market', queue: 'matching' });

const busyRetryMs = 1_000;

/** Runs of the matching, from the cause that asks for one to its end. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Asks for a run, in the caller's transaction. While one waits, further causes join it: this is the debounce. */
  async request(tx: Tx, marketId: string, cause: MatchCause): Promise<string> {
    const [inserted] = await rowsOf<{ id: string }>(
      tx,
      `INSERT INTO match_run (id, market_id, cause, state) VALUES ($1, $2, $3, 'queued') ON CONFLICT (market_id) WHERE state = 'queued' DO NOTHING RETURNING id`,
      [newId(), marketId, cause],
    );
    if (inserted) {
      const delayMs = cause === 'event' ? this.config.settings.MATCH_DEBOUNCE_MS : 0;
      await this.outbox.requestJob(tx, solveMarket, { runId: inserted.id }, delayMs);
      return inserted.id;
    }
    const [queued] = await rowsOf<{ id: string }>(
      tx,
      `SELECT id FROM match_run WHERE market_id = $1 AND state = 'queued'`,
      [marketId],
    );
    // The queued run may have started between the two statements; then it saw less than the caller knows.
    return queued ? queued.id : this.request(tx, marketId, cause);
  }

  /**
   * Takes the market's turn, and with `take` the market itself; undefined when the run is over, or when another run has the
   * turn and this one waits. A run whose process is gone has lost its turn.
   */
  async begin(runId: string, take: (tx: Tx, marketId: string) => Promise<void>): Promise<MatchRun | undefined> {
    return this.db.transaction(async (tx) => {
      const run = await tx.findOne(MatchRun, { where: { id: runId }, lock: { mode: 'pessimistic_write' } });
      if (!run || (run.state !== 'queued' && run.state !== 'running')) return undefined;
      if (run.state === 'queued' && (await this.isTaken(tx, run.marketId))) {
        await this.outbox.requestJob(tx, solveMarket, { runId }, busyRetryMs);
        return undefined;
      }
      await take(tx, run.marketId);
      if (run.state === 'queued') await tx.update(MatchRun, runId, { state: 'running', startedAt: this.clock.now() });
      return { ...run, state: 'running' as const };
    });
  }

  /** A run of a few pairs that is done as it is recorded: what an order reserves belongs to it. Returns its id. */
  async recordDone(tx: Tx, marketId: string, seats: number): Promise<string> {
    const now = this.clock.now();
    const id = newId();
    const figures = { workers: seats, needs: 1, positions: seats, edges: seats, filled: seats };
    await tx.insert(MatchRun, {
      ...{ id, marketId, cause: 'manual' as const, state: 'succeeded' as const, phase: 'secure', shareDone: 1 },
      ...{ ...figures, kept: 0, added: seats, withdrawn: 0, timingsMs: {}, startedAt: now, finishedAt: now },
    });
    return id;
  }

  private async isTaken(tx: Tx, marketId: string): Promise<boolean> {
    await tx.query(
      `UPDATE match_run SET state = 'failed', fault = 'LOST', finished_at = now() WHERE market_id = $1 AND state = 'running'
         AND NOT EXISTS (SELECT 1 FROM market_kept k WHERE k.market_id = match_run.market_id)`,
      [marketId],
    );
    return tx.existsBy(MatchRun, { marketId, state: 'running' });
  }

  async isRunning(id: string): Promise<boolean> {
    return this.db.reader.existsBy(MatchRun, { id, state: 'running' });
  }

  /** In the caller's transaction: from here on the run cannot be called off; false where it was. */
  async mayEnd(tx: Tx, id: string): Promise<boolean> {
    const run = await tx.findOne(MatchRun, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return run?.state === 'running';
  }

  async succeed(tx: Tx, id: string, figures: Partial<MatchRun>): Promise<void> {
    const done = { state: 'succeeded', phase: 'done', shareDone: 1, finishedAt: this.clock.now() } as const;
    await tx.update(MatchRun, id, { ...done, ...figures });
  }

  async fail(id: string): Promise<void> {
    const failed = { state: 'failed', fault: 'INTERNAL', finishedAt: this.clock.now() } as const;
    await this.db.reader.update(MatchRun, { id, state: 'running' }, failed);
  }

  async progress(runId: string, phase: string, shareDone: number): Promise<void> {
    // News may come late, from a solver that has ended or a job that was taken over; it never takes a run back.
    await this.db.reader.update(
      MatchRun,
      { id: runId, state: 'running', shareDone: LessThan(shareDone) },
      { phase, shareDone },
    );
  }
}
