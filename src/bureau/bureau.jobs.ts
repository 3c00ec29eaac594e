import { Injectable } from '@nestjs/common';
import { OnJob } from '../platform/queue/handlers.js';
import { defineJob } from '../platform/queue/job.js';
import { AlertWatch } from './alerts/alert-watch.service.js';
import { watchAlerts, watchForecasts } from './alerts/watch-alerts.job.js';
import { Rollups } from './rollups/rollup.service.js';

const dayMs = 86_400_000;
export const checkRollups = defineJob<object>({ name: 'bureau.check-rollups', queue: 'bureau', everyMs: dayMs });

/** What indicators need the clock for. */
@Injectable()
export class BureauJobs {
  constructor(
    private readonly rollups: Rollups,
    private readonly watch: AlertWatch,
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
}
