import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import type { DearAnswers } from '../../platform/cache/dear-answers.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { type Language, render } from '../../platform/i18n/message.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { bureauMessages } from '../bureau.messages.js';
import { dearAnswers } from '../indicators/dear-answers.js';
import { Jurisdictions } from '../indicators/jurisdiction.service.js';
import { namesOf } from '../reports/indicator-report.loader.js';
import { refusePeriod } from '../reports/period.rules.js';
import { bandEnds, bandsOf, type FoldedFlows, foldFlows, leastForeign } from './flow.rules.js';
import type { CommutingInput, LabourFlowsInput } from './labour-flow.input.js';
import { type DistanceRow, findDistances, findFlows } from './labour-flow.loader.js';
import type { CommutingView, LabourFlowEndView, LabourFlowsView } from './labour-flow.view.js';

const mostLinks = 30;
/** To a kilometre: a median is somebody’s own distance. */
const rounded = (km: number | undefined): number | null => (km === undefined ? null : Math.round(km));

/** Where the people who work come from, and how far they have. */
@Injectable()
export class LabourFlows {
  private readonly flowAnswers: DearAnswers<FoldedFlows>;
  private readonly distanceAnswers: DearAnswers<DistanceRow[]>;

  constructor(
    private readonly db: Database,
    private readonly jurisdictions: Jurisdictions,
    clock: Clock,
    config: Config,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.flowAnswers = dearAnswers(clock, config, logger);
    this.distanceAnswers = dearAnswers(clock, config, logger);
  }

  /** A region outside the viewer's jurisdiction does not exist for them: NOT_FOUND at input.regionId. */
  async flows(
    viewer: BureauViewer | OperatorViewer,
    { regionId, by, ...period }: LabourFlowsInput,
    language: Language,
  ): Promise<LabourFlowsView> {
    refuse(refusePeriod(period, undefined));
    const region = await this.jurisdictions.region(viewer, regionId, language);
    const question = [region.id, period.from, period.until, by].join(' ');
    const { answer, countedAt } = await this.flowAnswers.get(question, async () =>
      foldFlows(await findFlows(this.db, region.id, period, by), mostLinks),
    );
    const { links, others, heads } = answer;
    const keys = [...new Set(links.flatMap(({ source, target }) => [source ?? [], target].flat()))];
    const names = await namesOf(this.db, by === 'industry' ? 'industry' : 'region', keys);
    const named = new Map(names.map(({ id, nameZh, nameEn }) => [id, language === 'en' ? nameEn : nameZh]));
    const end = (key: string | null): LabourFlowEndView => {
      if (key === null) return { key, label: render(bureauMessages.hiredDirectly, language) };
      if (key === '') return { key: null, label: render(bureauMessages.unknownGroup, language) };
      return { key, label: named.get(key) ?? key };
    };
    return {
      ...{ region, from: period.from, until: period.until, others, heads, countedAt },
      links: links.map((link) => ({ source: end(link.source), target: end(link.target), heads: link.heads })),
    };
  }

  async commuting(
    viewer: BureauViewer | OperatorViewer,
    { regionId, ...period }: CommutingInput,
    language: Language,
  ): Promise<CommutingView> {
    refuse(refusePeriod(period, undefined));
    const region = await this.jurisdictions.region(viewer, regionId, language);
    const question = [region.id, period.from, period.until].join(' ');
    const { answer: rows, countedAt } = await this.distanceAnswers.get(question, () =>
      findDistances(this.db, region.id, period, bandEnds),
    );
    const heads = rows.reduce((sum, row) => sum + row.heads, 0);
    const [first] = heads < leastForeign ? [] : rows;
    return {
      ...{ countedAt, heads, medianKm: rounded(first?.medianKm), p90Km: rounded(first?.p90Km) },
      bands: bandsOf(new Map(rows.map((row) => [row.band, row.heads]))),
    };
  }
}
