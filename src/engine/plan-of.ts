import { scoreBound } from './objective.js';
import { Plan } from './plan.js';
import type { Problem } from './problem.js';
import type { Solution } from './solve.js';

/** A solution as the plan it was read from, to be asked or changed; `sourceStep` is more than any source's index, ever. */
export function planOf(problem: Problem, { edge, units, duals }: Solution, sourceStep: number): Plan {
  const plan = new Plan(problem, scoreBound(problem), { classStep: duals.classStep, sourceStep });
  const { links, spare, short, sourcePrice, netPrice, classWeight } = plan;
  sourcePrice.set(duals.sourcePrice);
  for (let t = 0; t < short.length; t++) {
    netPrice[t] = duals.sinkPrice[t] - classWeight[t];
    short[t] = problem.demand[t];
  }
  let s = 0;
  for (const [i, e] of edge.entries()) {
    while (problem.rowStart[s + 1] <= e) s++;
    links.add(s, problem.sink[e], problem.score[e], units[i]);
    spare[s] -= units[i];
    short[problem.sink[e]] -= units[i];
  }
  return plan;
}
