import type { NotificationKind } from '../inbox/notification.messages.js';

export type BookingSide = 'owner' | 'customer';

/** Who hears that a booking was given up, and how: whoever did it knows. An order's service acts for the customer. */
export function toldOfRelease(reason: string): {
  readonly kind: NotificationKind;
  readonly sides: readonly BookingSide[];
} {
  switch (reason) {
    case 'declined':
      return { kind: 'capacityDeclined', sides: ['customer'] };
    case 'by_owner':
      return { kind: 'capacityCancelled', sides: ['customer'] };
    case 'expired':
      return { kind: 'capacityHoldExpired', sides: ['owner', 'customer'] };
    default:
      return { kind: 'capacityReleased', sides: ['owner'] };
  }
}
