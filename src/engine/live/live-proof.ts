import { allocationOf } from '../allocation.js';
import type { Allocation, Duals } from '../objective.js';
import type { Problem } from '../problem.js';
import type { LivePlan } from './live-plan.js';

/**
 * The present problem, plan and prices, in a form that verify() can judge. Nodes that are gone have no units and no
 * edges; units that are pinned are left out. Takes time and memory in proportion to the edges.
 */
export function proofOf(live: LivePlan): { problem: Problem; allocation: Allocation; duals: Duals } {
  const { rows, links } = live.plan;
  const sources = live.sourceCount;
  const rowStart = new Int32Array(sources + 1);
  const places: number[] = [];
  for (let s = 0; s < sources; s++) {
    if (live.isSource(s))
      for (let e = rows.start[s]; e < rows.end[s]; e++) if (live.isSink(rows.node[e])) places.push(e);
    rowStart[s + 1] = places.length;
  }
  const problem = {
    supply: live.supply.slice(0, sources),
    demand: live.demand.slice(0, live.sinkCount),
    priority: live.priority.slice(0, live.sinkCount),
    rowStart,
    sink: Int32Array.from(places, (e) => rows.node[e]),
    score: rows.score instanceof Uint16Array ? new Uint16Array(places.length) : new Int32Array(places.length),
    capacity: rows.capacity && Int32Array.from(places, (e) => rows.capacity?.[e] ?? 0),
  };
  for (const [i, e] of places.entries()) problem.score[i] = rows.score[e];
  const { sourcePrice, sinkPrice, classStep } = live.duals;
  const finite = (price: number): number => (price === Infinity ? 0 : price);
  const duals = { sourcePrice: sourcePrice.map(finite), sinkPrice: sinkPrice.map(finite), classStep };
  return { problem, allocation: allocationOf({ problem, links }), duals };
}
