import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import { mayWriteCapacity, unrefused } from '../capacity.rules.js';
import {
  type BookingFacts,
  refuseConfirm,
  refuseCorrection,
  refuseDecline,
  refuseFulfil,
  refuseObjection,
  refuseRelease,
} from './booking.rules.js';

export type BookingAction = 'confirm' | 'decline' | 'release' | 'fulfil' | 'object' | 'correct';

/** What the viewer may do with a booking now, by the rules of the mutations themselves. */
export function bookingActions(
  booking: BookingFacts & { readonly ownerId: string; readonly customerId: string },
  viewer: EnterpriseViewer,
  now: Date,
  today: LocalDate,
): BookingAction[] {
  if (!mayWriteCapacity(viewer)) return [];
  if (viewer.enterpriseId === booking.ownerId)
    return unrefused([
      ['confirm', refuseConfirm(booking, now, today)],
      ['decline', refuseDecline(booking)],
      // What is only held is declined instead.
      ...(booking.state === 'held' ? [] : ([['release', refuseRelease(booking, today)]] as const)),
      ['fulfil', refuseFulfil(booking, today)],
      ['correct', refuseCorrection(booking)],
    ]);
  if (viewer.enterpriseId === booking.customerId)
    return unrefused([
      ['release', refuseRelease(booking, today)],
      ['object', refuseObjection(booking, now)],
    ]);
  return [];
}
