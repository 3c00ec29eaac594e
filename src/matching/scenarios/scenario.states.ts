import { defineTransitions } from '../../platform/errors/index.js';

export type ScenarioState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

export const scenarioTransitions = defineTransitions<ScenarioState>('queued', {
  queued: ['running', 'cancelled'],
  running: ['succeeded', 'failed', 'cancelled'],
  succeeded: [],
  failed: [],
  cancelled: [],
});
