import { Injectable } from '@nestjs/common';
import type { SolvePhase, SolveProgress } from '../../engine/index.js';
import { Proposals } from '../../labour/index.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { readGrouping } from '../fairness/fairness.loader.js';
import { type Fairness, fairnessOf } from '../fairness/fairness.rules.js';
import { LiveMarkets } from '../live/live-markets.service.js';
import { dropNotes, type Note, readNotes } from '../live/note.loader.js';
import { type Judgement, MarketState } from '../live/market-state.js';
import { Solver } from '../solver/solver.service.js';
import { latestWeights, type WeightsVersion } from '../weights/weights.loader.js';
import type { MatchRun } from './match-run.entity.js';
import { MatchRuns } from './match-run.service.js';
import { type Plan, planOf, seatsOf, type SolveProblem } from './plan.js';
import { RunReports } from './run-report.js';
import { type RunWatch, watchRun } from './run-watch.js';
import { readSnapshot, type Snapshot } from './snapshot.js';

/** Which part of a run each phase of solving is. */
const shareOfRun: Record<SolvePhase, { readonly from: number; readonly until: number }> = {
  read: { from: 0.3, until: 0.35 },
  bid: { from: 0.35, until: 0.6 },
  fill: { from: 0.6, until: 0.78 },
  prove: { from: 0.78, until: 0.8 },
};

/** A market as it was read, and what became of it. */
interface Solved {
  readonly drift: number | null;
  /** Notes of changes that the snapshot holds already. */
  readonly noteIds: readonly string[];
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly weights: WeightsVersion;
  readonly fairness: Fairness;
  readonly today: number;
  readonly readMs: number;
}

/** Does runs: solves a market from nothing, writes the difference in one transaction, and keeps the market from there on. */
@Injectable()
export class MatchRunner {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly runs: MatchRuns,
    private readonly proposals: Proposals,
    private readonly solver: Solver,
    private readonly live: LiveMarkets,
    private readonly reports: RunReports,
  ) {}

  /**
   * Does a run. A repeat after a crash starts it over; one that is over is left alone; results are one transaction. A run
   * that is called off meanwhile stops and writes nothing.
   */
  async execute(runId: string): Promise<void> {
    let keptBy: Judgement | undefined;
    const run = await this.runs.begin(runId, (tx, market) => {
      keptBy = this.live.judgementOf(market);
      return this.live.take(tx, market);
    });
    if (!run) return;
    const { marketId } = run;
    const watch = watchRun(
      async () => !(await this.runs.isRunning(runId)),
      (error) => this.reports.warn(runId, error, 'state of a run not read'),
    );
    try {
      const solved = await this.solve(run, watch, keptBy);
      await this.runs.progress(runId, 'writing', 0.8);
      if (await this.reports.phase('write', () => this.write(run, solved))) await this.keep(run, solved);
      else await this.callOff(run);
    } catch (error) {
      await this.runs.fail(runId);
      await this.live.release(marketId);
      throw error;
    } finally {
      watch.end();
    }
  }

  private async solve({ id, marketId, cause }: MatchRun, watch: RunWatch, keptBy?: Judgement): Promise<Solved> {
    const { signal } = watch;
    const started = performance.now();
    await this.runs.progress(id, 'reading', 0.05);
    const [notes, snapshot] = await this.reports.phase('read', () => this.read(marketId));
    const readMs = performance.now() - started;
    await this.runs.progress(id, 'solving', 0.3);
    const weights = await latestWeights(this.db, marketId);
    const today = Math.floor(this.clock.now().getTime() / DAY_MS);
    const onProgress = this.teller(id);
    const solve: SolveProblem = (problem, hints) => this.solver.solve(problem, { ...hints, onProgress, signal });
    const plan = await planOf(snapshot, weights.weights, today, solve, this.reports.phase);
    const isCheck = cause === 'schedule' && keptBy !== undefined && notes.length === 0;
    const drift = isCheck ? await this.driftOf(snapshot, keptBy, signal) : null;
    const fairness = fairnessOf({
      ...snapshot,
      pairs: plan.pairs,
      grouping: await readGrouping(this.db, marketId),
      today,
    });
    return { drift, fairness, noteIds: notes.map(({ id: note }) => note), snapshot, plan, weights, today, readMs };
  }

  /** Notes first: the snapshot may hold more than they say, never less. */
  private async read(marketId: string): Promise<[Note[], Snapshot]> {
    const notes = await readNotes(this.db, marketId);
    return [notes, await readSnapshot(this.db, marketId)];
  }

  /** False where the run was called off: what was solved in vain is dropped. */
  private async write(
    run: MatchRun,
    { drift, fairness, noteIds, snapshot, plan, weights, readMs }: Solved,
  ): Promise<boolean> {
    const started = performance.now();
    const done = await this.db.transaction(async (tx) => {
      if (!(await this.runs.mayEnd(tx, run.id))) return undefined;
      const difference = await this.proposals.replace(tx, run.id, weights.version, snapshot.scope, plan.pairs);
      await dropNotes(tx, noteIds);
      const { positions, edges, filled, proven } = plan;
      const timingsMs = { read: Math.round(readMs), ...plan.timingsMs, write: Math.round(performance.now() - started) };
      await this.runs.succeed(tx, run.id, {
        ...{ workers: snapshot.workers, needs: snapshot.demands.length, positions, edges, filled, proven },
        ...{ score: String(plan.score), timingsMs, drift, fairness, ...difference },
      });
      await this.live.ensureHeld(tx, run.marketId);
      return { difference, timingsMs, drift };
    });
    if (done) this.reports.written(run, plan, done);
    return done !== undefined;
  }

  private async keep({ id: runId, marketId }: MatchRun, { snapshot, plan, weights, today }: Solved): Promise<void> {
    if (!plan.proven) return this.live.release(marketId);
    const judgement = { weights: weights.weights, today };
    const state = new MarketState(snapshot, plan, judgement);
    await this.live.keep(marketId, { state, judgement, runId, weightsVersion: weights.version });
  }

  /** How many of those who are proposed, or are not, a plan from nothing by the same judgement would have elsewhere. */
  private async driftOf(snapshot: Snapshot, { weights, today }: Judgement, signal: AbortSignal): Promise<number> {
    const plan = await planOf(snapshot, weights, today, (problem, hints) =>
      this.solver.solve(problem, { ...hints, signal }),
    );
    const needOf = seatsOf(plan);
    return snapshot.scope.filter((workerId) => needOf.get(workerId) !== snapshot.standing.get(workerId)).length;
  }

  /** What had been noted until then was what the run was for. */
  private async callOff(run: MatchRun): Promise<void> {
    const notes = await readNotes(this.db, run.marketId);
    await this.db.transaction((tx) => dropNotes(tx, notes.map(({ id }) => id))); // prettier-ignore
    await this.live.release(run.marketId);
    this.reports.calledOff(run);
  }

  /** Writes down how the solver goes, skipping news while the last is being written. */
  private teller(runId: string): (progress: SolveProgress) => void {
    let isWriting = false;
    return ({ phase, share }) => {
      if (isWriting) return;
      isWriting = true;
      const { from, until } = shareOfRun[phase];
      this.runs
        .progress(runId, 'solving', from + share * (until - from))
        .catch((error: unknown) => this.reports.warn(runId, error, 'progress of a run not written'))
        .finally(() => (isWriting = false));
    };
  }
}
