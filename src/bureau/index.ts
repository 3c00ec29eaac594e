export { BureauModule } from './bureau.module.js';
export { RollupKeeper } from './rollups/rollup-keeper.service.js';
export {
  alertEscalated,
  alertRaised,
  bulletinMade,
  bulletinMailAsked,
  transportCancelled,
  transportPublished,
} from './bureau.events.js';
export { indicatorName } from './catalogue/indicators.js';
export { BulletinMails, type BulletinToMail, type MailOutcome } from './bulletins/bulletin-mails.service.js';
