export { LiveMarkets } from './live/live-markets.service.js';
export { Markets } from './markets/market.service.js';
export { MatchingModule } from './matching.module.js';
export { MatchRuns, solveMarket } from './runs/match-run.service.js';
export { MatchRunner } from './runs/match-runner.service.js';
export { ScenariosModule } from './scenarios/scenarios.module.js';
