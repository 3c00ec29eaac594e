import { defineTransitions } from '../../platform/errors/index.js';

export type MaterialReturnState = 'stated' | 'accepted' | 'refused';

export const materialReturnTransitions = defineTransitions<MaterialReturnState>('stated', {
  stated: ['accepted', 'refused'],
  accepted: [],
  refused: [],
});
