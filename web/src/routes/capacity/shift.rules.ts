import { minutesOf } from './capacity.rules';

/** How many machines there are, and hours that one of them works on each weekday, Monday first. */
export interface Shifts {
  readonly machines: string;
  readonly hours: readonly string[];
  readonly worksHolidays: boolean;
}

export const plainShifts: Shifts = { machines: '1', hours: ['8', '8', '8', '8', '8', '8', '0'], worksHolidays: false };

/** As the API takes them. */
export function shiftsInput({ machines, hours, worksHolidays }: Shifts): {
  readonly machines: number;
  readonly shiftMinutes: number[];
  readonly worksHolidays: boolean;
} {
  return { machines: Number(machines), shiftMinutes: hours.map(minutesOf), worksHolidays };
}
