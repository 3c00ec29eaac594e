import { defineTransitions } from '../../platform/errors/index.js';

export type PooledPurchaseState = 'open' | 'committed' | 'arrived' | 'dissolved';

export const pooledPurchaseTransitions = defineTransitions<PooledPurchaseState>('open', {
  open: ['committed', 'dissolved'],
  committed: ['arrived'],
  arrived: [],
  dissolved: [],
});
