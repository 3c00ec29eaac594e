import { allocationOf } from './allocation.js';
import { hasUnitSources, startByAuction, type StartLimits, startLimits } from './auction-start.js';
import { completeGreedily } from './greedy.js';
import { keepPrevious, movedPairs, type Pairs } from './keep-previous.js';
import { type Allocation, checkExact, classStepOf, type Duals, scoreBound } from './objective.js';
import { Pace, type PaceOptions } from './pace.js';
import { Plan } from './plan.js';
import { checkEdges, checkNodes, type Problem, sinksByClass } from './problem.js';
import { isScarce, rowsInShortage, type Shortage } from './shortage.js';
import { lowerScarcePrices } from './scarce-prices.js';
import { SinkSearch } from './sink-search.js';
import { placeByAuction } from './source-auction.js';
import { SourceSearch } from './source-search.js';
import { verify } from './verify.js';

export interface SolveOptions extends PaceOptions {
  /** Pairs of an earlier plan: of all best plans, one that keeps the most units on them. */
  readonly previous?: Pairs | undefined;
  /** Step between classes, for prices that are to fit those of other problems; least when left out. */
  readonly classStep?: number | undefined;
}

export interface Solution extends Allocation {
  readonly duals: Duals;
  /** What verify() says of this plan and these prices; false for a run that was ended early. */
  readonly proven: boolean;
  /** Previous pairs that carry nothing now; 0 without `previous`. */
  readonly moved: number;
}

/**
 * The plan that fills the most demand in the highest class, then in the next, and so on, and among those plans one with
 * the highest total score. Same input, same plan. Throws EngineInputError on input that is not a Problem.
 */
export function solve(problem: Problem, options: SolveOptions = {}): Solution {
  const pace = new Pace(options);
  const { classStep, previous } = options;
  const solution = solutionOf(planFor(problem, pace, { classStep }), pace, previous);
  if (solution.proven || pace.hasStopped) return solution;
  return solutionOf(planFor(problem, pace, { classStep, limits: noStart }), pace, previous);
}

export interface PlanOptions {
  /** The least that does for the problem when left out. */
  readonly classStep?: number | undefined;
  readonly sourceStep?: number;
  readonly limits?: StartLimits;
}

/** Keeps the auction from coming to anything: searches alone are slower, and exact by themselves. */
export const noStart: StartLimits = { lowestPrice: Infinity, raisesPerSink: 0, scarceRaisesPerSink: 0 };

/** A plan filled as well as can be, or as far as `pace` allows. Throws as solve() does. */
export function planFor(problem: Problem, pace: Pace, options: PlanOptions = {}): Plan {
  pace.report('read', 0);
  checkNodes(problem);
  const bound = scoreBound(problem);
  const { sourceStep = problem.supply.length, limits = startLimits } = options;
  const least = classStepOf(problem.supply.length, problem.demand.length, bound);
  const classStep = Math.max(options.classStep ?? 0, least);
  checkExact(problem, bound, classStep);
  const plan = new Plan(problem, bound, { classStep, sourceStep });
  if (!plan.columns.isSound) checkEdges(problem);
  fill(plan, bound, pace, limits);
  if (pace.hasStopped) completeGreedily(plan);
  return plan;
}

export function solutionOf(plan: Plan, pace: Pace, previous?: Pairs): Solution {
  pace.report('prove', 0);
  const { problem } = plan;
  const { sourcePrice, netPrice, classStep } = plan;
  const duals = { sourcePrice, sinkPrice: netPrice.map((_, t) => plan.sinkPrice(t)), classStep };
  const found = allocationOf(plan);
  const allocation = previous && !pace.hasStopped ? keepPrevious(problem, found, duals, previous) : found;
  const proven = !pace.hasStopped && verify(problem, allocation, duals).ok;
  pace.report('prove', 1);
  return { ...allocation, duals, proven, moved: previous ? movedPairs(problem, allocation, previous) : 0 };
}

/**
 * Where sources are single units, an auction fills what can be filled to the last unit, then sources that are scarce are
 * placed one by one. What the auction left, and everything in other problems, is filled sink by sink.
 */
function fill(plan: Plan, bound: number, pace: Pace, limits: StartLimits): void {
  pace.report('bid', 0);
  const start = hasUnitSources(plan.problem) ? startByAuction(plan, bound, limits, pace) : undefined;
  if (start) placeScarce(plan, start, limits, pace);
  if (start && !pace.hasStopped) lowerScarcePrices(plan, start);
  const lacking = start?.lacking ?? plan.problem.demand;
  const search = new SinkSearch(plan);
  const sinks = sinksByClass(plan.problem);
  for (const [done, t] of sinks.entries()) {
    if (pace.shouldStop()) return;
    pace.report('fill', done / sinks.length);
    if (lacking[t] === 0) continue;
    if (!start) search.price(t);
    search.fill(t, lacking[t]);
  }
}

/** Opens the sinks in shortage, which are free as long as they are short, and places all who could serve them. */
function placeScarce(plan: Plan, shortage: Shortage, { scarceRaisesPerSink }: StartLimits, pace: Pace): void {
  const { sinkLevel, sourceLevel } = shortage;
  const { problem, short, spare } = plan;
  for (let t = 0; t < short.length; t++) if (isScarce(sinkLevel[t])) short[t] = problem.demand[t];
  const rows = rowsInShortage(plan, shortage);
  placeByAuction(plan, rows, shortage, scarceRaisesPerSink, pace);
  const search = new SourceSearch(plan, rows);
  for (let s = 0; s < spare.length && !pace.shouldStop(); s++) {
    if (!isScarce(sourceLevel[s]) || spare[s] === 0) continue;
    spare[s] = 0;
    search.price(s);
    search.place(s, problem.supply[s]);
  }
}
