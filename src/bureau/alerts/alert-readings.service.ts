import { Injectable } from '@nestjs/common';
import { addDays } from '../../platform/clock/local-date.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { Database } from '../../platform/database/database.js';
import { type Indicator, measuresOf } from '../catalogue/indicator.js';
import { indicatorOf } from '../catalogue/indicators.js';
import { type Amount, type Figure, figureOf } from '../reports/figure.rules.js';
import { findAmounts, type NamedPeriod, type PeriodAmount, type Slice } from '../reports/indicator-report.loader.js';
import type { AlertSplit } from './alert.entity.js';
import { type AlertTerms, readingOf, windowsFor } from './alert.rules.js';

/** What a rule looks at. */
export interface Watched extends AlertTerms {
  readonly indicator: string;
  readonly regionId: string;
  readonly occupationId: string | null;
  readonly industryId: string | null;
  readonly splitBy: AlertSplit | null;
}

/** A part's readings, the oldest first; part '' is everything. */
export interface PartReadings {
  readonly partId: string;
  readonly readings: readonly { readonly day: LocalDate; readonly reading: number | null }[];
}

/** What rules hold against their bounds, now or on days that are past. */
@Injectable()
export class AlertReadings {
  constructor(private readonly db: Database) {}

  /** By part, how the rule reads on a day. */
  async on(watched: Watched, day: LocalDate): Promise<Map<string, number | null>> {
    const indicator = known(watched);
    const windows = windowsOf(watched, day);
    const amounts = await findAmounts(this.db, sliceOf(watched, indicator), windows, watched.splitBy ?? 'none');
    const readings = [...groupBy(amounts, ({ key }) => key)].map(([part, of]) => {
      const byWindow = groupBy(of, ({ period }) => period);
      return [part, readingOf(watched, indicator.unit, figuresOf(indicator, windows, byWindow))] as const;
    });
    return new Map(readings);
  }

  /** By part, how the rule would have read on each day from the first to the last. */
  async past(watched: Watched, first: LocalDate, last: LocalDate): Promise<PartReadings[]> {
    const indicator = known(watched);
    const from = windowsOf(watched, first).at(-1)?.from ?? first;
    const days = daysFrom(from, last);
    const amounts = await findAmounts(this.db, sliceOf(watched, indicator), days, watched.splitBy ?? 'none');
    return [...groupBy(amounts, ({ key }) => key)].map(([partId, of]) => {
      const byDay = groupBy(of, ({ period }) => period);
      const readings = daysFrom(first, last).map(({ from: day }) => {
        const figures = windowsOf(watched, day).map((window): Figure => {
          const within = daysFrom(window.from, window.until).flatMap(({ name }): Amount[] => byDay.get(name) ?? []);
          return figureOf(indicator.formula, within);
        });
        return { day, reading: readingOf(watched, indicator.unit, figures) };
      });
      return { partId, readings };
    });
  }
}

/** A rule's indicator; rules are checked when they are saved, and codes stay. */
function known({ indicator }: Watched): Indicator {
  const found = indicatorOf(indicator);
  if (!found) throw new Error(`a rule of an unknown indicator: ${indicator}`);
  return found;
}

const sliceOf = ({ regionId, industryId, occupationId }: Watched, indicator: Indicator): Slice => ({
  ...{ measures: measuresOf(indicator), regionId },
  ...{ industryId: industryId ?? undefined, occupationId: occupationId ?? undefined },
});

/** The windows that a reading of a day needs, the latest first. */
function windowsOf(terms: AlertTerms, day: LocalDate): NamedPeriod[] {
  return Array.from({ length: windowsFor(terms) }, (_, n) => ({
    ...{ name: String(n), from: addDays(day, 1 - (n + 1) * terms.days), until: addDays(day, -n * terms.days) },
  }));
}

function daysFrom(first: LocalDate, last: LocalDate): NamedPeriod[] {
  const days: NamedPeriod[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push({ name: day, from: day, until: day });
  return days;
}

const figuresOf = (
  { formula }: Indicator,
  windows: readonly NamedPeriod[],
  byWindow: ReadonlyMap<string, readonly PeriodAmount[]>,
): Figure[] => windows.map(({ name }) => figureOf(formula, byWindow.get(name) ?? []));
