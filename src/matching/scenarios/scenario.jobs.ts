import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { SolveProgress } from '../../engine/index.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { LiveMarkets } from '../live/live-markets.service.js';
import { type Judgement, MarketState } from '../live/market-state.js';
import { type Plan, planOf, seatsOf } from '../runs/plan.js';
import { watchRun } from '../runs/run-watch.js';
import { readSnapshot, type Snapshot } from '../runs/snapshot.js';
import { Solver } from '../solver/solver.service.js';
import type { Weights } from '../edges/score.rules.js';
import { latestWeights } from '../weights/weights.loader.js';
import { changedBy } from './change.js';
import { readGeography } from './geography.loader.js';
import { remediesFor } from './remedies.js';
import { type Answer, Scenario } from './scenario.entity.js';
import { answerScenario } from './scenario.service.js';
import { favoured } from './seat-outcome.js';
import { compareWeights } from './weights-comparison.js';
import { whatIf } from './what-if.js';
import { snapshotOf, worldOf } from './world.js';

/** A market that is asked about. */
interface Read {
  readonly snapshot: Snapshot;
  readonly judgement: Judgement;
  /** Of the weights. */
  readonly version: number;
  /** Whether what stands in the snapshot is its best plan. */
  readonly isPlanned: boolean;
}

/** Answers questions on a copy of the market: it reads, solves, tries, and writes nothing but the answer. */
@Injectable()
export class ScenarioJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly solver: Solver,
    private readonly live: LiveMarkets,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Safe twice: one that is over is left alone, one that was cut off begins anew. */
  @OnJob(answerScenario)
  async answer({ scenarioId }: { readonly scenarioId: string }): Promise<void> {
    const scenario = await this.begin(scenarioId);
    if (!scenario) return;
    const warn = (error: unknown): void => this.logger.warn({ err: error, scenario: scenarioId }, 'state not read');
    const isOver = async (): Promise<boolean> =>
      !(await this.db.reader.existsBy(Scenario, { id: scenarioId, state: 'running' }));
    const watch = watchRun(isOver, warn);
    try {
      const answer = await this.work(scenario, watch.signal);
      await this.end(scenarioId, answer && { state: 'succeeded', answer });
    } catch (error) {
      await this.end(scenarioId, { state: 'failed' });
      throw error;
    } finally {
      watch.end();
    }
  }

  /** undefined where it was called off. */
  private async work({ id, marketId, question }: Scenario, signal: AbortSignal): Promise<Answer | undefined> {
    await this.progress(id, 'reading', 0.05);
    const { snapshot, judgement, version, isPlanned } = await this.read(marketId);
    const { weights, today } = judgement;
    const world = worldOf(snapshot, await readGeography(this.db, marketId));
    await this.progress(id, 'solving', 0.3);
    const onProgress = ({ share }: SolveProgress): void => void (share === 1 && this.progress(id, 'trying', 0.7));
    const solve = async (of: Snapshot, by: Weights): Promise<Plan | undefined> => {
      const solved = await planOf(of, by, today, (problem, hints) =>
        this.solver.solve(problem, { ...hints, signal, onProgress }),
      );
      if (signal.aborted) return undefined;
      if (!solved.proven) throw new Error(`no proven plan for scenario ${id}`);
      return solved;
    };
    if ('changes' in question) {
      const standing = isPlanned ? snapshot.standing : seatsIn(await solve(snapshot, weights));
      const after = changedBy(world, question.changes, today);
      const other = standing && seatsIn(await solve(snapshotOf(after, standing), weights));
      if (!standing || !other) return undefined;
      return { whatIf: whatIf({ world, seats: standing }, { world: after, seats: other }, question.changes) };
    }
    const plan = await solve(snapshot, weights);
    if (!plan) return undefined;
    if ('scope' in question) {
      const state = new MarketState(snapshot, plan, judgement);
      return { remedies: remediesFor({ state, world, today }, question.scope) };
    }
    const standing = seatsOf(plan);
    const other = await solve({ ...snapshot, standing }, question.weights);
    if (!other) return undefined;
    const compared = compareWeights({ ...snapshot, before: plan.pairs, after: other.pairs, today });
    const tried = { before: weights, after: question.weights };
    const gains = favoured(world, standing, seatsOf(other));
    return { weights: { ...compared, basedOnVersion: version, weights: tried, favoured: gains } };
  }

  /** A market from this process’s memory where it is kept here, planned as it is; else from the tables, to be planned. */
  private async read(marketId: string): Promise<Read> {
    const { version, weights } = await latestWeights(this.db, marketId);
    const kept = await this.live.copyOf(marketId);
    if (kept && isDeepStrictEqual(kept.judgement.weights, weights)) return { ...kept, version, isPlanned: true };
    const today = Math.floor(this.clock.now().getTime() / DAY_MS);
    return {
      snapshot: await readSnapshot(this.db, marketId),
      judgement: { weights, today },
      version,
      isPlanned: false,
    };
  }

  private async begin(id: string): Promise<Scenario | undefined> {
    return this.db.transaction(async (tx) => {
      const scenario = await tx.findOne(Scenario, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (scenario?.state !== 'queued' && scenario?.state !== 'running') return undefined;
      await tx.update(Scenario, id, { state: 'running', startedAt: this.clock.now() });
      return scenario;
    });
  }

  private async progress(id: string, phase: string, shareDone: number): Promise<void> {
    await this.db.reader.update(Scenario, { id, state: 'running' }, { phase, shareDone });
  }

  private async end(id: string, end: Partial<Pick<Scenario, 'state' | 'answer'>> | undefined): Promise<void> {
    if (!end) return;
    const over = { phase: 'done', shareDone: 1, finishedAt: this.clock.now() };
    await this.db.reader.update(Scenario, { id, state: 'running' }, { ...over, ...end });
  }
}

function seatsIn(plan: Plan | undefined): ReadonlyMap<string, string> | undefined {
  return plan && seatsOf(plan);
}
