export { EngineInputError, type EngineInputErrorCode } from './errors.js';
export { NetworkBuilder } from './network-builder.js';
export type { Allocation, Duals } from './objective.js';
export type { SolvePhase, SolveProgress } from './pace.js';
export { MAX_PRIORITY, MAX_SCORE, type Problem } from './problem.js';
export { solve, type Solution, type SolveOptions } from './solve.js';
export { verify, type Verdict } from './verify.js';
