import { Injectable } from '@nestjs/common';
import { addDays, daysBetween } from '../../platform/clock/local-date.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { Database } from '../../platform/database/database.js';
import { type Indicator, measuresOf } from '../catalogue/indicator.js';
import { indicatorOf } from '../catalogue/indicators.js';
import { figureOf } from '../reports/figure.rules.js';
import { ShortageReader, type WatchedShortage } from '../forecast/shortage-readings.service.js';
import { findAmounts, type NamedPeriod, type PeriodAmount, type Slice } from '../reports/indicator-report.loader.js';
import type { AlertSplit } from './alert.entity.js';
import { type AlertTerms, readingOf, weeksOf, windowsFor } from './alert.rules.js';
import { figuresByLastDay } from './window.rules.js';

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
  constructor(
    private readonly db: Database,
    private readonly shortages: ShortageReader,
  ) {}

  /** By part, how the rule reads on a day. */
  async on(watched: Watched, day: LocalDate): Promise<Map<string, number | null>> {
    if (watched.kind === 'forecast') return this.shortages.on(shortageOf(watched), day);
    const indicator = known(watched);
    const windows = lastDaysOf(watched, day).map((until): NamedPeriod => ({
      ...{ name: until, from: addDays(until, 1 - watched.days), until },
    }));
    const readings = [...(await this.parts(watched, indicator, windows))].map(([partId, amounts]) => {
      const byWindow = groupBy(amounts, ({ period }) => period);
      const figures = windows.map(({ name }) => figureOf(indicator.formula, byWindow.get(name) ?? []));
      return [partId, readingOf(watched, indicator.unit, figures)] as const;
    });
    return new Map(readings);
  }

  /** By part, how the rule would have read on each day from the first to the last; of a forecast, on one day of each week. */
  async past(watched: Watched, first: LocalDate, last: LocalDate): Promise<PartReadings[]> {
    if (watched.kind === 'forecast') return this.shortages.past(shortageOf(watched), first, last);
    const indicator = known(watched);
    const days = daysBetween(addDays(first, 1 - windowsFor(watched) * watched.days), last);
    const parts = await this.parts(
      watched,
      indicator,
      days.map((day) => ({ name: day, from: day, until: day })),
    );
    return [...parts].map(([partId, amounts]) => {
      const byDay = groupBy(amounts, ({ period }) => period);
      const figures = figuresByLastDay(indicator.formula, days, watched.days, (day) => byDay.get(day) ?? []);
      const readings = daysBetween(first, last).map((day) => {
        const read = lastDaysOf(watched, day).flatMap((until) => figures.get(until) ?? []);
        return { day, reading: readingOf(watched, indicator.unit, read) };
      });
      return { partId, readings };
    });
  }

  /** Amounts by part. A rule that is not split has its one part, also where nothing was counted at all. */
  private async parts(
    watched: Watched,
    indicator: Indicator,
    periods: readonly NamedPeriod[],
  ): Promise<Map<string, PeriodAmount[]>> {
    const { splitBy } = watched;
    const amounts = await findAmounts(this.db, sliceOf(watched, indicator), periods, splitBy ?? 'none');
    return splitBy === null ? new Map([['', amounts]]) : groupBy(amounts, ({ key }) => key);
  }
}

/** A rule's indicator; rules are checked when they are saved, and codes stay. */
function known({ indicator }: Watched): Indicator {
  const found = indicatorOf(indicator);
  if (!found) throw new Error(`a rule of an unknown indicator: ${indicator}`);
  return found;
}

const shortageOf = ({ regionId, occupationId, splitBy, days, isAbove, least }: Watched): WatchedShortage => ({
  ...{ regionId, occupationId, isAbove, least, weeks: weeksOf(days) },
  splitBy: splitBy === 'industry' || splitBy === 'size' ? null : splitBy,
});

const sliceOf = ({ regionId, industryId, occupationId }: Watched, indicator: Indicator): Slice => ({
  ...{ measures: measuresOf(indicator), regionId },
  ...{ industryId: industryId ?? undefined, occupationId: occupationId ?? undefined, size: undefined },
});

/** The last days of the windows that a reading of a day needs, the latest first. */
const lastDaysOf = (terms: AlertTerms, day: LocalDate): LocalDate[] =>
  Array.from({ length: windowsFor(terms) }, (_, n) => addDays(day, -n * terms.days));
