export const groupings = ['county', 'occupation'] as const;
export type Grouping = (typeof groupings)[number];

/** A line of the published figures; a figure is null where it is not told. */
export interface OpenRow {
  readonly key: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly wanted: number | null;
  readonly seekers: number | null;
  readonly openingsPerSeeker: number | null;
  readonly seats: number | null;
  readonly onSite: number | null;
  readonly fillRate: number | null;
  readonly personDays: number | null;
}

/** The last `count` months that are over on a day, newest first: `2026-10`. */
export function monthsBefore(day: string, count: number): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const at = year * 12 + (month - 1) - (back + 1);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

export const openAddress = (form: 'json' | 'csv', month: string, by: Grouping): string =>
  `/open/statistics.${form}?${new URLSearchParams({ month, by }).toString()}`;

/** Fill rates of counties, for the map. */
export const ratesOf = (rows: readonly OpenRow[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(({ key, fillRate }) => (fillRate === null ? [] : [[key, fillRate] as const])));
