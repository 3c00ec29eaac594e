import { EngineInputError } from './errors.js';
import { MAX_SCORE, type Problem } from './problem.js';

/** How many units go along each edge, and what that amounts to. */
export interface Allocation {
  readonly flow: Int32Array;
  readonly filled: number;
  /** Units filled in each class; index = priority, so entry 0 is always 0. */
  readonly filledByClass: readonly number[];
  /** Sum of flow times score. */
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

/**
 * The least step between classes that no rearrangement can buy with score: one more unit filled in a higher class
 * moves at most min(sources, sinks) other units, and each of them loses at most MAX_SCORE (README, "One weight").
 */
export function classStepOf({ supply, demand }: Problem): number {
  return MAX_SCORE * Math.min(supply.length, demand.length) + 1;
}

/** Refuses a problem whose distances (at most three weights) or total score might leave the exact integers. */
export function checkExact(problem: Problem): void {
  const heaviest = problem.priority.reduce((most, k) => Math.max(most, k), 0) * classStepOf(problem) + MAX_SCORE;
  if (3 * heaviest > Number.MAX_SAFE_INTEGER) {
    throw new EngineInputError('TOO_LARGE', `An edge may weigh ${heaviest}, more than ${Number.MAX_SAFE_INTEGER} / 3`);
  }
  const units = Math.min(sum(problem.supply), sum(problem.demand));
  if (units * MAX_SCORE > Number.MAX_SAFE_INTEGER) {
    throw new EngineInputError('TOO_LARGE', `${units} units may score more than ${Number.MAX_SAFE_INTEGER}`);
  }
}

/** Totals of a flow. */
export function measure({ priority, sink, score }: Problem, flow: Int32Array): Allocation {
  const filledByClass = new Array<number>(priority.reduce((most, k) => Math.max(most, k), 0) + 1).fill(0);
  let total = 0;
  let filled = 0;
  for (let e = 0; e < flow.length; e++) {
    const units = flow[e] as number;
    if (units === 0) continue;
    const k = priority[sink[e] as number] as number;
    filledByClass[k] = (filledByClass[k] as number) + units;
    filled += units;
    total += units * (score[e] as number);
  }
  return { flow, filled, filledByClass, score: total };
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
