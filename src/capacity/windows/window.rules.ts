import { type Refusal } from '../../platform/errors/index.js';
import { capacityMessages } from '../capacity.messages.js';
import type { Days, PlannedDay } from '../workshops/line-calendar.rules.js';
import { refuseBackward, refuseLong, refusePast } from '../workshops/workshop.rules.js';

export const maxWindowDays = 366;

/** The period of a window: forward, of at most a year, from today on. */
export function refusePeriod(period: Days, today: string, path: string): Refusal | undefined {
  return (
    refuseBackward(period, `${path}.endsOn`) ??
    refuseLong(period, maxWindowDays, `${path}.endsOn`) ??
    refusePast(period.startsOn, today, `${path}.startsOn`)
  );
}

/** A window that would offer nothing. */
export function refuseNothingToOffer(days: readonly PlannedDay[], path: string): Refusal | undefined {
  if (days.length > 0) return undefined;
  return { code: 'VALIDATION_FAILED', message: capacityMessages.nothingToOffer, field: `${path}.startsOn` };
}

/** On no day would the least booking and its setup fit in. */
export function refuseTooSmall(
  days: readonly PlannedDay[],
  { minimumMinutes, setupMinutes }: { readonly minimumMinutes: number; readonly setupMinutes: number },
  path: string,
): Refusal | undefined {
  const most = Math.max(0, ...days.map(({ plannedMinutes }) => plannedMinutes));
  if (minimumMinutes + setupMinutes <= most) return undefined;
  const params = { least: minimumMinutes + setupMinutes, most };
  return {
    code: 'VALIDATION_FAILED',
    message: capacityMessages.windowTooSmall,
    params,
    field: `${path}.minimumMinutes`,
  };
}
