import { defineEvent } from '../../platform/queue/job.js';

interface AttendanceEvent {
  readonly attendanceId: string;
  readonly placementId: string;
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string | null;
}

/** Days of one placement were recorded or corrected, and wait for confirmation. */
export const attendanceRecorded = defineEvent<
  Omit<AttendanceEvent, 'attendanceId'> & { readonly attendanceIds: readonly string[] }
>('labour.attendance.recorded');
export const attendanceDisputed = defineEvent<AttendanceEvent & { readonly by: 'host' | 'worker' }>(
  'labour.attendance.disputed',
);
export const attendanceResolved = defineEvent<AttendanceEvent>('labour.attendance.resolved');
