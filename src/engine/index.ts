export { EngineInputError, type EngineInputErrorCode } from './errors.js';
export type { EdgeEnd } from './live/live-network.js';
export type { Change } from './live/change-log.js';
export { LivePlan } from './live/live-plan.js';
export { givenBy } from './live/live-reads.js';
export { proofOf } from './live/live-proof.js';
export {
  costOf,
  FormatError,
  type NetworkFile,
  type NetworkForm,
  networkForms,
  planText,
  type ReadOptions,
} from './formats/index.js';
export { NetworkBuilder } from './network-builder.js';
export type { Allocation, Duals } from './objective.js';
export {
  Explainer,
  explainerOf,
  type OneMore,
  type SinkExplanation,
  type SourceExplanation,
  type Worth,
} from './explain/explain.js';
export type { Block } from './explain/block.js';
export type { Pairs } from './keep-previous.js';
export { assemble, commonClassStep, type Part, partition, previousWithin, roomyClassStep } from './parts/partition.js';
export type { SolvePhase, SolveProgress } from './pace.js';
export { MAX_PRIORITY, MAX_SCORE, type Problem } from './problem.js';
export { solve, type Solution, type SolveOptions } from './solve.js';
export { verify, type Verdict } from './verify.js';
