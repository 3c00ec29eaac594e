import type { Allocation } from './objective.js';
import type { Plan } from './plan.js';

/** What the plan's links amount to, by edge. */
export function allocationOf({ problem, links }: Pick<Plan, 'problem' | 'links'>): Allocation {
  const { supply, priority, rowStart, sink } = problem;
  const filledByClass = new Array<number>(priority.reduce((most, k) => Math.max(most, k), 0) + 1).fill(0);
  const edge = new Int32Array(links.count);
  const units = new Int32Array(links.count);
  let score = 0;
  let filled = 0;
  let count = 0;
  for (let s = 0; s < supply.length; s++) {
    const from = count;
    for (let link = links.firstAtSource[s]; link >= 0; link = links.nextAtSource[link]) {
      const t = links.sink[link];
      const amount = links.units[link];
      edge[count] = edgeTo(t, sink, rowStart[s]);
      units[count++] = amount;
      filledByClass[priority[t]] += amount;
      filled += amount;
      score += amount * links.score[link];
    }
    if (count > from + 1) sortTogether(edge, units, from, count);
  }
  return { edge, units, filled, filledByClass, score };
}

function edgeTo(t: number, sink: Int32Array, from: number): number {
  let e = from;
  while (sink[e] !== t) e++;
  return e;
}

function sortTogether(edge: Int32Array, units: Int32Array, from: number, end: number): void {
  const unitsOf = new Map<number, number>();
  for (let i = from; i < end; i++) unitsOf.set(edge[i], units[i]);
  edge.subarray(from, end).sort();
  for (let i = from; i < end; i++) units[i] = unitsOf.get(edge[i]) ?? 0;
}
