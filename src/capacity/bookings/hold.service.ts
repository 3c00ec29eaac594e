import { Injectable } from '@nestjs/common';
import { Sanctions } from '../../directory/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { capacityBookingHeld, capacityBookingReleased } from '../capacity.events.js';
import { CapacityProposals } from '../proposals/proposal.service.js';
import { giveUpFree } from '../windows/window.loader.js';
import { CapacityBooking, type ReleaseReason } from './booking.entity.js';
import {
  dayKey,
  freeDays,
  insertBookingDays,
  lockDays,
  lockStep,
  lockWindows,
  type OfferedWindow,
} from './booking.loader.js';
import {
  type AskedDay,
  bookedDays,
  refuseClosedWindow,
  refuseDays,
  refuseHoldPast,
  refuseMoreThanFree,
  refuseNoSuchStep,
  refuseOwnWindow,
  refuseUnfit,
} from './hold.rules.js';
import { refuseRelease } from './booking.rules.js';
import { releaseFen } from './notice.rules.js';
import { amountFen, refuseLargeAmount } from './price.rules.js';

/** Minutes of a window that an enterprise wants held. */
export interface CapacityHold {
  readonly windowId: string;
  /** The step of an open request of the enterprise that it is for. */
  readonly requestId?: string | null;
  readonly step?: number | null;
  /** Who books. */
  readonly enterpriseId: string;
  /** Minutes of machine time without the setup, which is added to the first day. */
  readonly days: readonly AskedDay[];
  /** When the hold lapses unless the owner has confirmed it. */
  readonly until: Date;
}

interface Release {
  readonly reason: ReleaseReason;
  readonly note: string;
  /** What it is said to cost the customer; left out: nothing. */
  readonly lateFenOf?: (booking: CapacityBooking) => number;
}

/**
 * Holding minutes and giving them back, in the caller's transaction, who writes the audit trail. Locks in one order,
 * whoever calls: bookings, requests, windows, days, each by id (a day by window and date). A caller that holds in
 * several windows does so in one call.
 */
@Injectable()
export class CapacityHolds {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly sanctions: Sanctions,
    private readonly proposals: CapacityProposals,
  ) {}

  /** Holds minutes of one window; a refusal where they are not to be had. */
  async hold(tx: Tx, hold: CapacityHold): Promise<CapacityBooking> {
    const [booking] = await this.holdAll(tx, [hold]);
    return orRefuse(booking, notFound());
  }

  /** Holds all of them or, by the refusal that it throws, none. Answers bookings in the order of the holds. */
  async holdAll(tx: Tx, holds: readonly CapacityHold[]): Promise<CapacityBooking[]> {
    const stepOf = await lockSteps(tx, holds);
    const windows = await lockWindows(
      tx,
      holds.map(({ windowId }) => windowId),
    );
    const free = await lockDays(
      tx,
      holds.flatMap(({ windowId, days }) => days.map(({ day }) => ({ windowId, day }))),
    );
    const bookings: CapacityBooking[] = [];
    for (const hold of holds) {
      const window = orRefuse(windows.get(hold.windowId), notFound('input.capacityWindowId'));
      bookings.push(await this.insert(tx, hold, window, free, stepOf.get(hold)));
    }
    return bookings;
  }

  /**
   * Gives back, for the customer, what bookings hold, by the notice rule as if the customer did it: what has begun stays, to
   * be recorded. Answers the ids of those that were released.
   */
  async release(tx: Tx, bookingIds: readonly string[], note = ''): Promise<string[]> {
    if (bookingIds.length === 0) return [];
    const bookings = await tx
      .createQueryBuilder(CapacityBooking, 'booking')
      .where(`booking.id IN (:...ids) AND booking.state IN ('held', 'confirmed')`, { ids: bookingIds })
      .orderBy('booking.id')
      .setLock('pessimistic_write')
      .getMany();
    const today = this.clock.today();
    const releasable = bookings.filter((booking) => !refuseRelease(booking, today));
    await this.free(tx, releasable, { reason: 'by_service', note, lateFenOf: (booking) => releaseFen(booking, today) });
    return releasable.map(({ id }) => id);
  }

  /** Releases bookings that the caller has locked and decided on. */
  async free(
    tx: Tx,
    bookings: readonly CapacityBooking[],
    { reason, note, lateFenOf = () => 0 }: Release,
  ): Promise<void> {
    if (bookings.length === 0) return;
    const now = this.clock.now();
    for (const booking of bookings)
      await tx.update(CapacityBooking, booking.id, {
        ...{
          state: 'released',
          releaseReason: reason,
          releaseNote: note,
          lateFen: lateFenOf(booking),
          releasedAt: now,
        },
        ...{ changes: booking.changes + 1, changedAt: now },
      });
    const windows = await lockWindows(
      tx,
      bookings.map(({ windowId }) => windowId),
    );
    const closed = [...windows.values()].filter(({ state }) => state === 'closed').map(({ id }) => id);
    await freeDays(
      tx,
      bookings.map(({ id }) => id),
      closed,
    );
    // Of a withdrawn window nothing is on offer: what comes back is given up, so that another window can offer it.
    for (const id of closed) await giveUpFree(tx, id);
    await this.outbox.recordAll(
      tx,
      bookings.map((booking) => capacityBookingReleased({ ...eventOf(booking), reason })),
    );
  }

  private async insert(
    tx: Tx,
    hold: CapacityHold,
    window: OfferedWindow,
    free: Map<string, number>,
    lockedStep: { readonly requestId: string; readonly step: number } | undefined,
  ): Promise<CapacityBooking> {
    const { enterpriseId: customerId, days } = hold;
    const now = this.clock.now();
    refuse(
      refuseOwnWindow(window, customerId) ??
        refuseClosedWindow(window) ??
        refuseHoldPast(hold.until, now) ??
        refuseDays(days, window, this.clock.today()),
    );
    refuse(await this.sanctions.refuseDealing(tx, [customerId, window.enterpriseId]));
    if (lockedStep) await refuseUnfitStep(tx, { ...lockedStep, enterpriseId: customerId }, window, days);
    const booked = bookedDays(days, window.setupMinutes);
    const left = new Map(booked.map(({ day }) => [day, free.get(dayKey(window.id, day))]));
    refuse(
      refuseMoreThanFree(booked, days, withoutUndefined(left)) ??
        refuseLargeAmount(sum(booked), window.fenPerHour, 'input.days'),
    );
    const booking = bookingOf(hold, window, booked, now);
    await tx.insert(CapacityBooking, booking);
    await insertBookingDays(tx, booking, booked);
    for (const { day, minutes } of booked) {
      const key = dayKey(window.id, day);
      free.set(key, (free.get(key) ?? 0) - minutes);
    }
    if (lockedStep) await this.proposals.take(tx, { ...lockedStep, windowId: window.id });
    await this.outbox.record(tx, capacityBookingHeld(eventOf(booking)));
    return booking;
  }
}

export const eventOf = ({ id: bookingId, windowId, ownerId, customerId, requestId }: CapacityBooking) => ({
  ...{ bookingId, windowId, ownerId, customerId, requestId },
});

const sum = (days: readonly AskedDay[]): number => days.reduce((total, { minutes }) => total + minutes, 0);

function withoutUndefined(map: ReadonlyMap<string, number | undefined>): Map<string, number> {
  return new Map([...map].flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}

/** The steps that holds are for; their requests are locked in the order of their ids. */
async function lockSteps(
  tx: Tx,
  holds: readonly CapacityHold[],
): Promise<Map<CapacityHold, { readonly requestId: string; readonly step: number }>> {
  const named = new Map<CapacityHold, { readonly requestId: string; readonly step: number }>();
  for (const hold of holds) {
    const { requestId = null, step = null } = hold;
    if (requestId !== null && step !== null) named.set(hold, { requestId, step });
  }
  const requestIds = [...named.values()].map(({ requestId }) => requestId);
  if (requestIds.length > 0)
    await tx.query('SELECT 1 FROM capacity_request WHERE id = ANY($1) ORDER BY id FOR UPDATE', [requestIds]);
  return named;
}

async function refuseUnfitStep(
  tx: Tx,
  asked: { readonly requestId: string; readonly step: number; readonly enterpriseId: string },
  window: OfferedWindow,
  days: readonly AskedDay[],
): Promise<void> {
  const request = orRefuse(await lockStep(tx, asked), notFound('input.capacityRequestId'));
  refuse(refuseNoSuchStep(request, asked.step));
  if (request.facts) refuse(refuseUnfit(request.facts, window, days));
}

function bookingOf(
  { enterpriseId, requestId = null, step = null, until }: CapacityHold,
  window: OfferedWindow,
  booked: readonly AskedDay[],
  now: Date,
): CapacityBooking {
  const { fenPerHour, currency, withOperators, materialBy, setupMinutes, noticeDays, latePercent } = window;
  return {
    ...{ id: newId(), windowId: window.id, lineId: window.lineId, ownerId: window.enterpriseId },
    ...{ customerId: enterpriseId, requestId, step },
    ...{ startsOn: booked[0]?.day ?? '', endsOn: booked.at(-1)?.day ?? '' },
    ...{ fenPerHour, currency, withOperators, materialBy, setupMinutes, noticeDays, latePercent },
    ...{ bookedFen: amountFen(sum(booked), fenPerHour), state: 'held', heldUntil: until },
    ...{ confirmedAt: null, fulfilledAt: null, recordedAt: null, recordNote: '', amountFen: null },
    ...{ objection: '', objectedAt: null, releasedAt: null, releaseReason: null, releaseNote: '', lateFen: null },
    ...{ changes: 0, changedAt: now },
  };
}
