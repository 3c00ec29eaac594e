import { v7 } from 'uuid';
import type { TestApp } from './app.js';
import { transportOf } from './transport-rows.js';

/** Rows of the bureau of a region, by the names of the input fields and queries that take their ids. */
export async function bureauRows(
  app: TestApp,
  regionId: string,
  rider: { readonly placementId: string | undefined; readonly workerId: string | undefined },
): Promise<Record<string, string>> {
  return {
    ...(await alertOf(app, regionId)),
    ...(await bulletinOf(app, regionId)),
    ...(await externalSeriesOf(app, regionId)),
    ...(await transportOf(app, regionId, rider)),
  };
}

/** A rule and an alert that it raised. */
async function alertOf(app: TestApp, regionId: string): Promise<Record<string, string>> {
  const [ruleId, alertId] = [v7(), v7()];
  await app.db.rows(
    `WITH rule AS (
       INSERT INTO alert_rule (id, bureau_id, name, indicator, region_id, kind, is_above, bound, release_at, least, days, severity, is_on, created_at)
       SELECT $1, id, 'x', 'FILL_RATE', $3, 'threshold', false, 0.5, 0.6, 0, 7, 'notice', true, now() FROM bureau WHERE region_id = $3 LIMIT 1
       RETURNING id, bureau_id)
     INSERT INTO alert (id, rule_id, bureau_id, part_id, state, reading, opened_at) SELECT $2, id, bureau_id, '', 'open', 0.4, now() FROM rule`,
    [ruleId, alertId, regionId],
  );
  return { ruleId, alertId, 'alert.id': alertId };
}

/** A plan of reports and an edition of it. */
async function bulletinOf(app: TestApp, regionId: string): Promise<Record<string, string>> {
  const [planId, bulletinId] = [v7(), v7()];
  await app.db.rows(
    `WITH plan AS (
       INSERT INTO bulletin_plan (id, bureau_id, title, region_id, codes, cadence, at_hour, language, addresses, is_on, planned_on, created_at)
       SELECT $1, id, 'x', $3, '{FILL_RATE}', 'once', 7, 'en', '{}', false, current_date, now() FROM bureau WHERE region_id = $3 LIMIT 1
       RETURNING id, bureau_id)
     INSERT INTO bulletin (id, plan_id, bureau_id, first_day, last_day, version, state, progress, requested_at, finished_at, content)
     SELECT $2, id, bureau_id, '2026-01-01', '2026-01-07', 1, 'succeeded', 100, now(), now(), '{"summary": []}' FROM plan`,
    [planId, bulletinId, regionId],
  );
  return { planId, bulletinId, 'bulletin.id': bulletinId, 'bulletinPlan.id': planId };
}

/** A series of another department, which people bring. */
async function externalSeriesOf(app: TestApp, regionId: string): Promise<Record<string, string>> {
  const externalSeriesId = v7();
  await app.db.rows(
    `INSERT INTO external_series (id, bureau_id, code, name_zh, name_en, department, unit, region_id, cadence, aggregate, late_days, source, is_on, created_at)
     SELECT $1, id, 'X_1', 'x', 'x', 'x', 'x', $2, 'month', 'sum', 15, 'manual', true, now()
     FROM bureau WHERE region_id = $2 LIMIT 1`,
    [externalSeriesId, regionId],
  );
  return { externalSeriesId, 'externalSeriesById.id': externalSeriesId };
}
