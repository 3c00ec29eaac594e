import { Injectable } from '@nestjs/common';
import type { BatchLoad, RequestContext } from '../../platform/auth/request-context.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { Database } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { type Language, render } from '../../platform/i18n/message.js';
import { bureauMessages } from '../bureau.messages.js';
import { FillRateGrouping, type FillRateInput } from './fill-rate.input.js';
import { rate, refuseRange, type Stages } from './fill-rate.rules.js';
import type { FillRateReport, FillRateRow } from './fill-rate.view.js';
import { Jurisdictions } from './jurisdiction.service.js';

interface GroupRow extends Stages {
  readonly grouping: FillRateGrouping;
  readonly key: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly needs: number;
}

/** A country has some three thousand counties; a map needs them all. */
const maxRows: Record<FillRateGrouping, number> = {
  none: 1,
  region: 500,
  county: 4000,
  industry: 500,
  occupation: 500,
};

/** What a row stands for: its key, and the table that names it. */
const groupings: Record<FillRateGrouping, { readonly key: string; readonly names: string }> = {
  none: { key: 'NULL::text', names: 'region' },
  region: {
    key: '(SELECT c.id FROM region_ancestor b JOIN region c ON c.id = b.ancestor_id WHERE b.region_id = f.region_id AND c.parent_id = $1)',
    names: 'region',
  },
  county: {
    // The lowest, should a scheme nest them.
    key: `coalesce((SELECT c.id FROM region_ancestor b JOIN region c ON c.id = b.ancestor_id AND c.level = 'county'
            JOIN region_ancestor top ON top.region_id = c.id AND top.ancestor_id = $1
            WHERE b.region_id = f.region_id ORDER BY (SELECT count(*) FROM region_ancestor up WHERE up.region_id = c.id) DESC LIMIT 1), f.region_id)`,
    names: 'region',
  },
  industry: { key: 'f.industry_id', names: 'industry' },
  occupation: { key: 'f.occupation_id', names: 'occupation' },
};

/** Rows of one grouping, the largest demand first. */
const groupSql = (grouping: FillRateGrouping): string => `(
  SELECT '${grouping}' AS grouping, g.*, n.name_zh AS "nameZh", n.name_en AS "nameEn"
  FROM (SELECT ${groupings[grouping].key} AS key, coalesce(sum(needs), 0)::int AS needs, coalesce(sum(demanded), 0)::int AS demanded,
               coalesce(sum(proposed), 0)::int AS proposed, coalesce(sum(accepted), 0)::int AS accepted, coalesce(sum(on_site), 0)::int AS "onSite"
        FROM ${groupings[grouping].names === 'region' ? 'by_region' : 'fill'} f GROUP BY 1) g
  LEFT JOIN ${groupings[grouping].names} n ON n.id = g.key ORDER BY g.demanded DESC, g.key LIMIT ${maxRows[grouping]})`;

/**
 * Counts needs whose period touches the range, except drafts and withdrawn ones. The region filter runs through
 * region_ancestor_below, the view's counts through the indexes on need_id. A stage counts at most the heads
 * requested, and at least those of the next stage. Needs are counted once for all groupings, and regions looked up of their sums.
 */
const fillSql = (wanted: readonly FillRateGrouping[]): string => `
  WITH need AS (
    SELECT f.region_id, f.industry_id, f.occupation_id, f.demanded, least(greatest(f.proposed, f.accepted), f.demanded) AS proposed,
           f.accepted, least(f.on_site, f.accepted) AS on_site
    FROM labour_need_fill f
    WHERE f.region_id IN (SELECT region_id FROM region_ancestor WHERE ancestor_id = $1)
      AND daterange(f.starts_on, f.ends_on, '[]') && daterange($2, $3, '[]') AND f.state <> 'cancelled'
      AND ($4::text IS NULL OR f.industry_id IN (
        WITH RECURSIVE below AS (SELECT id FROM industry WHERE id = $4 UNION ALL SELECT i.id FROM industry i JOIN below b ON i.parent_id = b.id)
        SELECT id FROM below))
      AND ($5::text IS NULL OR f.occupation_id = $5)),
  fill AS MATERIALIZED (
    SELECT region_id, industry_id, occupation_id, count(*) AS needs, sum(demanded) AS demanded, sum(proposed) AS proposed,
           sum(accepted) AS accepted, sum(on_site) AS on_site
    FROM need GROUP BY region_id, industry_id, occupation_id),
  by_region AS MATERIALIZED (
    SELECT region_id, sum(needs) AS needs, sum(demanded) AS demanded, sum(proposed) AS proposed, sum(accepted) AS accepted, sum(on_site) AS on_site
    FROM fill GROUP BY region_id)
  ${wanted.map(groupSql).join(' UNION ALL ')}`;

/** The bureau's first indicator: fill rate by region, industry, occupation and stage. */
@Injectable()
export class FillRates {
  constructor(
    private readonly db: Database,
    private readonly jurisdictions: Jurisdictions,
  ) {}

  /** Rows of groupings by their question: those that a request asks of the same needs are counted in one query. */
  readonly byQuestions: BatchLoad<readonly GroupRow[]> = async (keys) => {
    const bySlice = groupBy(keys.map(questionOf), ({ slice }) => JSON.stringify(slice));
    const found = await Promise.all(
      [...bySlice.values()].map(async (questions) => {
        const wanted = questions.map(({ grouping }) => grouping);
        const rows = await this.db.rows<GroupRow>(fillSql(wanted), questions[0]?.slice ?? []);
        const byGrouping = groupBy(rows, ({ grouping }) => grouping);
        return questions.map(({ key, grouping }) => [key, byGrouping.get(grouping) ?? []] as const);
      }),
    );
    return new Map(found.flat());
  };

  /** A region outside the viewer's jurisdiction does not exist for them: NOT_FOUND at input.regionId. */
  async report(
    viewer: BureauViewer | OperatorViewer,
    input: FillRateInput,
    ctx: RequestContext,
  ): Promise<FillRateReport> {
    const { language } = ctx;
    refuse(refuseRange(input.from, input.until));
    const region = await this.jurisdictions.region(viewer, input.regionId, language);
    const read = async (grouping: FillRateGrouping): Promise<readonly GroupRow[]> =>
      (await ctx.load(this.byQuestions, questionText(grouping, region.id, input))) ?? [];
    const [[total], rows] = await Promise.all([
      read(FillRateGrouping.NONE),
      input.groupBy === FillRateGrouping.NONE ? [] : read(input.groupBy),
    ]);
    const nothing: GroupRow = {
      grouping: FillRateGrouping.NONE,
      key: null,
      nameZh: null,
      nameEn: null,
      needs: 0,
      demanded: 0,
      proposed: 0,
      accepted: 0,
      onSite: 0,
    };
    return {
      region,
      from: input.from,
      until: input.until,
      total: { ...withRates(total ?? nothing), label: region.name },
      rows: rows.map((row) => ({ ...withRates(row), label: labelOf(row, language) })),
    };
  }
}

/** Which needs, as parameters of the query. */
type SliceParameters = readonly (string | null)[];

/** A question as a key, since loaders know things by texts. */
const questionText = (grouping: FillRateGrouping, regionId: string, input: FillRateInput): string =>
  JSON.stringify([grouping, regionId, input.from, input.until, input.industryId ?? null, input.occupationId ?? null]);

function questionOf(key: string): { key: string; grouping: FillRateGrouping; slice: SliceParameters } {
  const [grouping, ...slice] = JSON.parse(key) as [FillRateGrouping, ...SliceParameters];
  return { key, grouping, slice };
}

function withRates({ key, needs, demanded, proposed, accepted, onSite }: GroupRow): Omit<FillRateRow, 'label'> {
  return {
    ...{ key, needs, demanded, proposed, accepted, onSite },
    proposedRate: rate(proposed, demanded),
    acceptedRate: rate(accepted, demanded),
    onSiteRate: rate(onSite, demanded),
  };
}

function labelOf({ nameZh, nameEn }: GroupRow, language: Language): string {
  return (language === 'en' ? nameEn : nameZh) ?? render(bureauMessages.unknownGroup, language);
}
