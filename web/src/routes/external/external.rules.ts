import type { Formats } from '../../i18n/formats';
import type { Language } from '../../i18n/i18n';
import { csvOf } from '../../ui/sheet/sheet.rules';
import type {
  ExternalAggregate,
  ExternalOneQuery,
  ExternalTermsFragment,
  IndicatorStep,
  LagOfFragment,
  SaveExternalSeriesInput,
} from './external.graphql.ts';

export const cadences = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const satisfies readonly IndicatorStep[];
export const aggregates = ['SUM', 'MEAN'] as const satisfies readonly ExternalAggregate[];

/** A series while it is written down. */
export interface SeriesDraft {
  readonly externalSeriesId: string | null;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly department: string;
  readonly unit: string;
  readonly region: { readonly id: string; readonly name: string } | null;
  readonly cadence: IndicatorStep;
  readonly aggregate: ExternalAggregate;
  readonly lateDays: string;
  readonly isFetched: boolean;
  readonly url: string;
  readonly rowsPointer: string;
  readonly periodPointer: string;
  readonly valuePointer: string;
  readonly isOn: boolean;
}

export const blankSeries: SeriesDraft = {
  ...{ externalSeriesId: null, code: '', nameZh: '', nameEn: '', department: '', unit: '', region: null },
  ...{ cadence: 'MONTH', aggregate: 'SUM', lateDays: '15', isFetched: false, isOn: true },
  ...{ url: '', rowsPointer: '', periodPointer: '', valuePointer: '' },
};

export function draftOf(series: ExternalTermsFragment): SeriesDraft {
  const { id, code, nameZh, nameEn, department, unit, region, cadence, aggregate, lateDays, address, isOn } = series;
  const { url = '', rowsPointer = '', periodPointer = '', valuePointer = '' } = address ?? {};
  return {
    ...{ externalSeriesId: id, code, nameZh, nameEn, department, unit, region, cadence, aggregate, isOn },
    ...{ lateDays: String(lateDays), isFetched: address !== null, url, rowsPointer, periodPointer, valuePointer },
  };
}

/** What to save; nothing while the days are no number. */
export function saveInput(draft: SeriesDraft, key: string): SaveExternalSeriesInput | undefined {
  const { region, lateDays, isFetched, url, rowsPointer, periodPointer, valuePointer, nameEn, ...rest } = draft;
  if (!/^\d{1,3}$/.test(lateDays.trim())) return undefined;
  return {
    ...{ idempotencyKey: key, ...rest, regionId: region?.id ?? null, lateDays: Number(lateDays) },
    nameEn: nameEn.trim() === '' ? rest.nameZh : nameEn,
    address: isFetched ? { url, rowsPointer, periodPointer, valuePointer } : null,
  };
}

/** A period in words, by its first day. */
export function periodName(cadence: IndicatorStep, firstDay: string, formats: Formats): string {
  if (cadence === 'YEAR') return firstDay.slice(0, 4);
  if (cadence === 'QUARTER') return `${firstDay.slice(0, 4)} Q${String(Math.ceil(Number(firstDay.slice(5, 7)) / 3))}`;
  return cadence === 'MONTH' ? formats.month(firstDay.slice(0, 7)) : formats.date(firstDay);
}

/** The short form for an axis. */
export function periodMark(cadence: IndicatorStep, firstDay: string, formats: Formats): string {
  if (cadence === 'MONTH') return firstDay.slice(0, 7);
  return cadence === 'DAY' || cadence === 'WEEK' ? firstDay : periodName(cadence, firstDay, formats);
}

/** What the chart shows: a value for every period from the first to the last, gaps as nothing, and the jumps once more. */
export interface Marked {
  readonly days: readonly string[];
  readonly values: readonly (number | null)[];
  readonly jumps: readonly (number | null)[];
}

export function marked({
  values,
  quality,
}: Pick<NonNullable<ExternalOneQuery['externalSeriesById']>, 'values' | 'quality'>): Marked {
  const byDay = new Map(values.map(({ firstDay, value }) => [firstDay, value]));
  const first = values[0]?.firstDay ?? '';
  const days = [...byDay.keys(), ...quality.gaps.filter((day) => day > first)].toSorted();
  const jumps = new Set(quality.jumps.map(({ firstDay }) => firstDay));
  return {
    days,
    values: days.map((day) => byDay.get(day) ?? null),
    jumps: days.map((day) => (jumps.has(day) ? (byDay.get(day) ?? null) : null)),
  };
}

/** Without axes only the way matters: from the least value up. */
export function fromLeast(values: readonly number[]): number[] {
  const least = Math.min(...values);
  return values.map((value) => value - least);
}

/** r as it is written: two decimals, with its sign. */
export const writeR = (r: number | null): string => (r === null ? '–' : r.toFixed(2).replace('-', '−'));

/** Whether unrelated figures reach as much by chance. */
export const isChance = ({ r, noise }: Pick<LagOfFragment, 'r' | 'noise'>): boolean =>
  r === null || noise === null || Math.abs(r) <= noise;

const headers: Readonly<Record<Language, readonly string[]>> = { 'zh-CN': ['时期', '数值'], en: ['period', 'value'] };
const periods: Readonly<Record<IndicatorStep, readonly string[]>> = {
  DAY: ['2026-01-01', '2026-01-02'],
  WEEK: ['2026-W01', '2026-W02'],
  MONTH: ['2026-01', '2026-02'],
  QUARTER: ['2026Q1', '2026Q2'],
  YEAR: ['2024', '2025'],
};

/** A file to fill in: one row for one period. */
export function exampleSheet(language: Language, cadence: IndicatorStep): string {
  const rows = periods[cadence].map((period, index) => [period, String(1_200.5 + index)]);
  // Excel takes a CSV for UTF-8 only when it begins with this mark.
  return `\uFEFF${csvOf(headers[language], rows)}`;
}
