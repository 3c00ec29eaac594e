import { defineTransitions } from '../../platform/errors/index.js';

export type PlacementState = 'planned' | 'active' | 'completed' | 'cancelled' | 'ended_early' | 'no_show';

export const placementTransitions = defineTransitions<PlacementState>('planned', {
  planned: ['active', 'cancelled', 'no_show'],
  active: ['completed', 'ended_early'],
  completed: [],
  cancelled: [],
  ended_early: [],
  no_show: [],
});
