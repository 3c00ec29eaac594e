import { calendarOf } from '../../directory/index.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import { morningOf } from './dates.js';
import type { Making } from './demo-data.js';

interface WorkedPlacement {
  readonly id: string;
  readonly workerId: string;
  readonly hostId: string | null;
  readonly lenderId: string | null;
  readonly startsOn: LocalDate;
}

const calendar = calendarOf(new Map());
/** The newest days are not confirmed yet, so that there is something to do. */
const openDays = 2;

/** A day of eight hours on every workday until yesterday, on Wednesdays an hour and a half more. */
export function workedDays({ ids, today }: Making, placement: WorkedPlacement): object[] {
  const days: object[] = [];
  for (let day = placement.startsOn; day < today; day = addDays(day, 1)) {
    if (calendar.kindOf(day) !== 'workday') continue;
    const isLong = new Date(day).getUTCDay() === 3;
    const isConfirmed = day < addDays(today, -openDays);
    const confirmedAt = isConfirmed ? morningOf(addDays(day, 1)) : null;
    const { id: placementId, workerId, hostId, lenderId } = placement;
    days.push({
      ...{ id: ids.next(), placementId, workerId, hostId, lenderId, day, method: 'pass', breakMinutes: 60 },
      ...{ checkInAt: `${day}T08:00:00+08:00`, checkOutAt: `${day}T${isLong ? '18:30' : '17:00'}:00+08:00` },
      ...{ normalMinutes: 480, overtimeMinutes: isLong ? 90 : 0, restDayMinutes: 0, holidayMinutes: 0 },
      ...{
        state: isConfirmed ? 'confirmed' : 'recorded',
        hostConfirmedAt: confirmedAt,
        workerConfirmedAt: confirmedAt,
      },
      ...{
        confirmBy: morningOf(addDays(day, 4)),
        disputeReason: '',
        resolution: '',
        createdAt: `${day}T08:00:00+08:00`,
      },
    });
  }
  return days;
}
