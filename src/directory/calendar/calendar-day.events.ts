import { defineEvent } from '../../platform/queue/job.js';

/** The operator entered a day. Its name is older than this module and part of what is stored, so it stays. */
export const calendarDayChanged = defineEvent<{ readonly day: string }>('labour.calendar-day.changed');
