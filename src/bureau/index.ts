export { BureauModule } from './bureau.module.js';
export { RollupKeeper } from './rollups/rollup-keeper.service.js';
export { alertEscalated, alertRaised } from './bureau.events.js';
export { indicatorName } from './catalogue/indicators.js';
