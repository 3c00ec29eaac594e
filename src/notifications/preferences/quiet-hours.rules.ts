import { DAY_MS, HOUR_MS } from '../../platform/clock/clock.js';

/** Local times 'HH:MM' between which nobody is disturbed; `from` after `until` goes over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

// Asia/Shanghai keeps no summer time.
const zoneMs = 8 * HOUR_MS;

/** How long it has been the day it is, at the place of work. */
export function sinceMidnightMs(now: Date): number {
  return (now.getTime() + zoneMs) % DAY_MS;
}

function ofDayMs(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR_MS + minutes * 60_000;
}

/** How long until somebody may be disturbed; 0: now. */
export function quietDelayMs(now: Date, quiet: QuietHours | null): number {
  if (quiet === null) return 0;
  const [at, from, until] = [sinceMidnightMs(now), ofDayMs(quiet.from), ofDayMs(quiet.until)];
  const isQuiet = from < until ? at >= from && at < until : at >= from || at < until;
  return isQuiet ? (until - at + DAY_MS) % DAY_MS : 0;
}
