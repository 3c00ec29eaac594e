import { HOUR_MS, type LocalDate } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import { column } from '../../platform/spreadsheet/index.js';
import { type Period, stepAround, type Step } from '../reports/period.rules.js';

const monthText = /^(\d{4})(?:[-/.]?(\d{2})|[-/.](\d)|年(\d{1,2})月)$/;
const quarterText = /^(\d{4})(?:年)?[-/. ]?(?:Q([1-4])|第?([1-4一二三四])季度?)$/i;
const yearText = /^(\d{4})年?$/;
const weekText = /^(\d{4})-?W(\d{2})$/i;
const quarters = '一二三四';
const { read: readDate } = column('date');

/**
 * The first day of the period that a text names: any day of it, or as statistics write periods: 2026-10, 202610, 2026年10月;
 * 2026Q3, 2026年三季度; 2026; 2026-W40 (ISO 8601). Undefined where it names none of that cadence.
 */
export function periodNamed(text: string, cadence: Step): LocalDate | undefined {
  const day = shortForm(text.normalize('NFKC').trim(), cadence) ?? dayOf(text);
  return day === undefined ? undefined : stepAround(day, cadence).from;
}

function dayOf(text: string): LocalDate | undefined {
  const reading = readDate(text);
  return 'value' in reading ? reading.value : undefined;
}

function shortForm(text: string, cadence: Step): LocalDate | undefined {
  if (cadence === 'day') return undefined;
  const [, weekYear, week] = (cadence === 'week' && weekText.exec(text)) || [];
  if (weekYear !== undefined) return dayOfWeek(Number(weekYear), Number(week));
  const [, quarterYear, digit, name] = (cadence === 'quarter' && quarterText.exec(text)) || [];
  if (quarterYear !== undefined) {
    const quarter = Number(digit ?? (quarters.indexOf(name ?? '') + 1 || name));
    return dayOf(`${quarterYear}-${String(quarter * 3).padStart(2, '0')}-01`);
  }
  const [, year] = (cadence === 'year' && yearText.exec(text)) || [];
  if (year !== undefined) return dayOf(`${year}-01-01`);
  if (cadence === 'week') return undefined;
  const [, monthYear, two, one, chinese] = monthText.exec(text) ?? [];
  return monthYear === undefined
    ? undefined
    : dayOf(`${monthYear}-${(two ?? one ?? chinese ?? '').padStart(2, '0')}-01`);
}

/** The Monday of an ISO week; the first week of a year has its 4th of January. */
function dayOfWeek(year: number, week: number): LocalDate | undefined {
  const monday = addDays(stepAround(`${year}-01-04`, 'week').from, (week - 1) * 7);
  const thursday = addDays(monday, 3);
  return week >= 1 && thursday.startsWith(String(year)) ? monday : undefined;
}

export const periodOf = (firstDay: LocalDate, cadence: Step): Period => stepAround(firstDay, cadence);

/** The first day of the period after. */
export const nextOf = (firstDay: LocalDate, cadence: Step): LocalDate =>
  addDays(stepAround(firstDay, cadence).until, 1);

/** The first day of the last period that is over. */
const lastEnded = (today: LocalDate, cadence: Step): LocalDate =>
  stepAround(addDays(stepAround(today, cadence).from, -1), cadence).from;

/**
 * Whether an address should be read again: a period is over that has no value yet, and it was not read lately (days are looked
 * for every six hours, what is longer once a day).
 */
export function isDue(
  cadence: Step,
  today: LocalDate,
  lastDay: LocalDate | undefined,
  sinceReadMs: number | undefined,
): boolean {
  const hasNews = lastDay === undefined || lastDay < lastEnded(today, cadence);
  return hasNews && (sinceReadMs === undefined || sinceReadMs >= (cadence === 'day' ? 6 : 24) * HOUR_MS);
}
