import { Injectable } from '@nestjs/common';
import { addDays } from '../../platform/clock/local-date.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import type { Language } from '../../platform/i18n/message.js';
import { toIndicatorView } from '../catalogue/indicator.view.js';
import { shortage } from '../catalogue/shortage.js';
import { Jurisdictions } from '../indicators/jurisdiction.service.js';
import { namesOf } from '../reports/indicator-report.loader.js';
import type { ShortageForecastArgs, ShortageForecastsArgs } from './forecast.input.js';
import type { ShortageForecastView } from './forecast.view.js';
import { mondayOf } from './shortage.loader.js';
import { findShortages, type ShortagePanels } from './shortage-panels.loader.js';
import { forecastOf, peakOf, type ShortagePanel } from './shortage.rules.js';
import { keptSpan } from './shortage-sums.rules.js';

const pastWeeks = keptSpan.past;
const shownWeeks = 26;

/** What regions and occupations will lack in the coming weeks. */
@Injectable()
export class ShortageForecasts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly jurisdictions: Jurisdictions,
  ) {}

  /** NOT_FOUND at regionId outside the viewer's jurisdiction, and at occupationId where there is no such occupation. */
  async forecast(viewer: BureauViewer, args: ShortageForecastArgs, language: Language): Promise<ShortageForecastView> {
    const about = await this.about(viewer, args, language);
    const { region } = about;
    const today = this.clock.today();
    const counted = await findShortages(this.db, {
      ...{ regionId: region.id, occupationId: args.occupationId ?? null, splitBy: null, today, pastWeeks },
      weeks: args.weeks,
    });
    const [panel] = counted.panels.values();
    if (!panel) throw new Error(`no panel of ${region.id}`);
    return viewOf(panel, args.weeks, counted, { ...about, partId: null, label: region.name }, language);
  }

  /** Parts by the largest shortage expected; those of which nothing can be said come last. In four queries. */
  async parts(viewer: BureauViewer, args: ShortageForecastsArgs, language: Language): Promise<ShortageForecastView[]> {
    const about = await this.about(viewer, args, language);
    const { region } = about;
    const { splitBy, weeks } = args;
    const today = this.clock.today();
    const counted = await findShortages(this.db, {
      ...{ regionId: region.id, occupationId: args.occupationId ?? null, splitBy, today, pastWeeks, weeks },
    });
    const names = await namesOf(this.db, splitBy, [...counted.panels.keys()]);
    const nameOf = new Map(names.map(({ id, nameZh, nameEn }) => [id, language === 'en' ? nameEn : nameZh]));
    const part = (key: string): Pick<ShortageForecastView, 'partId' | 'label'> => ({
      partId: key === '' ? null : key,
      label: nameOf.get(key) ?? region.name,
    });
    return [...counted.panels]
      .map(([key, panel]) => ({ ...part(key), panel, peak: peakOf(panel, weeks) ?? -1 }))
      .toSorted((a, b) => b.peak - a.peak || a.label.localeCompare(b.label))
      .slice(0, args.first)
      .map(({ panel, partId, label }) => viewOf(panel, weeks, counted, { ...about, partId, label }, language));
  }

  private async about(
    viewer: BureauViewer,
    { regionId, occupationId }: ShortageForecastArgs,
    language: Language,
  ): Promise<Pick<ShortageForecastView, 'region' | 'occupation'>> {
    const region = await this.jurisdictions.region(viewer, regionId ?? undefined, language, 'regionId');
    if (occupationId === undefined || occupationId === null) return { region, occupation: null };
    const [named] = await namesOf(this.db, 'occupation', [occupationId]);
    const { nameZh, nameEn } = orRefuse(named, notFound('occupationId'));
    return { region, occupation: language === 'en' ? nameEn : nameZh };
  }
}

function viewOf(
  panel: ShortagePanel,
  weeks: number,
  { asOf, countedAt }: Omit<ShortagePanels, 'panels'>,
  part: Pick<ShortageForecastView, 'partId' | 'label' | 'region' | 'occupation'>,
  language: Language,
): ShortageForecastView {
  const { sufficiency, points, backTest } = forecastOf(panel, weeks);
  const monday = mondayOf(asOf);
  const from = Math.max(0, panel.now - shownWeeks);
  return {
    ...part,
    countedAt,
    state: points.length > 0 ? 'ready' : 'not_enough_data',
    data: sufficiency,
    history: panel.weeks.slice(from, panel.now + 1).map(({ wanted, open }, at) => ({
      ...{ week: addDays(monday, 7 * (from + at - panel.now)), wanted, shortage: open },
    })),
    weeks: points.map(({ ahead, open, orders, ...point }) => ({
      ...{ week: addDays(monday, 7 * ahead), openSeats: open, orderHeads: orders, ...point },
    })),
    backTest,
    peak: points.length > 0 ? Math.max(...points.map(({ expected }) => expected)) : null,
    meaning: toIndicatorView(shortage, language),
  };
}
