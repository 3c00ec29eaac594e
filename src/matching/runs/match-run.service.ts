import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { SolvePhase, SolveProgress } from '../../engine/index.js';
import { Proposals } from '../../labour/index.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { defineJob } from '../../platform/queue/job.js';
import type { Weights } from '../edges/score.rules.js';
import { Solver } from '../solver/solver.service.js';
import { type MatchCause, MatchRun } from './match-run.entity.js';
import { type Plan, planOf } from './plan.js';
import { RunReports } from './run-report.js';
import { watchRun } from './run-watch.js';
import { readSnapshot, type Snapshot } from './snapshot.js';

export const solveMarket = defineJob<{ readonly runId: string }>({ name: 'matching.solve-market', queue: 'matching' });

const busyRetryMs = 1_000;

/** Which part of a run each phase of solving is. */
const shareOfRun: Record<SolvePhase, { readonly from: number; readonly until: number }> = {
  read: { from: 0.3, until: 0.35 },
  bid: { from: 0.35, until: 0.6 },
  fill: { from: 0.6, until: 0.78 },
  prove: { from: 0.78, until: 0.8 },
};

/** Runs of the matching: requested by causes, solved by a job, written as a difference in one transaction. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly proposals: Proposals,
    private readonly solver: Solver,
    private readonly reports: RunReports,
  ) {}

  /** Asks for a run, in the caller's transaction. While one waits, further causes join it: this is the debounce. */
  async request(tx: Tx, marketId: string, cause: MatchCause): Promise<string> {
    const [inserted] = await rowsOf<{ id: string }>(
      tx,
      `INSERT INTO match_run (id, market_id, cause, state) VALUES ($1, $2, $3, 'queued') ON CONFLICT (market_id) WHERE state = 'queued' DO NOTHING RETURNING id`,
      [newId(), marketId, cause],
    );
    if (inserted) {
      await this.outbox.requestJob(
        tx,
        solveMarket,
        { runId: inserted.id },
        cause === 'event' ? this.config.settings.MATCH_DEBOUNCE_MS : 0,
      );
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
   * Does a run. A repeat after a crash starts it over; one that is over is left alone; results are one transaction. A run
   * that is called off meanwhile stops and writes nothing.
   */
  async execute(runId: string): Promise<void> {
    const run = await this.begin(runId);
    if (!run) return;
    const watch = watchRun(
      async () => !(await this.db.reader.existsBy(MatchRun, { id: runId, state: 'running' })),
      (error) => this.reports.warn(runId, error, 'state of a run not read'),
    );
    try {
      const started = performance.now();
      await this.progress(runId, 'reading', 0.05);
      const snapshot = await readSnapshot(this.db, run.marketId);
      const readMs = performance.now() - started;
      await this.progress(runId, 'solving', 0.3);
      const weights = await this.latestWeights();
      const today = Math.floor(this.clock.now().getTime() / DAY_MS);
      const onProgress = this.teller(runId);
      const plan = await planOf(snapshot, weights.weights, today, (problem, previous) =>
        this.solver.solve(problem, { previous, onProgress, signal: watch.signal }),
      );
      await this.progress(runId, 'writing', 0.8);
      await this.write(run, snapshot, plan, weights.version, readMs);
    } catch (error) {
      await this.db.reader.update(
        MatchRun,
        { id: runId, state: 'running' },
        { state: 'failed', fault: 'INTERNAL', finishedAt: this.clock.now() },
      );
      throw error;
    } finally {
      watch.end();
    }
  }

  /** Takes the market's turn; undefined when the run is over, or when another run has the turn and this one waits. */
  private async begin(runId: string): Promise<MatchRun | undefined> {
    return this.db.transaction(async (tx) => {
      const run = await tx.findOne(MatchRun, { where: { id: runId }, lock: { mode: 'pessimistic_write' } });
      if (!run || (run.state !== 'queued' && run.state !== 'running')) return undefined;
      if (run.state === 'running') return run;
      const other = await tx.existsBy(MatchRun, { marketId: run.marketId, state: 'running' });
      if (other) {
        await this.outbox.requestJob(tx, solveMarket, { runId }, busyRetryMs);
        return undefined;
      }
      await tx.update(MatchRun, runId, { state: 'running', startedAt: this.clock.now() });
      return { ...run, state: 'running' as const };
    });
  }

  private async write(
    run: MatchRun,
    snapshot: Snapshot,
    plan: Plan,
    weightsVersion: number,
    readMs: number,
  ): Promise<void> {
    const started = performance.now();
    const done = await this.db.transaction(async (tx) => {
      // From here on it cannot be called off; before, what was solved in vain is dropped.
      const current = await tx.findOne(MatchRun, { where: { id: run.id }, lock: { mode: 'pessimistic_write' } });
      if (current?.state !== 'running') return undefined;
      const difference = await this.proposals.replace(tx, run.id, weightsVersion, snapshot.scope, plan.pairs);
      const { positions, edges, filled, proven } = plan;
      const timingsMs = { read: Math.round(readMs), ...plan.timingsMs, write: Math.round(performance.now() - started) };
      await tx.update(MatchRun, run.id, {
        ...{ state: 'succeeded', phase: 'done', shareDone: 1, finishedAt: this.clock.now() },
        ...{
          workers: snapshot.workers,
          needs: snapshot.demands.length,
          positions,
          edges,
          filled,
          score: String(plan.score),
          proven,
          timingsMs,
        },
        ...difference,
      });
      return { difference, timingsMs };
    });
    if (done) this.reports.written(run, plan, done);
    else this.reports.calledOff(run);
  }

  private async progress(runId: string, phase: string, shareDone: number): Promise<void> {
    // News may come late, from a solver that has ended or a job that was taken over; it never takes a run back.
    await this.db.reader.update(
      MatchRun,
      { id: runId, state: 'running', shareDone: LessThan(shareDone) },
      { phase, shareDone },
    );
  }

  /** Writes down how the solver goes, skipping news while the last is being written. */
  private teller(runId: string): (progress: SolveProgress) => void {
    let isWriting = false;
    return ({ phase, share }) => {
      if (isWriting) return;
      isWriting = true;
      const { from, until } = shareOfRun[phase];
      this.progress(runId, 'solving', from + share * (until - from))
        .catch((error: unknown) => this.reports.warn(runId, error, 'progress of a run not written'))
        .finally(() => (isWriting = false));
    };
  }

  private async latestWeights(): Promise<{ version: number; weights: Weights }> {
    const [latest] = await this.db.rows<{ version: number; weights: Weights }>(
      'SELECT version, weights FROM score_weights ORDER BY version DESC LIMIT 1',
    );
    if (!latest) throw new Error('no score weights');
    return latest;
  }
}
