import { type Allocation, classStepOf, type Duals, scoreBound } from './objective.js';
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
    dualFault(problem, allocation, duals) ??
    planFault(problem, allocation, duals);
  return fault === undefined ? { ok: true } : { ok: false, fault };
}

function shapeFault(problem: Problem, { edge, units }: Allocation, duals: Duals): string | undefined {
  const step = classStepOf(problem.supply.length, problem.demand.length, scoreBound(problem));
  return (
    lengthFault('units', units.length, edge.length) ??
    lengthFault('sourcePrice', duals.sourcePrice.length, problem.supply.length) ??
    lengthFault('sinkPrice', duals.sinkPrice.length, problem.demand.length) ??
    (duals.classStep >= step ? undefined : `classStep is ${duals.classStep}, the problem's is ${step}`)
  );
}

function lengthFault(name: string, length: number, expected: number): string | undefined {
  return length === expected ? undefined : `${name} has ${length} entries, expected ${expected}`;
}

function priceFault(end: string, prices: Float64Array): string | undefined {
  for (let i = 0; i < prices.length; i++) {
    const price = prices[i];
    const isExact = Number.isInteger(price) && price >= 0 && price <= MAX_PRICE;
    if (!isExact) return `${end} ${i} has price ${price}, not an integer from 0 to ${MAX_PRICE}`;
  }
  return undefined;
}

/** No edge may be worth more than its ends cost, unless the plan sends all along it that it can carry. */
function dualFault(problem: Problem, { edge, units }: Allocation, duals: Duals): string | undefined {
  const { supply, demand, rowStart, sink, score, capacity } = problem;
  const { sourcePrice } = duals;
  const net = netPrices(problem, duals);
  let next = 0;
  for (let s = 0; s < supply.length; s++) {
    const price = sourcePrice[s];
    for (let e = rowStart[s], end = rowStart[s + 1]; e < end; e++) {
      if (price + net[sink[e]] >= score[e]) continue;
      while (next < edge.length && edge[next] < e) next++;
      const isFull = capacity !== undefined && capacity[e] === (edge[next] === e ? units[next] : 0);
      const isUsable = supply[s] > 0 && demand[sink[e]] > 0;
      if (!isFull && isUsable) return `Edge ${e} is worth ${score[e]}, more than its ends' prices allow`;
    }
  }
  return undefined;
}

/** Prices of sinks less the weight of their class, to which only the score has to be added. */
function netPrices({ priority }: Problem, { sinkPrice, classStep }: Duals): Float64Array {
  return sinkPrice.map((price, t) => price - priority[t] * classStep);
}

/** Edges in use are worth what their ends cost; ends keep their limits, and what has something left is free. */
function planFault(problem: Problem, allocation: Allocation, duals: Duals): string | undefined {
  const { rowStart, sink, score, capacity } = problem;
  const { edge, units } = allocation;
  const given = new Float64Array(problem.supply.length);
  const filled = new Float64Array(problem.demand.length);
  const net = netPrices(problem, duals);
  let total = 0;
  let s = 0;
  for (let i = 0; i < edge.length; i++) {
    const e = edge[i];
    const inOrder = e >= 0 && e < sink.length && (i === 0 || e > edge[i - 1]);
    if (!inOrder) return `Place ${i} names edge ${e}, which is no edge or out of order`;
    if (units[i] < 1) return `Edge ${e} carries ${units[i]}`;
    if (capacity && units[i] > capacity[e]) return `Edge ${e} carries ${units[i]} of ${capacity[e]}`;
    while (rowStart[s + 1] <= e) s++;
    const t = sink[e];
    given[s] += units[i];
    filled[t] += units[i];
    total += units[i] * score[e];
    if (duals.sourcePrice[s] + net[t] > score[e])
      return `Edge ${e} is used but is worth ${score[e]}, less than its ends' prices ask`;
  }
  return (
    limitFault('Source', given, problem.supply, duals.sourcePrice) ??
    limitFault('Sink', filled, problem.demand, duals.sinkPrice) ??
    totalFault(problem, allocation, filled, total)
  );
}

function limitFault(end: string, used: Float64Array, limits: Int32Array, prices: Float64Array): string | undefined {
  for (let i = 0; i < limits.length; i++) {
    if (used[i] > limits[i]) return `${end} ${i} moves ${used[i]} of ${limits[i]}`;
    if (used[i] < limits[i] && prices[i] !== 0)
      return `${end} ${i} moves ${used[i]} of ${limits[i]} but has price ${prices[i]}`;
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
  for (let t = 0; t < filledBySink.length; t++) byClass[priority[t]] = (byClass[priority[t]] ?? 0) + filledBySink[t];
  const filled = byClass.reduce((total, units) => total + units, 0);
  if (allocation.score !== score) return `The score is ${score}, not ${allocation.score}`;
  if (allocation.filled !== filled) return `${filled} units are filled, not ${allocation.filled}`;
  const wrong = byClass.findIndex((units, k) => allocation.filledByClass[k] !== units);
  return wrong < 0
    ? undefined
    : `Class ${wrong} has ${byClass[wrong]} units filled, not ${String(allocation.filledByClass[wrong])}`;
}
