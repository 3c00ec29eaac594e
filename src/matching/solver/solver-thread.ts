import type { MessagePort } from 'node:worker_threads';
import {
  EngineInputError,
  type EngineInputErrorCode,
  type Pairs,
  type Problem,
  solve,
  type Solution,
  type SolveProgress,
} from '../../engine/index.js';

export interface SolveTask {
  /** On shared memory, so that nothing is copied. */
  readonly problem: Problem;
  readonly previous: Pairs | undefined;
  readonly classStep: number;
  readonly timeBudgetMs: number | undefined;
  /** Not 0: stop soon. */
  readonly stop: Int32Array;
  /** Where progress is told; missing when nobody wants to know. */
  readonly progress: MessagePort | undefined;
}

/** An error's class does not survive the way from one thread to another; this does. */
export interface Refusal {
  readonly code: EngineInputErrorCode;
  readonly message: string;
}

/** What a solver thread does for a task. */
export default function solveTask({ problem, stop, progress, ...options }: SolveTask): Solution | Refusal {
  try {
    return solve(problem, {
      ...options,
      shouldStop: () => Atomics.load(stop, 0) !== 0,
      onProgress: progress && ((at: SolveProgress) => progress.postMessage(at)),
    });
  } catch (error) {
    if (!(error instanceof EngineInputError)) throw error;
    return { code: error.code, message: error.message };
  }
}
