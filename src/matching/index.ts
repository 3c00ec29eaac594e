export { LiveMarkets } from './live/live-markets.service.js';
export { Markets } from './markets/market.service.js';
export { MatchingModule } from './matching.module.js';
export { MatchRuns, solveMarket } from './runs/match-run.service.js';
export { MatchRunner } from './runs/match-runner.service.js';
export type { OpenStep } from './capacity/capacity-market.js';
export { distanceM, type Place } from './edges/distance.js';
export type { Demand } from './edges/candidate.js';
export type { OpenRequest } from './materials/material-market.js';
export { ScenariosModule } from './scenarios/scenarios.module.js';
export { type ColumnKind, type Entry, Program, type ProgramData } from './solver/program.js';
export { type ProgramOptions, Programs, type SolveProgram } from './solver/programs.service.js';
export { Solver } from './solver/solver.service.js';
export { ChosenWorkers } from './securing/chosen-workers.service.js';
export {
  type FoundMaterial,
  type FoundMinutes,
  type FoundPeople,
  type FoundWorker,
  type Reserved,
  Securing,
} from './securing/securing.service.js';
