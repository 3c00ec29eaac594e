import { defineTransitions } from '../../platform/errors/index.js';

export type AttendanceState = 'recorded' | 'confirmed' | 'disputed' | 'resolved';

/** Both confirm, or silence does. A correction takes a confirmation back; a dispute ends with what both, or the bureau, say. */
export const attendanceTransitions = defineTransitions<AttendanceState>('recorded', {
  recorded: ['confirmed', 'disputed'],
  confirmed: ['recorded', 'disputed'],
  disputed: ['resolved'],
  resolved: [],
});
