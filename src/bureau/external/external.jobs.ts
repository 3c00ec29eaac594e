import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import type { Step } from '../reports/period.rules.js';
import { isDue } from './external-period.rules.js';
import { ExternalFetches, fetchExternal } from './external-fetches.service.js';
import { ExternalRuns } from './external-runs.service.js';

export const requestDueExternal = defineJob<object>({
  ...{ name: 'bureau.request-due-external', queue: 'bureau', everyMs: 600_000 },
});

/** Reads departments' addresses, and asks for those that are due. */
@Injectable()
export class ExternalJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly fetches: ExternalFetches,
    private readonly runs: ExternalRuns,
  ) {}

  /** Safe twice: see `ExternalRuns.run`. */
  @OnJob(fetchExternal)
  async fetch({ importId }: { readonly importId: string }): Promise<void> {
    await this.runs.run(importId);
  }

  /** Safe twice: a series that was just asked for is not due. */
  @OnJob(requestDueExternal)
  async requestDue(): Promise<void> {
    const [today, now] = [this.clock.today(), this.clock.now().getTime()];
    const series = await this.db.rows<{ id: string; cadence: Step; lastDay: string | null; askedAt: Date | null }>(
      `SELECT s.id, s.cadence,
              (SELECT max(first_day)::text FROM external_value WHERE series_id = s.id) AS "lastDay",
              (SELECT max(requested_at) FROM external_import WHERE series_id = s.id AND source = 'http') AS "askedAt"
       FROM external_series s WHERE s.is_on AND s.source = 'http' ORDER BY s.id`,
    );
    for (const { id, cadence, lastDay, askedAt } of series) {
      const sinceMs = askedAt === null ? undefined : now - askedAt.getTime();
      if (isDue(cadence, today, lastDay ?? undefined, sinceMs)) await this.fetches.requestByClock(id);
    }
  }
}
