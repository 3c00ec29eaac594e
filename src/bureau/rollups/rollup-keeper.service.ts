import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Config } from '../../platform/config/config.js';
import { Listener } from '../../platform/database/listener.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { Rollups } from './rollup.service.js';

const pollMs = 1_000;
/** Changes that come together are counted together. */
const gatherMs = 200;

/** Follows changes of facts as they are committed, in the job process; of several processes one at a time. */
@Injectable()
export class RollupKeeper implements BeforeApplicationShutdown {
  private readonly listener: Listener;
  private poll: NodeJS.Timeout | undefined;
  private gathering: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    config: Config,
    private readonly rollups: Rollups,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.listener = new Listener(config.settings.DATABASE_URL, 'indicator_change', () => this.gather(), logger);
  }

  /** Begins to follow; looks once a second besides, in case a signal was lost. */
  async start(): Promise<void> {
    await this.listener.start();
    this.poll = setInterval(() => this.gather(), pollMs);
    this.gather();
  }

  /** Follows everything that is noted now, after what it is at. */
  flush(): Promise<void> {
    this.running = this.running
      .then(() => (this.isStopped ? undefined : this.follow()))
      .catch((error: unknown) => this.logger.warn({ err: error }, 'indicators could not follow; they try again'));
    return this.running;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.poll);
    clearTimeout(this.gathering);
    await this.running;
    await this.listener.stop();
  }

  private gather(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      void this.flush();
    }, gatherMs);
  }

  private async follow(): Promise<void> {
    while ((await this.rollups.follow()) > 0);
  }
}
