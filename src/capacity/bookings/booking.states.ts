import { defineTransitions } from '../../platform/errors/index.js';

export type BookingState = 'held' | 'confirmed' | 'fulfilled' | 'released';

/** Why it was released stands beside: declined, expired, by a party. */
export const bookingTransitions = defineTransitions<BookingState>('held', {
  held: ['confirmed', 'released'],
  confirmed: ['fulfilled', 'released'],
  fulfilled: [],
  released: [],
});
