/** Counts below this are told of nobody. */
export const leastTold = 5;
/** Every other count is told to the nearest multiple of this, each for itself, totals too. By fives, 8 told as 10 gives away 4 + 4. */
const grain = 10;

/**
 * A count as it is published: null where it is small, else rounded. Because each count is rounded by itself, a small one cannot be
 * found as the difference between a total and its other parts: at least two values remain possible.
 */
export function published(count: number): number | null {
  return count < leastTold ? null : Math.round(count / grain) * grain;
}

/** A rate of what is published, never of the true counts; null where a part of it is not told. */
export function publishedRate(numerator: number | null, denominator: number | null): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return Math.min(1, Math.round((numerator / denominator) * 1000) / 1000);
}

/** Counts of a place or an occupation in a month, as they are. */
export interface OpenCounts {
  readonly wanted: number;
  readonly seekers: number;
  readonly seats: number;
  readonly onSite: number;
  readonly personDays: number;
}

/** The same as they are published. */
export interface OpenRow {
  readonly wanted: number | null;
  readonly seekers: number | null;
  readonly openingsPerSeeker: number | null;
  readonly seats: number | null;
  readonly onSite: number | null;
  readonly fillRate: number | null;
  readonly personDays: number | null;
}

export function openRow({ wanted, seekers, seats, onSite, personDays }: OpenCounts): OpenRow {
  const told = {
    wanted: published(wanted),
    seekers: published(seekers),
    seats: published(seats),
    onSite: published(onSite),
  };
  const ratio =
    told.wanted === null || told.seekers === null ? null : Math.round((told.wanted / told.seekers) * 100) / 100;
  return {
    ...told,
    openingsPerSeeker: ratio,
    fillRate: publishedRate(told.onSite, told.seats),
    personDays: published(personDays),
  };
}

/** A month `2026-10` that is over, and not older than three years; undefined for anything else. */
export function monthOf(
  text: string | undefined,
  today: string,
): { readonly from: string; readonly until: string } | undefined {
  if (text === undefined || !/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return undefined;
  const [year = 0, month = 1] = text.split('-').map(Number);
  const until = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  const oldest = `${String(Number(today.slice(0, 4)) - 3)}${today.slice(4, 7)}`;
  return until < today && text >= oldest ? { from: `${text}-01`, until } : undefined;
}
