import { defineTransitions } from '../../platform/errors/index.js';

export type DeliveryState = 'pending' | 'held' | 'bundled' | 'sent' | 'failed' | 'skipped';

/** Held waits for the daily digest; the digest is carried by one delivery, which is pending, and the others are bundled with it. */
export const deliveryTransitions = defineTransitions<DeliveryState>('held', {
  held: ['pending', 'bundled'],
  pending: ['sent', 'failed', 'skipped'],
  bundled: ['sent', 'skipped'],
  failed: ['pending'],
  sent: [],
  skipped: [],
});
