/**
 * The only door into capacity: its module, holding and proposing, views for fields of other modules, and events. The
 * matching reads the SQL views capacity_supply and capacity_demand.
 */
export { CapacityBookings } from './bookings/booking.service.js';
export { type CapacityHold, CapacityHolds } from './bookings/hold.service.js';
export { amountFen as bookingFen } from './bookings/price.rules.js';
export { CapacityRecords } from './bookings/record.service.js';
export { CapacityBookingView } from './bookings/booking.view.js';
export * from './capacity.events.js';
export { CapacityModule } from './capacity.module.js';
export { type AttributeBound, unkeptBound } from './processes/process.rules.js';
export { loadProcesses } from './processes/process.loader.js';
export {
  type CapacityProposalDifference,
  CapacityProposals,
  type ProposedMinutes,
} from './proposals/proposal.service.js';
export { CapacityRequests } from './requests/request.service.js';
export { CapacityRequestView } from './requests/request.view.js';
export { CapacityWindows } from './windows/window.service.js';
export { CapacityWindowView } from './windows/window.view.js';
export { Workshops } from './workshops/workshop.service.js';
