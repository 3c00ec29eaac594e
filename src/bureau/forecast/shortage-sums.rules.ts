import type { ShortagePanel, ShortageWeek } from './shortage.rules.js';

/** How many weeks before and after the one in progress, which is 0, are looked at; each is seen from up to `ahead` weeks before it. */
export interface WeekSpan {
  readonly past: number;
  readonly ahead: number;
}

/** What sums that are kept hold: a year, and as far ahead as any forecast goes. */
export const keptSpan: WeekSpan = { past: 52, ahead: 8 };

/** What was known of a week `lead` weeks before it; lead 0 is how it stands. */
export interface ShortageCell {
  readonly week: number;
  readonly lead: number;
  readonly wanted: number;
  readonly open: number;
  readonly stays: number;
}

/** Cells of a part without gaps, the oldest week first; `open` and `stays` hold the leads of each week from 0. */
export interface ShortageSums {
  readonly wanted: readonly number[];
  readonly open: readonly number[];
  readonly stays: readonly number[];
}

const at = ({ past, ahead }: WeekSpan, week: number, lead: number): number => (week + past) * (ahead + 1) + lead;

export function sumsOfCells(cells: readonly ShortageCell[], span: WeekSpan): ShortageSums {
  const weeks = span.past + 1 + span.ahead;
  const zeros = (length: number): number[] => Array.from({ length }, () => 0);
  const [wanted, open, stays] = [zeros(weeks), zeros(weeks * (span.ahead + 1)), zeros(weeks * (span.ahead + 1))];
  for (const cell of cells) {
    if (cell.lead === 0) wanted[cell.week + span.past] = cell.wanted;
    open[at(span, cell.week, cell.lead)] = cell.open;
    stays[at(span, cell.week, cell.lead)] = cell.stays;
  }
  return { wanted, open, stays };
}

/** Number by number; of the same span. */
export const addSums = (a: ShortageSums, b: ShortageSums): ShortageSums => combine(a, b, (x, y) => x + y);
export const subtractSums = (a: ShortageSums, b: ShortageSums): ShortageSums => combine(a, b, (x, y) => x - y);

function combine(a: ShortageSums, b: ShortageSums, of: (x: number, y: number) => number): ShortageSums {
  const each = (key: keyof ShortageSums): number[] => a[key].map((value, index) => of(value, b[key][index] ?? 0));
  return { wanted: each('wanted'), open: each('open'), stays: each('stays') };
}

export const isNothing = ({ wanted, open }: ShortageSums): boolean =>
  ![...wanted, ...open].some((value) => value !== 0);

/** What forecasts of so many weeks ahead, at most those of the span, are made from; `orders` by weeks ahead, from 1. */
export function panelOf(sums: ShortageSums, span: WeekSpan, weeks: number, orders: readonly number[]): ShortagePanel {
  const weekOf = (week: number): ShortageWeek => ({
    wanted: sums.wanted[week + span.past] ?? 0,
    open: sums.open[at(span, week, 0)] ?? 0,
    known: Array.from({ length: weeks }, (_, index) => ({
      open: sums.open[at(span, week, index + 1)] ?? 0,
      stays: sums.stays[at(span, week, index + 1)] ?? 0,
    })),
  });
  const count = span.past + 1 + weeks;
  return { weeks: Array.from({ length: count }, (_, n) => weekOf(n - span.past)), now: span.past, orders };
}

/** Open seats of the last quarter, as they stand, and of the weeks ahead, as they are known: by what parts are ranked. */
export function recentlyOpen({ weeks, now }: ShortagePanel): number {
  return weeks.slice(Math.max(0, now - 13)).reduce((sum, week, index) => {
    const ahead = index - Math.min(13, now);
    return sum + (ahead <= 0 ? week.open : (week.known[ahead - 1]?.open ?? 0));
  }, 0);
}
