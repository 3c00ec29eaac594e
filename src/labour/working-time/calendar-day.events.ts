import { defineEvent } from '../../platform/queue/job.js';

/** The operator entered a day: what was worked on it is classified anew. */
export const calendarDayChanged = defineEvent<{ readonly day: string }>('labour.calendar-day.changed');
