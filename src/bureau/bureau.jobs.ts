import { Injectable } from '@nestjs/common';
import { OnJob } from '../platform/queue/handlers.js';
import { defineJob } from '../platform/queue/job.js';
import { AlertWatch } from './alerts/alert-watch.service.js';
import { watchAlerts, watchForecasts } from './alerts/watch-alerts.job.js';
import { ShortageKeeper } from './forecast/shortage-keeper.service.js';
import { Rollups } from './rollups/rollup.service.js';

const [dayMs, shortagesMs] = [86_400_000, 120_000];
export const checkRollups = defineJob<object>({ name: 'bureau.check-rollups', queue: 'bureau', everyMs: dayMs });
export const keepShortages = defineJob<object>({
  name: 'bureau.keep-shortages',
  queue: 'bureau',
  everyMs: shortagesMs,
});

/** What indicators need the clock for. */
@Injectable()
export class BureauJobs {
  constructor(
    private readonly rollups: Rollups,
    private readonly watch: AlertWatch,
    private readonly shortages: ShortageKeeper,
  ) {}

  /** Safe twice: it counts anew. */
  @OnJob(checkRollups)
  async check(): Promise<void> {
    await this.rollups.check();
  }

  /** Safe twice: a part has one open alert of a rule. */
  @OnJob(watchAlerts)
  async watchRules(): Promise<void> {
    await this.watch.watch(['threshold', 'change', 'trend']);
  }

  /** Safe twice: as above. */
  @OnJob(watchForecasts)
  async watchForecasts(): Promise<void> {
    await this.watch.watch(['forecast']);
  }

  /** Safe twice: it counts anew. */
  @OnJob(keepShortages)
  async keepShortages(): Promise<void> {
    await this.shortages.keep();
  }
}
