import { useTranslation } from 'react-i18next';
import { type Language, languageNow } from './i18n';

/** How numbers, money, dates and distances are written in a language. Money is in fen, dates are ISO. */
export interface Formats {
  readonly number: (value: number) => string;
  /** A difference, with its sign. */
  readonly signed: (value: number) => string;
  readonly percent: (share: number | null | undefined) => string;
  readonly money: (fen: number) => string;
  readonly date: (day: string) => string;
  /** The short form for an axis: the year is plain from the rest. */
  readonly dayAndMonth: (day: string) => string;
  /** A day with its name. */
  readonly weekday: (day: string) => string;
  /** `2026-11` in words. */
  readonly month: (month: string) => string;
  readonly dateTime: (at: string) => string;
  /** The time of day, at the place of work. */
  readonly time: (at: string) => string;
  readonly period: (firstDay: string, lastDay: string) => string;
  readonly ago: (at: string) => string;
  readonly distance: (km: number) => string;
  readonly duration: (ms: number) => string;
  readonly bytes: (bytes: number) => string;
}

type Unit = readonly [unit: string, size: number];
const lengths: readonly Unit[] = [
  ['minute', 60_000],
  ['second', 1_000],
  ['millisecond', 1],
];
const sizes: readonly Unit[] = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
  ['byte', 1],
];

/** A quantity in the largest of its units that it fills. */
function inUnits(language: Language, known: readonly Unit[]): (value: number) => string {
  const formats = known.map(
    ([unit, size]) =>
      [size, new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 })] as const,
  );
  return (value) => {
    const [size, format] = formats.find(([least]) => value >= least) ?? formats.at(-1) ?? [1, undefined];
    return format?.format(value / size) ?? String(value);
  };
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function formatsOf(language: Language): Formats {
  const number = new Intl.NumberFormat(language);
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
  });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayAndMonth = new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  });
  const month = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'Asia/Shanghai', hourCycle: 'h23' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const kilometres = new Intl.NumberFormat(language, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 1 });
  return {
    number: (value) => number.format(value),
    signed: (value) => signed.format(value),
    percent: (share) => (share === null || share === undefined ? '–' : percent.format(share)),
    money: (fen) => money.format(fen / 100),
    date: (day) => date.format(new Date(day)),
    dayAndMonth: (day) => dayAndMonth.format(new Date(day)),
    weekday: (day) => weekday.format(new Date(day)),
    month: (text) => month.format(new Date(`${text}-01`)),
    dateTime: (at) => dateTime.format(new Date(at)),
    time: (at) => time.format(new Date(at)),
    period: (firstDay, lastDay) => date.formatRange(new Date(firstDay), new Date(lastDay)),
    ago: (at) => {
      const passed = new Date(at).getTime() - Date.now();
      const [unit, size] = units.find(([, length]) => Math.abs(passed) >= length) ?? ['minute', 60_000];
      return relative.format(Math.round(passed / size), unit);
    },
    distance: (km) => kilometres.format(km),
    duration: inUnits(language, lengths),
    bytes: inUnits(language, sizes),
  };
}

const known = new Map<Language, Formats>();

export function useFormats(): Formats {
  useTranslation();
  const language = languageNow();
  const formats = known.get(language) ?? formatsOf(language);
  known.set(language, formats);
  return formats;
}
