import { defineTransitions } from '../../platform/errors/index.js';
import type { MatchRunState } from './match-run.entity.js';

export const matchRunTransitions = defineTransitions<MatchRunState>('queued', {
  queued: ['running', 'cancelled'],
  running: ['succeeded', 'failed', 'cancelled'],
  succeeded: [],
  failed: [],
  cancelled: [],
});
