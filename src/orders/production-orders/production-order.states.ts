import { defineTransitions } from '../../platform/errors/index.js';

export type ProductionOrderState = 'open' | 'delivered' | 'cancelled';

/** Whether an open order is secured follows from what is reserved for it. */
export const productionOrderTransitions = defineTransitions<ProductionOrderState>('open', {
  open: ['delivered', 'cancelled'],
  delivered: [],
  cancelled: [],
});
