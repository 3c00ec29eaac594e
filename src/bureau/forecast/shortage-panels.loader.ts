import type { LocalDate } from '../../platform/clock/clock.js';
import type { Database } from '../../platform/database/database.js';
import { findKeptShortages, type KeptShortages } from './kept-shortage.loader.js';
import { countShortages, findOrderHeads, mostParts, type ShortageSlice } from './shortage.loader.js';
import type { ShortagePanel } from './shortage.rules.js';
import { keptSpan, panelOf, recentlyOpen, sumsOfCells, type WeekSpan } from './shortage-sums.rules.js';

export interface ShortagePanels {
  /** The day on whose week the weeks of the panels are counted. */
  readonly asOf: LocalDate;
  /** When it was counted; null where that was now. */
  readonly countedAt: Date | null;
  readonly panels: ReadonlyMap<string, ShortagePanel>;
}

/**
 * Panels by part, of at most fifty parts, those first that lack most, in three queries whatever their number; part '' is
 * everything where nothing splits. From what is kept, or from the source rows where nothing is.
 */
export async function findShortages(db: Database, slice: ShortageSlice): Promise<ShortagePanels> {
  const kept = slice.pastWeeks === keptSpan.past ? await findKeptShortages(db, slice) : undefined;
  return kept ? panelsOf(db, slice, kept, keptSpan) : countNow(db, slice);
}

async function countNow(db: Database, slice: ShortageSlice): Promise<ShortagePanels> {
  const sums = await countShortages(db, slice);
  const counted = { asOf: slice.today, sums, countedAt: null };
  return panelsOf(db, slice, counted, { past: slice.pastWeeks, ahead: slice.weeks });
}

async function panelsOf(
  db: Database,
  slice: ShortageSlice,
  { asOf, countedAt, sums }: Omit<KeptShortages, 'countedAt'> & Pick<ShortagePanels, 'countedAt'>,
  span: WeekSpan,
): Promise<ShortagePanels> {
  const orders = await findOrderHeads(db, { ...slice, today: asOf });
  const parts = slice.splitBy === null && !sums.has('') ? [['', sumsOfCells([], span)] as const] : [...sums];
  const panels = parts.map(([key, own]) => [key, panelOf(own, span, slice.weeks, orders.get(key) ?? [])] as const);
  const ranked = panels.toSorted((a, b) => recentlyOpen(b[1]) - recentlyOpen(a[1]) || (a[0] < b[0] ? -1 : 1));
  return { asOf, countedAt, panels: new Map(ranked.slice(0, mostParts)) };
}
