import type { LocalDate } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import { daysOf, type Period, periodYearAgo, type Step, stepAround } from '../reports/period.rules.js';

/** How often the clock makes an edition; `once`: never by itself. */
export type Cadence = 'daily' | 'weekly' | 'monthly' | 'once';

const stepOf = { daily: 'day', weekly: 'week', monthly: 'month' } as const;

/** The last day, week (Monday to Sunday) or month that is over on `today`. */
export function periodOver(cadence: Exclude<Cadence, 'once'>, today: LocalDate): Period {
  const step = stepOf[cadence];
  return stepAround(addDays(stepAround(today, step).from, -1), step);
}

/** Which period an edition is due of: the last one that is over, unless it was over before the plan was made. */
export function duePeriod(
  plan: { readonly cadence: Cadence; readonly atHour: number; readonly plannedOn: LocalDate },
  today: LocalDate,
  hour: number,
): Period | undefined {
  if (plan.cadence === 'once') return undefined;
  const period = periodOver(plan.cadence, today);
  const isFirstDay = period.until === addDays(today, -1);
  if ((isFirstDay && hour < plan.atHour) || period.until < plan.plannedOn) return undefined;
  return period;
}

/** What a bulletin of the period shows the way to it by: 14 days, 13 weeks, 13 months, or the steps of the period itself. */
export function trendOf(period: Period): Period & { readonly step: Step } {
  const { from, until } = period;
  const isWhole = (step: Step): boolean => {
    const whole = stepAround(from, step);
    return whole.from === from && whole.until === until;
  };
  if (from === until) return { from: addDays(until, -13), until, step: 'day' };
  if (isWhole('week')) return { from: addDays(from, -84), until, step: 'week' };
  if (isWhole('month')) return { from: periodYearAgo(period).from, until, step: 'month' };
  const days = daysOf(period);
  return { from, until, step: days <= 31 ? 'day' : days <= 182 ? 'week' : 'month' };
}
