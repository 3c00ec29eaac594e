import { defineTransitions } from '../../platform/errors/index.js';

export type ExtensionState = 'waiting' | 'agreed' | 'declined' | 'expired';

/** One no ends it; so does silence. */
export const extensionTransitions = defineTransitions<ExtensionState>('waiting', {
  waiting: ['agreed', 'declined', 'expired'],
  agreed: [],
  declined: [],
  expired: [],
});
