import { defineTransitions } from '../../platform/errors/index.js';
import type { ApplicationState } from './application.entity.js';

export const applicationTransitions = defineTransitions<ApplicationState>('submitted', {
  submitted: ['taken', 'declined', 'withdrawn'],
  taken: [],
  declined: [],
  withdrawn: [],
});
