import type { Plan } from './plan.js';
import { sinksByClass } from './problem.js';

/** Gives what is left to sinks that are short, class by class, each its best first: an answer in time, not the best. */
export function completeGreedily(plan: Plan): void {
  const { problem, columns, links, spare } = plan;
  const filled = new Float64Array(problem.demand.length);
  for (let t = 0; t < filled.length; t++)
    for (let link = links.firstAtSink[t]; link >= 0; link = links.nextAtSink[link]) filled[t] += links.units[link];
  for (const t of sinksByClass(problem)) {
    let lacking = problem.demand[t] - filled[t];
    if (lacking > 0) columns.sortNext(t, Infinity);
    for (let i = columns.start[t]; i < columns.end[t] && lacking > 0; i++) {
      const s = columns.node[i];
      const room = columns.capacity ? columns.capacity[i] - links.unitsBetween(s, t) : lacking;
      const units = Math.min(lacking, spare[s], room);
      if (units === 0) continue;
      links.add(s, t, columns.score[i], units);
      spare[s] -= units;
      lacking -= units;
    }
  }
}
