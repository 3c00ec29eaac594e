import chineseDays from 'chinese-days';
import type { LocalDate } from '../../platform/clock/clock.js';
import { addDays, weekdayOf } from '../../platform/clock/local-date.js';

/** `holiday`: one of the statutory days that are paid at 300 %; other days off around them are rest days. */
export type DayKind = 'holiday' | 'workday' | 'rest_day';

/** What the calendar says of days. */
export interface WorkCalendar {
  kindOf(day: LocalDate): DayKind;
  /** Whether an adjusted workday: a weekend day that is worked for a day off elsewhere. */
  isAdjusted(day: LocalDate): boolean;
  /** Whether the official list of that year is known; else only statutory days and weekends are. */
  isKept(day: LocalDate): boolean;
}

/** The regulation as it stands gives four days of Spring Festival and two of Labour Day from this year on. */
const longerSince = 2025;

/**
 * The statutory holidays (全国年节及纪念日放假办法, art. 2). They follow from the solar and lunar calendars, so they
 * hold for years whose list of days off is not published yet.
 */
export function isStatutoryHoliday(day: LocalDate): boolean {
  const [year, monthDay] = [Number(day.slice(0, 4)), day.slice(5)];
  if (['01-01', '05-01', '10-01', '10-02', '10-03'].includes(monthDay)) return true;
  if (monthDay === '05-02') return year >= longerSince;
  if (monthDay === qingming(year)) return true;
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  if (isLeap) return false;
  if (lunarMon === 1 && lunarDay <= 3) return true;
  if ((lunarMon === 5 && lunarDay === 5) || (lunarMon === 8 && lunarDay === 15)) return true;
  const next = chineseDays.getLunarDate(addDays(day, 1));
  return year >= longerSince && next.lunarMon === 1 && next.lunarDay === 1 && !next.isLeap;
}

/** Day of the solar term 清明, by the usual approximation for 2000 to 2099. */
function qingming(year: number): string {
  const inCentury = year % 100;
  return `04-0${Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)}`;
}

/** Days that the published lists name have a festival and its number of days, e.g. `National Day,国庆节,3`. */
const isNamed = (name: string): boolean => name.includes(',');

/** Whether the library holds the published list of a year: it takes days it does not know for plain ones. */
function isPublished(year: string): boolean {
  return isNamed(chineseDays.getDayDetail(`${year}-10-01`).name);
}

/** The calendar of the published lists, with what the operator has entered over it. */
export function calendarOf(entered: ReadonlyMap<LocalDate, DayKind>): WorkCalendar {
  const enteredYears = new Set([...entered.keys()].map((day) => day.slice(0, 4)));
  const kindOf = (day: LocalDate): DayKind => entered.get(day) ?? publishedKind(day);
  return {
    kindOf,
    isAdjusted: (day) => kindOf(day) === 'workday' && weekdayOf(day) >= 6,
    isKept: (day) => enteredYears.has(day.slice(0, 4)) || isPublished(day.slice(0, 4)),
  };
}

function publishedKind(day: LocalDate): DayKind {
  if (isStatutoryHoliday(day)) return 'holiday';
  const { work, name } = chineseDays.getDayDetail(day);
  if (isNamed(name)) return work ? 'workday' : 'rest_day';
  return weekdayOf(day) >= 6 ? 'rest_day' : 'workday';
}
