import { EngineInputError } from './errors.js';
import { MAX_SCORE, type Problem } from './problem.js';

/** What goes along which edges, and what that amounts to. */
export interface Allocation {
  /** The edges that carry anything, in ascending order. */
  readonly edge: Int32Array;
  /** Units along each of them, at least 1. */
  readonly units: Int32Array;
  readonly filled: number;
  /** Units filled in each class; index = priority, so entry 0 is always 0. */
  readonly filledByClass: readonly number[];
  /** Sum of units times score. */
  readonly score: number;
}

/**
 * Prices that prove a plan optimal. One unit along an edge to a sink of class k weighs `k * classStep + score`;
 * prices are exact integers in that unit. The price of a source (sink) bounds what the plan gains by one more unit
 * of supply (demand) there: `Math.floor(price / classStep)` classes, and score points for the remainder.
 */
export interface Duals {
  readonly sourcePrice: Float64Array;
  readonly sinkPrice: Float64Array;
  readonly classStep: number;
}

/** The least score that no edge exceeds, as far as bounds are concerned. */
export function scoreBound({ score }: Problem): number {
  if (score instanceof Uint16Array) return MAX_SCORE;
  let most = 1;
  for (let e = 0; e < score.length; e++) if (score[e] > most) most = score[e];
  return most;
}

/**
 * A step between classes that no rearrangement can buy with score: one more unit filled in a higher class moves at
 * most min(sources, sinks) other units, each of which loses at most the highest score (README, "One weight"). It is
 * twice as large as that needs, so that prices found class by class fit together.
 */
export function classStepOf(sources: number, sinks: number, bound: number): number {
  return 2 * (Math.min(sources, sinks) + 1) * bound + 1;
}

/** Refuses a problem whose distances (at most three weights), total score or sort keys might leave the exact integers. */
export function checkExact(problem: Problem, bound: number, step: number): void {
  const heaviest = problem.priority.reduce((most, k) => Math.max(most, k), 0) * step + bound;
  if (3 * heaviest > Number.MAX_SAFE_INTEGER)
    throw new EngineInputError('TOO_LARGE', `An edge may weigh ${heaviest}, more than ${Number.MAX_SAFE_INTEGER} / 3`);
  if ((bound + 1) * problem.supply.length > 2 ** 52)
    throw new EngineInputError('TOO_LARGE', `${problem.supply.length} sources are too many for scores up to ${bound}`);
  const units = Math.min(sum(problem.supply), sum(problem.demand));
  if (units * bound > Number.MAX_SAFE_INTEGER)
    throw new EngineInputError('TOO_LARGE', `${units} units may score more than ${Number.MAX_SAFE_INTEGER}`);
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
