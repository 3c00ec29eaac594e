export { BureauModule } from './bureau.module.js';
export { RollupKeeper } from './rollups/rollup-keeper.service.js';
