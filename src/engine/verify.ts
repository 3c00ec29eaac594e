import { type Allocation, classStepOf, type Duals } from './objective.js';
import type { Problem } from './problem.js';

export type Verdict = { readonly ok: true } | { readonly ok: false; readonly fault: string };

/** Sums of two prices up to this one are exact. */
const MAX_PRICE = 2 ** 52;

/**
 * Says whether the allocation is feasible, adds up, and is optimal by complementary slackness under the prices, in
 * O(edges) and exact integers. It shares no code with solve() but the definition of the objective. The problem must
 * have the shape that checkProblem() demands, which NetworkBuilder and solve() ensure.
 */
export function verify(problem: Problem, allocation: Allocation, duals: Duals): Verdict {
  const fault =
    shapeFault(problem, allocation, duals) ??
    priceFault('Source', duals.sourcePrice) ??
    priceFault('Sink', duals.sinkPrice) ??
    planFault(problem, allocation, duals);
  return fault === undefined ? { ok: true } : { ok: false, fault };
}

function shapeFault(problem: Problem, { flow }: Allocation, duals: Duals): string | undefined {
  const step = classStepOf(problem);
  return (
    lengthFault('flow', flow.length, problem.sink.length) ??
    lengthFault('sourcePrice', duals.sourcePrice.length, problem.supply.length) ??
    lengthFault('sinkPrice', duals.sinkPrice.length, problem.demand.length) ??
    (duals.classStep === step ? undefined : `classStep is ${duals.classStep}, the problem's is ${step}`)
  );
}

function lengthFault(name: string, length: number, expected: number): string | undefined {
  return length === expected ? undefined : `${name} has ${length} entries, expected ${expected}`;
}

function priceFault(end: string, prices: Float64Array): string | undefined {
  for (const [index, price] of prices.entries()) {
    const isExact = Number.isInteger(price) && price >= 0 && price <= MAX_PRICE;
    if (!isExact) return `${end} ${index} has price ${price}, not an integer from 0 to ${MAX_PRICE}`;
  }
  return undefined;
}

function planFault(problem: Problem, allocation: Allocation, duals: Duals): string | undefined {
  const given = new Float64Array(problem.supply.length);
  const filled = new Float64Array(problem.demand.length);
  let score = 0;
  for (let s = 0; s < given.length; s++) {
    const row = rowFault(problem, allocation.flow, duals, s);
    if (row !== undefined) return row;
    for (let e = problem.rowStart[s] as number; e < (problem.rowStart[s + 1] as number); e++) {
      const units = allocation.flow[e] as number;
      if (units === 0) continue;
      const t = problem.sink[e] as number;
      given[s] = (given[s] as number) + units;
      filled[t] = (filled[t] as number) + units;
      score += units * (problem.score[e] as number);
    }
  }
  return (
    capacityFault('Source', given, problem.supply, duals.sourcePrice) ??
    capacityFault('Sink', filled, problem.demand, duals.sinkPrice) ??
    totalFault(problem, allocation, filled, score)
  );
}

/** No edge may be worth more than its ends cost, and an edge that is used must be worth exactly that. */
function rowFault(problem: Problem, flow: Int32Array, duals: Duals, s: number): string | undefined {
  const { priority, rowStart, sink, score } = problem;
  const { sourcePrice, sinkPrice, classStep } = duals;
  const price = sourcePrice[s] as number;
  for (let e = rowStart[s] as number; e < (rowStart[s + 1] as number); e++) {
    const t = sink[e] as number;
    const units = flow[e] as number;
    const weight = (priority[t] as number) * classStep + (score[e] as number);
    const cost = price + (sinkPrice[t] as number);
    if (units < 0) return `Edge ${e} carries ${units}`;
    if (cost < weight) return `Edge ${e} weighs ${weight}, more than its ends' prices ${cost}`;
    if (units > 0 && cost > weight) return `Edge ${e} is used but weighs ${weight}, less than its ends' prices ${cost}`;
  }
  return undefined;
}

/** No end may exceed its limit, and one that has something left must be free. */
function capacityFault(end: string, used: Float64Array, limits: Int32Array, prices: Float64Array): string | undefined {
  for (const [index, limit] of limits.entries()) {
    const units = used[index] as number;
    const price = prices[index] as number;
    if (units > limit) return `${end} ${index} moves ${units} of ${limit}`;
    if (units < limit && price !== 0) return `${end} ${index} moves ${units} of ${limit} but has price ${price}`;
  }
  return undefined;
}

function totalFault(
  { priority }: Problem,
  allocation: Allocation,
  filledBySink: Float64Array,
  score: number,
): string | undefined {
  const byClass = allocation.filledByClass.map(() => 0);
  for (const [t, units] of filledBySink.entries()) {
    const k = priority[t] as number;
    byClass[k] = (byClass[k] ?? 0) + units;
  }
  const filled = byClass.reduce((total, units) => total + units, 0);
  if (allocation.score !== score) return `The score is ${score}, not ${allocation.score}`;
  if (allocation.filled !== filled) return `${filled} units are filled, not ${allocation.filled}`;
  const wrong = byClass.findIndex((units, k) => allocation.filledByClass[k] !== units);
  return wrong < 0
    ? undefined
    : `Class ${wrong} has ${String(byClass[wrong])} units filled, not ${String(allocation.filledByClass[wrong])}`;
}
