import { defineTransitions } from '../../platform/errors/index.js';

export type MaterialTransferState = 'reserved' | 'delivered' | 'disputed' | 'accepted' | 'returned' | 'released';

/** A sale ends accepted, a loan returned. A dispute may be put anew, with other figures. */
export const materialTransferTransitions = defineTransitions<MaterialTransferState>('reserved', {
  reserved: ['delivered', 'released'],
  delivered: ['accepted', 'disputed'],
  disputed: ['accepted', 'disputed'],
  accepted: ['returned'],
  returned: [],
  released: [],
});
