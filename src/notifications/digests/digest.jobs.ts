import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { Deliveries } from '../deliveries/delivery.service.js';
import { bundleHeld } from './digest.loader.js';
import { latestDigest } from './digest.rules.js';

const batchSize = 200;

export const makeDigests = defineJob<object>({
  ...{ name: 'notifications.make-digests', queue: 'notifications', everyMs: 300_000 },
});

@Injectable()
export class DigestJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly deliveries: Deliveries,
  ) {}

  /**
   * Makes what was held before the latest hour of digests into one message for each account and channel. Marked and asked
   * for in one transaction; a second run finds nothing, and a second digest of a day is refused by an index.
   */
  @OnJob(makeDigests)
  async make(): Promise<void> {
    const { day, agoMs } = latestDigest(this.clock.now(), this.clock.today(), this.config.settings.DIGEST_HOUR);
    const before = this.clock.in(-agoMs);
    const batch = (tx: Tx): Promise<number> => this.makeBatch(tx, day, before);
    while ((await this.db.transaction(batch)) === batchSize);
  }

  private async makeBatch(tx: Tx, day: string, before: Date): Promise<number> {
    const digests = await bundleHeld(tx, day, before, batchSize);
    for (const { id, channel } of digests) await this.deliveries.requestJob(tx, channel, id);
    return digests.length;
  }
}
