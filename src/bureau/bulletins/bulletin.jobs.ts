import { Injectable } from '@nestjs/common';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { Bulletin, BulletinPlan } from './bulletin.entity.js';
import { BulletinEditions, makeBulletin } from './bulletin-editions.service.js';
import { duePeriod } from './bulletin-period.rules.js';

const everyMs = 600_000;
const beijingAheadMs = 8 * HOUR_MS;

export const requestDueBulletins = defineJob<object>({
  ...{ name: 'bureau.request-due-bulletins', queue: 'bureau', everyMs },
});

/** Makes editions, and asks for those that plans say are due. */
@Injectable()
export class BulletinJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly editions: BulletinEditions,
  ) {}

  /** Safe twice: see `BulletinEditions.make`. */
  @OnJob(makeBulletin)
  async make({ bulletinId }: { readonly bulletinId: string }): Promise<void> {
    await this.editions.make(bulletinId);
  }

  /** Safe twice: a period that has an edition is not due. */
  @OnJob(requestDueBulletins)
  async requestDue(): Promise<void> {
    for (const { id } of await this.db.reader.find(BulletinPlan, { select: { id: true }, where: { isOn: true } }))
      await this.requestOf(id);
  }

  private async requestOf(id: string): Promise<void> {
    const hour = this.clock.in(beijingAheadMs).getUTCHours();
    await this.db.transaction(async (tx) => {
      const plan = await tx.findOne(BulletinPlan, { where: { id }, lock: { mode: 'for_no_key_update' } });
      const period = plan?.isOn ? duePeriod(plan, this.clock.today(), hour) : undefined;
      if (!plan || !period) return;
      const isMade = await tx.existsBy(Bulletin, { planId: id, firstDay: period.from, lastDay: period.until });
      if (!isMade) await this.editions.request(tx, plan, period, null);
    });
  }
}
