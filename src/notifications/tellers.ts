import { AgreementNotificationJobs } from './agreements/agreement.jobs.js';
import { ChangeNotificationJobs } from './life/change.jobs.js';
import { TroubleNotificationJobs } from './life/trouble.jobs.js';
import { AlertNotificationJobs } from './market/alert.jobs.js';
import { BulletinNotificationJobs } from './market/bulletin.jobs.js';
import { CapacityNotificationJobs } from './market/capacity.jobs.js';
import { ConsentNotificationJobs } from './market/consent.jobs.js';
import { MarketNotificationJobs } from './market/market.jobs.js';
import { MaterialLoanNotificationJobs } from './market/material-loan.jobs.js';
import { MaterialMarketNotificationJobs } from './market/material-market.jobs.js';
import { MaterialTransferNotificationJobs } from './market/material-transfer.jobs.js';
import { OrderNotificationJobs } from './market/order.jobs.js';
import { SearchNotificationJobs } from './market/search.jobs.js';
import { ObjectionNotificationJobs } from './money/objection.jobs.js';
import { SettlementNotificationJobs } from './money/settlement.jobs.js';
import { RegisterNotificationJobs } from './register/register.jobs.js';
import { ComplaintNotificationJobs } from './voices/complaint.jobs.js';
import { ReviewNotificationJobs } from './voices/review.jobs.js';
import { AttendanceNotificationJobs } from './work/attendance.jobs.js';
import { PlacementNotificationJobs } from './work/placement.jobs.js';
import { TransportNotificationJobs } from './work/transport.jobs.js';

/** Every class that turns events into notifications, by subject. */
export const tellers = [
  ...[MarketNotificationJobs, SearchNotificationJobs, ConsentNotificationJobs, AgreementNotificationJobs],
  ...[MaterialMarketNotificationJobs, MaterialTransferNotificationJobs, MaterialLoanNotificationJobs],
  ...[CapacityNotificationJobs, OrderNotificationJobs, AlertNotificationJobs, BulletinNotificationJobs],
  TransportNotificationJobs,
  ...[PlacementNotificationJobs, AttendanceNotificationJobs, ChangeNotificationJobs, TroubleNotificationJobs],
  ...[SettlementNotificationJobs, ObjectionNotificationJobs],
  ...[ReviewNotificationJobs, ComplaintNotificationJobs, RegisterNotificationJobs],
];
