export { Markets } from './markets/market.service.js';
export { MatchingModule } from './matching.module.js';
export { MatchRuns, solveMarket } from './runs/match-run.service.js';
