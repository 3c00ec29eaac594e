import { v7 } from 'uuid';
import type { TestApp } from './app.js';

/** A rule of the bureau of a region and an alert that it raised, by the names of the input fields and queries that take their ids. */
export async function alertOf(app: TestApp, regionId: string): Promise<Record<string, string>> {
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
