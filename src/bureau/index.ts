export { BureauModule } from './bureau.module.js';
