import { v7 } from 'uuid';
import type { TestApp } from './app.js';

/** A plan of the bureau of a region and an edition of it, by the names of the input fields and queries that take their ids. */
export async function bulletinOf(app: TestApp, regionId: string): Promise<Record<string, string>> {
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
