import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import type { DearAnswers } from '../../platform/cache/dear-answers.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { refuse } from '../../platform/errors/index.js';
import type { Language } from '../../platform/i18n/message.js';
import { dearAnswers } from './dear-answers.js';
import type { FillTrendInput } from './fill-trend.input.js';
import { lastPoint, refuseTrendRange, stepDays } from './fill-trend.rules.js';
import type { FillTrend, FillTrendPoint } from './fill-trend.view.js';
import { Jurisdictions } from './jurisdiction.service.js';

/**
 * $1 region, $2 first day, $3 last day, $4 days between points, $5 occupation or null. Every stage of a need becomes a
 * rise and a fall on the first point not before it; running sums per need give its levels, which are capped like those
 * of the fill rate (a stage counts at most the heads requested and at least those of the next), and the differences
 * of the capped levels sum up to the points. So the cost follows what happened, not needs × points. Needs are found
 * through region_ancestor_below, their stages through the indexes on need_id.
 */
const trendSql = `
  WITH point AS (
    SELECT $3::date - n * $4::int AS day FROM generate_series(0, ($3::date - $2::date) / $4::int) AS n),
  first_point AS (SELECT min(day) AS day FROM point),
  need AS (
    SELECT n.id, n.headcount, (coalesce(n.published_at, n.created_at) AT TIME ZONE 'Asia/Shanghai')::date AS since, n.ends_on + 1 AS till
    FROM labour_need n
    WHERE n.region_id IN (SELECT region_id FROM region_ancestor WHERE ancestor_id = $1) AND n.state NOT IN ('draft', 'cancelled')
      AND n.ends_on >= $2::date AND ($5::text IS NULL OR n.occupation_id = $5)),
  span AS (
    SELECT id AS need_id, headcount AS demanded, 0 AS proposed, 0 AS accepted, 0 AS on_site, since, till FROM need
    UNION ALL
    SELECT n.id, 0, s.proposed, s.accepted, s.on_site, greatest(n.since, (s.since AT TIME ZONE 'Asia/Shanghai')::date),
           least(n.till, (s.till AT TIME ZONE 'Asia/Shanghai')::date)
    FROM need n JOIN labour_need_stage s ON s.need_id = n.id),
  change AS (
    SELECT s.need_id, c.sign * s.demanded AS demanded, c.sign * s.proposed AS proposed, c.sign * s.accepted AS accepted,
           c.sign * s.on_site AS on_site, f.day + (greatest(c.day - f.day, 0) + $4::int - 1) / $4::int * $4::int AS day
    FROM span s CROSS JOIN first_point f CROSS JOIN LATERAL (VALUES (1, s.since), (-1, s.till)) AS c (sign, day)
    WHERE s.since < s.till AND s.till > f.day),
  level AS (
    SELECT need_id, day, sum(sum(demanded)) OVER w AS demanded, sum(sum(proposed)) OVER w AS proposed,
           sum(sum(accepted)) OVER w AS accepted, sum(sum(on_site)) OVER w AS on_site
    FROM change GROUP BY need_id, day WINDOW w AS (PARTITION BY need_id ORDER BY day)),
  capped AS (
    SELECT need_id, day, demanded, least(greatest(proposed, accepted), demanded) AS proposed, accepted, least(on_site, accepted) AS on_site
    FROM level),
  step AS (
    SELECT day, demanded - lag(demanded, 1, 0) OVER w AS demanded, proposed - lag(proposed, 1, 0) OVER w AS proposed,
           accepted - lag(accepted, 1, 0) OVER w AS accepted, on_site - lag(on_site, 1, 0) OVER w AS on_site
    FROM capped WINDOW w AS (PARTITION BY need_id ORDER BY day))
  SELECT p.day::text AS "on", coalesce(sum(sum(s.demanded)) OVER o, 0)::int AS demanded, coalesce(sum(sum(s.proposed)) OVER o, 0)::int AS proposed,
         coalesce(sum(sum(s.accepted)) OVER o, 0)::int AS accepted, coalesce(sum(sum(s.on_site)) OVER o, 0)::int AS "onSite"
  FROM point p LEFT JOIN step s ON s.day = p.day
  GROUP BY p.day WINDOW o AS (ORDER BY p.day) ORDER BY p.day`;

/** How the fill rate came to be what it is: the same stages, day by day. */
@Injectable()
export class FillTrends {
  private readonly answers: DearAnswers<FillTrendPoint[]>;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly jurisdictions: Jurisdictions,
    config: Config,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.answers = dearAnswers(clock, config, logger);
  }

  /** A region outside the viewer's jurisdiction does not exist for them: NOT_FOUND at input.regionId. */
  async trend(
    viewer: BureauViewer | OperatorViewer,
    { regionId, occupationId, from, until, step }: FillTrendInput,
    language: Language,
  ): Promise<FillTrend> {
    refuse(refuseTrendRange(from, until, step));
    const region = await this.jurisdictions.region(viewer, regionId, language);
    const last = lastPoint(until, this.clock.today());
    if (last < from) return { region, step, points: [], countedAt: this.clock.now() };
    const parameters = [region.id, from, last, stepDays(step), occupationId ?? null];
    const { answer: points, countedAt } = await this.answers.get(JSON.stringify(parameters), () =>
      this.db.rows<FillTrendPoint>(trendSql, parameters),
    );
    return { region, step, points, countedAt };
  }
}
