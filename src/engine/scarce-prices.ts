import { DistanceHeap } from './distance-heap.js';
import type { Plan } from './plan.js';
import { isScarce, type Shortage } from './shortage.js';

/**
 * Lowers the prices of scarce sources as far as their own level allows, and raises those of their sinks. Prices within a
 * level leave some choice where an urgent sink is filled by a source that a less urgent one lacks; those found one by
 * one may be too high for the sources of other levels, the lowest fit them all. One pass of Dijkstra's algorithm from the
 * sinks that are short, whose price must stay 0.
 */
export function lowerScarcePrices(plan: Plan, { sinkLevel, sourceLevel }: Shortage): void {
  const { problem, columns, links, short, sourcePrice, netPrice } = plan;
  const needsIt = problem.priority.some((k, t) => isScarce(sinkLevel[t]) && k > sinkLevel[t]);
  if (!needsIt) return;
  const sinkDistance = new Float64Array(sinkLevel.length).fill(Infinity);
  const sourceDistance = new Float64Array(sourceLevel.length).fill(Infinity);
  const heap = new DistanceHeap();
  for (let t = 0; t < short.length; t++) {
    if (!isScarce(sinkLevel[t]) || short[t] === 0) continue;
    sinkDistance[t] = 0;
    heap.push(0, t);
  }
  while (heap.size > 0) {
    const distance = heap.least();
    const t = heap.pop();
    if (distance > sinkDistance[t]) continue;
    for (let i = columns.start[t]; i < columns.end[t]; i++) {
      const s = columns.node[i];
      const lower = distance + sourcePrice[s] + netPrice[t] - columns.score[i];
      if (sourceLevel[s] !== sinkLevel[t] || lower >= sourceDistance[s]) continue;
      sourceDistance[s] = lower;
      const served = links.sink[links.firstAtSource[s]];
      if (lower >= sinkDistance[served]) continue;
      sinkDistance[served] = lower;
      heap.push(lower, served);
    }
  }
  for (let s = 0; s < sourceLevel.length; s++) if (isScarce(sourceLevel[s])) sourcePrice[s] -= sourceDistance[s];
  for (let t = 0; t < sinkLevel.length; t++) if (isScarce(sinkLevel[t])) netPrice[t] += sinkDistance[t];
}
