import { addDays } from '../../platform/clock/local-date.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import type { Refusal } from '../../platform/errors/index.js';
import { bureauMessages } from '../bureau.messages.js';

/** Both days belong to it. */
export interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export type Step = 'day' | 'week' | 'month' | 'quarter' | 'year';

const dayMs = 86_400_000;
const maxDays = 3_660;
const maxPoints = 400;
const roughDays: Readonly<Record<Step, number>> = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };

export const daysOf = ({ from, until }: Period): number => (Date.parse(until) - Date.parse(from)) / dayMs + 1;

/** A period runs forwards, for ten years at most, in at most 400 steps. */
export function refusePeriod(period: Period, step: Step | undefined): Refusal | undefined {
  const [code, field] = ['VALIDATION_FAILED' as const, 'input.until'];
  const days = daysOf(period);
  if (days < 1) return { code, message: bureauMessages.endsBeforeStart, field };
  if (days > maxDays) return { code, message: bureauMessages.rangeTooLong, params: { days: maxDays }, field };
  if (step === undefined || days / roughDays[step] <= maxPoints) return undefined;
  return { code, message: bureauMessages.tooManyPoints, params: { max: maxPoints }, field };
}

/** The period before, of the same length; of whole months, the same number of months before. */
export function periodBefore(period: Period): Period {
  const months = wholeMonths(period);
  const until = addDays(period.from, -1);
  return { from: months ? addMonths(period.from, -months) : addDays(period.from, -daysOf(period)), until };
}

/** The same period of the year before; 29 February becomes the 28th, and a month that was whole stays whole. */
export function periodYearAgo(period: Period): Period {
  const until = addMonths(period.until, -12);
  return { from: addMonths(period.from, -12), until: wholeMonths(period) ? lastOfMonth(until) : until };
}

/** The step that a day lies in, from its first day to its last. Weeks begin on Monday. */
export function stepAround(day: LocalDate, step: Step): Period {
  if (step === 'day') return { from: day, until: day };
  if (step === 'week') {
    const weekday = new Date(day).getUTCDay() || 7;
    return { from: addDays(day, 1 - weekday), until: addDays(day, 7 - weekday) };
  }
  const months = { month: 1, quarter: 3, year: 12 }[step];
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / months) * months;
  const from = dateOf(year, first, 1);
  return { from, until: addDays(addMonths(from, months), -1) };
}

/** Every step that touches the period, cut to it, in order: a step of which nothing is known is there too. */
export function stepsOf(period: Period, step: Step): Period[] {
  const steps: Period[] = [];
  for (let day = period.from; day <= period.until;) {
    const { until } = stepAround(day, step);
    steps.push({ from: day, until: until < period.until ? until : period.until });
    day = addDays(until, 1);
  }
  return steps;
}

/** How many months a period of whole months has; 0 where it is none. */
function wholeMonths({ from, until }: Period): number {
  if (!from.endsWith('-01') || lastOfMonth(until) !== until) return 0;
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [untilYear = 0, untilMonth = 0] = until.split('-').map(Number);
  return (untilYear - fromYear) * 12 + untilMonth - fromMonth + 1;
}

function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = Number(lastOfMonth(dateOf(year, month - 1 + months, 1)).slice(8));
  return dateOf(year, month - 1 + months, Math.min(date, last));
}

function lastOfMonth(day: LocalDate): LocalDate {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return dateOf(year, month, 0);
}

const dateOf = (year: number, month: number, date: number): LocalDate =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
