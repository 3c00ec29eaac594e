import { defineTransitions } from '../../platform/errors/index.js';

export type RegionPlanState = 'queued' | 'running' | 'succeeded' | 'failed';

export const regionPlanTransitions = defineTransitions<RegionPlanState>('queued', {
  queued: ['running'],
  running: ['succeeded', 'failed'],
  succeeded: [],
  failed: [],
});
