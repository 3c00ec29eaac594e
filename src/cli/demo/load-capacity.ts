import type {
  CapacityBookings,
  CapacityRecords,
  CapacityRequests,
  CapacityWindows,
  Workshops,
} from '../../capacity/index.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { Database } from '../../platform/database/database.js';
import type { BookingPlan, CapacityPlan, HoldInput } from './demo-sharing.js';

export interface CapacityServices {
  readonly workshops: Workshops;
  readonly windows: CapacityWindows;
  readonly requests: CapacityRequests;
  readonly bookings: CapacityBookings;
  readonly records: CapacityRecords;
}

type ViewerOf = (enterpriseId: string) => EnterpriseViewer;

interface Offered {
  readonly windowId: string;
  readonly owner: EnterpriseViewer;
}

const holdHours = 96;

/** Does what the plan says by the services that enterprises use. */
export async function loadCapacity(
  db: Database,
  services: CapacityServices,
  plan: CapacityPlan,
  viewerOf: ViewerOf,
): Promise<void> {
  const offered = await offerLines(services, plan, viewerOf);
  const requestIds: string[] = [];
  for (const [index, { by, input }] of plan.requests.entries()) {
    const key = { idempotencyKey: `demo-request-${index}` };
    requestIds.push((await services.requests.publish(viewerOf(by), { ...input, ...key })).id);
  }
  for (const [index, booking] of plan.bookings.entries()) {
    const window = offered[booking.line];
    if (!window) throw new Error(`the demo has no line ${booking.line}`);
    const days = await daysOf(db, window.windowId, booking);
    const [request, step] = booking.step ?? [];
    const forStep = request === undefined ? {} : { capacityRequestId: requestIds[request] ?? null, step: step ?? null };
    const hold = { capacityWindowId: window.windowId, days, holdHours, ...forStep };
    const wanted = { ...hold, idempotencyKey: `demo-booking-${index}` };
    await book(db, services, window.owner, { customer: viewerOf(booking.customer), wanted, until: booking.until });
  }
}

/** The lines of all workshops in their order, each on offer by a window. */
async function offerLines(services: CapacityServices, plan: CapacityPlan, viewerOf: ViewerOf): Promise<Offered[]> {
  const offered: Offered[] = [];
  for (const [place, { by, input, lines }] of plan.workshops.entries()) {
    const owner = viewerOf(by);
    const { id: workshopId } = await services.workshops.add(owner, { ...input, idempotencyKey: `demo-${place}` });
    for (const [index, line] of lines.entries()) {
      const key = { idempotencyKey: `demo-${place}-${index}` };
      const { id: productionLineId } = await services.workshops.addLine(owner, { ...line.input, workshopId, ...key });
      const window = await services.windows.publish(owner, { ...line.terms, productionLineId, ...key });
      offered.push({ windowId: window.id, owner });
    }
  }
  return offered;
}

/** The days that a booking takes, among those that its window offers: holidays and Sundays differ with the day of loading. */
async function daysOf(db: Database, windowId: string, { days }: BookingPlan): Promise<HoldInput['days']> {
  const offered = await db.rows<{ day: string }>(
    'SELECT day::text AS day FROM capacity_day WHERE window_id = $1 AND minutes > 0 ORDER BY day',
    [windowId],
  );
  return days.map(([place, minutes]) => {
    const day = offered[place]?.day;
    if (day === undefined) throw new Error('a window of the demo offers too few days');
    return { day, minutes };
  });
}

interface Wanted {
  readonly customer: EnterpriseViewer;
  readonly wanted: HoldInput;
  readonly until: BookingPlan['until'];
}

/** Takes a booking as far as the plan says. */
async function book(
  db: Database,
  { bookings, records }: CapacityServices,
  owner: EnterpriseViewer,
  { customer, wanted, until }: Wanted,
): Promise<void> {
  const { id: capacityBookingId } = await bookings.hold(customer, wanted);
  if (until === 'held') return;
  if (until === 'declined') {
    await bookings.decline(owner, { capacityBookingId, reason: '当日检修' });
    return;
  }
  await bookings.confirm(owner, capacityBookingId);
  if (until === 'confirmed') return;
  const days = await db.rows<{ day: string; minutes: number }>(
    'SELECT day::text AS day, minutes FROM capacity_booking_day WHERE booking_id = $1',
    [capacityBookingId],
  );
  await records.fulfil(owner, { capacityBookingId, days, note: '' });
}
