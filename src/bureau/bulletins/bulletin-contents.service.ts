import { Injectable } from '@nestjs/common';
import { Regions, type RegionView, toRegionView } from '../../directory/index.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import type { Language } from '../../platform/i18n/message.js';
import { requireIndicator } from '../catalogue/indicator.rules.js';
import { Jurisdictions } from '../indicators/jurisdiction.service.js';
import type { IndicatorReportView } from '../reports/indicator-report.view.js';
import { IndicatorReports } from '../reports/indicator-reports.service.js';
import type { Period } from '../reports/period.rules.js';
import type { BulletinContent, BulletinSource } from './bulletin-content.js';
import type { BulletinPlan } from './bulletin.entity.js';
import { trendOf } from './bulletin-period.rules.js';
import { sourceQuery } from './source-query.js';
import { summaryOf } from './summary.rules.js';

/** What a bulletin is about. */
export type BulletinTerms = Pick<BulletinPlan, 'bureauId' | 'title' | 'regionId' | 'codes' | 'groupBy' | 'language'>;

/** What bulletins say: read anew for a preview or an edition, and then kept. */
@Injectable()
export class BulletinContents {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly regions: Regions,
    private readonly jurisdictions: Jurisdictions,
    private readonly reports: IndicatorReports,
  ) {}

  /** What editions that are made say, by id. */
  readonly byIds: BatchLoad<BulletinContent> = async (ids) => {
    const query = 'SELECT id, content FROM bulletin WHERE id = ANY($1) AND content IS NOT NULL';
    const rows = await this.db.rows<{ id: string; content: BulletinContent }>(query, [ids]);
    return new Map(rows.map(({ id, content }) => [id, content]));
  };

  /** The region of terms that an officer writes: NOT_FOUND outside the jurisdiction. */
  async region(viewer: BureauViewer, wanted: string | undefined, language: Language): Promise<RegionView> {
    return this.jurisdictions.region(viewer, wanted, language, 'input.terms.regionId');
  }

  /** What a bulletin of the period says now. Refuses indicators and details as `IndicatorReports` does. */
  async read(terms: BulletinTerms, period: Period): Promise<BulletinContent> {
    const { codes, groupBy, language, title } = terms;
    const region = await this.regionOf(terms.regionId, language);
    const asOf = this.clock.now().toISOString();
    const input = { codes: [...codes], ...period };
    const { step, ...trend } = trendOf(period);
    const [figures, ways] = await Promise.all([
      this.reports.of(region, { ...input, ...(groupBy && { groupBy }) }, language, 'input.terms'),
      this.reports.of(region, { ...input, ...trend, step }, language, 'input.terms'),
    ]);
    const withWay = figures.map((figure, at) => ({ ...figure, series: ways[at]?.series ?? [] }));
    return {
      ...{ language, title, groupBy, asOf, ...period, bureau: await this.bureauName(terms.bureauId) },
      region: { id: region.id, name: region.name },
      summary: summaryOf(withWay, language),
      figures: withWay,
      sources: withWay.flatMap((figure) => sourcesOf(figure)),
    };
  }

  private async regionOf(id: string, language: Language): Promise<RegionView> {
    const region = (await this.regions.byIds([id])).get(id);
    return toRegionView(orRefuse(region, notFound('input.terms.regionId')), language);
  }

  private async bureauName(id: string): Promise<string> {
    const [bureau] = await this.db.rows<{ name: string }>('SELECT name FROM bureau WHERE id = $1', [id]);
    return bureau?.name ?? '';
  }
}

function sourcesOf({ indicator, region, now, before, yearAgo }: IndicatorReportView): BulletinSource[] {
  const known = requireIndicator(indicator.code, 'input.terms.codes');
  return [now, before, yearAgo].map((figure) => ({
    ...figure,
    ...{ code: indicator.code, name: indicator.name, query: sourceQuery(known, region.id, figure) },
  }));
}
