import { defineTransitions } from '../../platform/errors/index.js';

export type ComplaintState = 'open' | 'in_review' | 'resolved' | 'dismissed';

export const complaintTransitions = defineTransitions<ComplaintState>('open', {
  open: ['in_review'],
  in_review: ['resolved', 'dismissed'],
  resolved: [],
  dismissed: [],
});
