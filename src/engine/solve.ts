import { type Allocation, checkExact, type Duals, measure } from './objective.js';
import { Plan } from './plan.js';
import { checkProblem, type Problem } from './problem.js';
import { Search } from './search.js';
import { verify } from './verify.js';

export interface SolveProgress {
  readonly phase: 'fill' | 'prove';
  /** How far the phase has come, 0..1. */
  readonly share: number;
}

export interface SolveOptions {
  /** Called at most about a hundred times a run. */
  readonly onProgress?: (progress: SolveProgress) => void;
  /** Asked before each sink; true ends the run with the plan as it stands, which is feasible but not proven. */
  readonly shouldStop?: () => boolean;
}

export interface Solution extends Allocation {
  readonly duals: Duals;
  /** What verify() says of this plan and these prices. */
  readonly proven: boolean;
}

/**
 * The plan that fills the most demand in the highest class, then in the next, and so on, and among those plans one with
 * the highest total score. Same input, same plan. Throws EngineInputError on input that is not a Problem.
 */
export function solve(problem: Problem, options: SolveOptions = {}): Solution {
  checkProblem(problem);
  checkExact(problem);
  const plan = new Plan(problem);
  fill(plan, options);
  options.onProgress?.({ phase: 'prove', share: 0 });
  const allocation = measure(problem, plan.flow);
  const duals = { sourcePrice: plan.sourcePrice, sinkPrice: plan.sinkPrice, classStep: plan.classStep };
  const proven = verify(problem, allocation, duals).ok;
  options.onProgress?.({ phase: 'prove', share: 1 });
  return { ...allocation, duals, proven };
}

/** Opens the sinks one by one, most urgent first, and fills each as far as that makes the plan better. */
function fill(plan: Plan, { onProgress, shouldStop }: SolveOptions): void {
  const search = new Search(plan);
  const sinks = sinksByUrgency(plan.problem);
  const stride = Math.ceil(sinks.length / 100);
  for (const [done, t] of sinks.entries()) {
    if (shouldStop?.()) return;
    if (done % stride === 0) onProgress?.({ phase: 'fill', share: done / sinks.length });
    plan.open(t);
    let short = plan.problem.demand[t] as number;
    while (short > 0) {
      const moved = search.augment(t, short);
      if (moved === 0) break;
      short -= moved;
    }
  }
  onProgress?.({ phase: 'fill', share: 1 });
}

function sinksByUrgency({ demand, priority }: Problem): Int32Array {
  return demand.map((_, t) => t).sort((a, b) => (priority[b] as number) - (priority[a] as number) || a - b);
}
