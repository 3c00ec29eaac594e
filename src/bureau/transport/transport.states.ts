import { defineTransitions } from '../../platform/errors/index.js';
import type { TransportPlanState, TransportSeatState } from './transport.entity.js';

export const transportTransitions = defineTransitions<TransportPlanState>('queued', {
  queued: ['running'],
  running: ['planned', 'failed'],
  failed: ['running'],
  planned: ['published', 'cancelled'],
  published: ['cancelled'],
  cancelled: [],
});

/** A worker may change their mind until the bus has gone. */
export const seatTransitions = defineTransitions<TransportSeatState>('foreseen', {
  foreseen: ['asked', 'void'],
  asked: ['taken', 'declined', 'void'],
  taken: ['declined', 'void'],
  declined: ['taken', 'void'],
  void: [],
});
