import { defineTransitions } from '../../platform/errors/index.js';

/** An account whose disabled_at is set is blocked. */
export type AccountState = 'active' | 'blocked';

export const accountTransitions = defineTransitions<AccountState>('active', {
  active: ['blocked'],
  blocked: ['active'],
});
