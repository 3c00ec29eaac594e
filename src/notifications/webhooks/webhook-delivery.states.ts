import { defineTransitions } from '../../platform/errors/index.js';

export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'held';

/** Whatever is not under way can be sent again; what comes while its endpoint is paused is held. */
export const deliveryTransitions = defineTransitions<DeliveryState>('pending', {
  pending: ['delivered', 'failed', 'held'],
  delivered: ['pending'],
  failed: ['pending'],
  held: ['pending'],
});
