import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { originDays, type ShortageSplit } from './shortage.loader.js';
import { findShortages } from './shortage-panels.loader.js';
import { expectedAt, type ShortagePanel, wantedAWeek } from './shortage.rules.js';
import { keptSpan } from './shortage-sums.rules.js';

/** Which forecast an alert rule looks at: the highest or lowest of so many weeks ahead. */
export interface WatchedShortage {
  readonly regionId: string;
  readonly occupationId: string | null;
  readonly splitBy: ShortageSplit | null;
  readonly weeks: number;
  /** Whether the highest week is read, or the lowest. */
  readonly isAbove: boolean;
  /** Heads wanted a week, on average, that a forecast must rest on. */
  readonly least: number;
}

/** A part's readings, the oldest first. */
interface ShortageReadings {
  readonly partId: string;
  readonly readings: readonly { readonly day: LocalDate; readonly reading: number | null }[];
}

const historyWeeks = keptSpan.past;

/** What rules of forecasts hold against their bounds. */
@Injectable()
export class ShortageReader {
  constructor(private readonly db: Database) {}

  /** By part, the reading of today; null where there are not enough data. */
  async on(watched: WatchedShortage, today: LocalDate): Promise<Map<string, number | null>> {
    const { panels } = await findShortages(this.db, { ...watched, today, pastWeeks: historyWeeks });
    return new Map([...panels].map(([part, panel]) => [part, readingFrom(watched, panel, panel.now)]));
  }

  /**
   * What it would have read a week ago, two weeks ago and so on, from what was known then: needs and placements as they stood, but no
   * orders, whose past state is not kept.
   */
  async past(watched: WatchedShortage, first: LocalDate, today: LocalDate): Promise<ShortageReadings[]> {
    const days = originDays(today, first);
    const pastWeeks = historyWeeks + days.length;
    const { panels } = await findShortages(this.db, { ...watched, today, pastWeeks });
    return [...panels].map(([partId, panel]) => ({
      partId,
      readings: days.map(({ day, back }) => ({ day, reading: readingFrom(watched, panel, panel.now - back) })),
    }));
  }
}

function readingFrom({ weeks, isAbove, least }: WatchedShortage, panel: ShortagePanel, origin: number): number | null {
  if (wantedAWeek(panel, origin) < least) return null;
  const expected = expectedAt(panel, weeks, origin).map((point) => point.expected);
  if (expected.length === 0) return null;
  return isAbove ? Math.max(...expected) : Math.min(...expected);
}
