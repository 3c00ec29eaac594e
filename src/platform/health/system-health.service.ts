import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { version } from '../config/release.js';
import { Database } from '../database/database.js';
import { type Language, render } from '../i18n/message.js';
import { JobDesk } from '../queue/job-desk.service.js';
import { JobQueues } from '../queue/job-queues.js';
import { HealthProbe } from './health-probe.service.js';
import { checkAnswer, checkOutbox, checkWorkers, type HealthCheck, overall } from './system-health.rules.js';
import type { SystemHealthView } from './system-health.view.js';

interface DatabaseFacts {
  readonly waiting: number;
  readonly oldestSeconds: number;
  readonly sizeBytes: number;
  readonly version: string;
}

// Read through outbox_event_pending.
const factsSql = `
  SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM now() - min(occurred_at + delay_ms * interval '1 millisecond')), 0)::float8 AS "oldestSeconds",
         pg_database_size(current_database())::float8 AS "sizeBytes", current_setting('server_version') AS version
  FROM outbox_event WHERE relayed_at IS NULL`;

/** What an operator asks first: is it well, and if not, which part. */
@Injectable()
export class SystemHealth {
  private readonly startedAt: Date;

  constructor(
    private readonly db: Database,
    private readonly probe: HealthProbe,
    private readonly queues: JobQueues,
    private readonly desk: JobDesk,
    clock: Clock,
  ) {
    this.startedAt = clock.now();
  }

  async report(language: Language): Promise<SystemHealthView> {
    const [[facts] = [], queues] = await Promise.all([
      this.probe.inTime(this.db.rows<DatabaseFacts>(factsSql)),
      this.probe.inTime(this.desk.list()),
    ]);
    const backend = this.queues.backend.name;
    const checks: HealthCheck[] = [
      checkAnswer('database', 'PostgreSQL', facts !== undefined),
      checkAnswer('queue', `BullMQ (${backend})`, queues !== undefined),
      ...(queues ? [checkWorkers(queues)] : []),
      ...(facts ? [checkOutbox(facts.waiting, facts.oldestSeconds)] : []),
    ];
    return {
      status: overall(checks),
      checks: checks.map(({ name, status, message, params }) => ({
        ...{ name, status, detail: render(message, language, params) },
      })),
      ...{ version, startedAt: this.startedAt, queueBackend: backend },
      outboxWaiting: facts?.waiting ?? null,
      databaseSizeBytes: facts?.sizeBytes ?? null,
      databaseVersion: facts?.version ?? null,
      failedJobs: queues?.reduce((sum, { failed }) => sum + failed, 0) ?? null,
    };
  }
}
