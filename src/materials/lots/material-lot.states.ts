import { defineTransitions } from '../../platform/errors/index.js';

export type MaterialLotState = 'open' | 'closed' | 'expired';

/** A closed lot still delivers what was reserved from it. */
export const materialLotTransitions = defineTransitions<MaterialLotState>('open', {
  open: ['closed', 'expired'],
  closed: [],
  expired: [],
});
