import type { DayOfWorkFragment, MonthTotalsFragment, WorkedPlacementFragment } from './attendance.graphql.ts';

/** The month of a day, `YYYY-MM`. */
export const monthOf = (day: string): string => day.slice(0, 7);

export function isMonth(text: string | null): text is string {
  return text !== null && /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** Its days, first to last. */
export function daysOf(month: string): string[] {
  const [year = 0, index = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, index, 0)).getUTCDate();
  return Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
}

export function monthFrom(month: string, months: number): string {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, index - 1 + months, 1)).toISOString().slice(0, 7);
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

type Worked = Pick<DayOfWorkFragment, 'normalMinutes' | 'overtimeMinutes' | 'restDayMinutes' | 'holidayMinutes'>;

export const classes = ['normalMinutes', 'overtimeMinutes', 'restDayMinutes', 'holidayMinutes'] as const;

/** All that is paid of a day. */
export function workedMinutes(day: Worked): number {
  return classes.reduce((sum, name) => sum + day[name], 0);
}

/** Hours as people say them: 7.5. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;

/** Where a day stands for those who look after it. `open` has no check-out. */
export type Standing = 'open' | 'waiting' | 'agreed' | 'disputed';

export function standingOf({ state, checkOutAt }: Pick<DayOfWorkFragment, 'state' | 'checkOutAt'>): Standing {
  if (state === 'DISPUTED') return 'disputed';
  if (state === 'CONFIRMED' || state === 'RESOLVED') return 'agreed';
  return checkOutAt === null ? 'open' : 'waiting';
}

export const toneOf = { open: 'plain', waiting: 'call', agreed: 'good', disputed: 'bad' } as const;

/** A day's times as a form has them. */
export interface TimesDraft {
  readonly from: string;
  readonly to: string;
  readonly rest: string;
}

const localTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'short' });

export function draftOf(
  times: {
    readonly checkInAt: string | null;
    readonly checkOutAt: string | null;
    readonly breakMinutes: number;
  } | null,
): TimesDraft {
  const clock = (at: string | null | undefined, other: string): string => (at ? localTime.format(new Date(at)) : other);
  return {
    from: clock(times?.checkInAt, '08:00'),
    to: clock(times?.checkOutAt, '17:00'),
    rest: String(times?.breakMinutes ?? 60),
  };
}

/** The instants that a form says of a day; who goes before they came went on the next day. */
export function timesOf(
  day: string,
  { from, to, rest }: TimesDraft,
): { readonly checkInAt: string; readonly checkOutAt: string; readonly breakMinutes: number } {
  const instant = (date: string, time: string): string => new Date(`${date}T${time}:00+08:00`).toISOString();
  return {
    checkInAt: instant(day, from),
    checkOutAt: instant(to <= from ? dayAfter(day, 1) : day, to),
    breakMinutes: Math.round(Number(rest)),
  };
}

export function isFilled({ from, to, rest }: TimesDraft): boolean {
  const isTime = (text: string): boolean => /^\d\d:\d\d$/.test(text);
  return isTime(from) && isTime(to) && /^\d{1,3}$/.test(rest);
}

/** Whether a placement had, or has, days in a month. */
export function isInMonth(
  { startsOn, endsOn, state }: Pick<WorkedPlacementFragment, 'startsOn' | 'endsOn' | 'state'>,
  month: string,
): boolean {
  return state !== 'CANCELLED' && monthOf(startsOn) <= month && month <= monthOf(endsOn);
}

export type Side = 'host' | 'lender';

/** Whose side of a placement an enterprise is on. */
export function sideOf({ need }: Pick<WorkedPlacementFragment, 'need'>, enterpriseId: string | undefined): Side {
  return need?.host.id === enterpriseId ? 'host' : 'lender';
}

/** The days by their date; a date can have but one of a placement. */
export function byDate<D extends { readonly day: string }>(days: readonly D[]): ReadonlyMap<string, D> {
  return new Map(days.map((day) => [day.day, day]));
}

/** What one can still write into a month's grid: past days of the placement. */
export function isOpenDay(
  placement: Pick<WorkedPlacementFragment, 'startsOn' | 'endsOn' | 'state'>,
  day: string,
  today: string,
) {
  return placement.state !== 'PLANNED' && placement.startsOn <= day && day <= placement.endsOn && day <= today;
}

export const confirmable = (days: readonly DayOfWorkFragment[]): string[] =>
  days.filter(({ actions }) => actions.includes('CONFIRM')).map(({ id }) => id);

/** What the trail tells of a day after a change. */
export interface ChangedDay {
  readonly checkInAt: string | null;
  readonly checkOutAt: string | null;
  readonly breakMinutes: number | null;
}

export function changedDayOf(details: string): ChangedDay {
  const told = JSON.parse(details) as Readonly<Record<string, unknown>>;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const { checkInAt, checkOutAt, breakMinutes } = told;
  return {
    checkInAt: text(checkInAt),
    checkOutAt: text(checkOutAt),
    breakMinutes: typeof breakMinutes === 'number' ? breakMinutes : null,
  };
}

export const operations = [
  'check-in',
  'check-out',
  'record',
  'confirm',
  'dispute',
  'correct',
  'resolve',
  'classify',
] as const;
export type Operation = (typeof operations)[number] | 'other';

/** `attendance.check-in` as a key of texts; what is new to this page is still told. */
export function operationOf(operation: string): Operation {
  return operations.find((known) => operation === `attendance.${known}`) ?? 'other';
}

/** What was found, with each rule told once. */
export interface RuleFindings {
  readonly rule: string;
  readonly title: string | null;
  readonly messages: readonly string[];
  readonly isBreach: boolean;
}

export function byRule(findings: MonthTotalsFragment['findings']): RuleFindings[] {
  return [...new Set(findings.map(({ rule }) => rule))].map((rule) => {
    const own = findings.filter((finding) => finding.rule === rule);
    return {
      ...{ rule, title: own[0]?.ruleTitle ?? null, messages: own.map(({ message }) => message) },
      isBreach: own.some(({ severity }) => severity === 'BREACH'),
    };
  });
}
