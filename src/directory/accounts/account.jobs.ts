import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';

const hourMs = 3_600_000;
export const purgeExpired = defineJob<object>({ name: 'directory.purge-expired', queue: 'directory', everyMs: hourMs });

// Sessions and keys are of no use after their end; idempotency keys are kept for two days, as documented.
const purges = [
  `DELETE FROM session WHERE expires_at < now() - interval '1 day' OR revoked_at < now() - interval '7 days'`,
  `DELETE FROM idempotency_key WHERE created_at < now() - interval '48 hours'`,
  `DELETE FROM processed_event WHERE processed_at < now() - interval '60 days'`,
  `DELETE FROM outbox_event WHERE relayed_at < now() - interval '30 days'`,
  `DELETE FROM rate_limit WHERE expire < extract(epoch FROM now()) * 1000`,
];

/** Throws away what has run out. Deleting twice deletes nothing more. */
@Injectable()
export class AccountJobs {
  constructor(private readonly db: Database) {}

  @OnJob(purgeExpired)
  async purge(): Promise<void> {
    for (const sql of purges) await this.db.rows(sql);
  }
}
