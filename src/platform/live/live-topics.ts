import { EventEmitter } from 'node:events';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import type { Logger } from 'pino';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { LOGGER } from '../logging/logging.module.js';
import { News } from './news.js';

const retryMs = 1_000;
const quietMs = 500;

/** What one may hear of: one thing by its id, all that happens in labour, or indicators. */
export type LiveTopic =
  'labour' | 'indicators' | `${'need' | 'worker' | 'enterprise' | 'account' | 'match-run' | 'scenario'}:${string}`;

/**
 * Hears what triggers of the database tell of committed changes, on one connection per process that is opened when
 * somebody first listens. News is a hint to look again, never data; after a lost connection everybody is told to look.
 */
@Injectable()
export class LiveTopics implements BeforeApplicationShutdown {
  private readonly open = new Set<News>();
  private readonly topics = new EventEmitter().setMaxListeners(0);
  private listener: Promise<pg.Client> | undefined;
  private isStopped = false;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** News of a topic: one at once, as something may have happened since the caller last looked, then one per change. */
  async hear(topic: LiveTopic): Promise<News> {
    this.listener ??= this.listen();
    await this.listener;
    const news = new News(this.clock, quietMs, () => {
      this.topics.off(topic, news.tell);
      this.open.delete(news);
    });
    this.topics.on(topic, news.tell);
    this.open.add(news);
    return news;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    for (const news of this.open) await news.return();
    const client = await this.listener;
    await client?.end();
  }

  private async listen(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.config.settings.DATABASE_URL, keepAlive: true });
    client.on('error', (error) => {
      this.logger.warn({ err: error }, 'live listener lost');
      this.listener = undefined;
      setTimeout(() => void this.relisten(), retryMs).unref();
    });
    client.on('notification', ({ payload }) => this.topics.emit(payload ?? ''));
    try {
      await client.connect();
      await client.query('LISTEN live');
    } catch (error) {
      this.listener = undefined;
      throw error;
    }
    return client;
  }

  /** What was told in between is lost, so everybody is told to look again. */
  private async relisten(): Promise<void> {
    if (this.isStopped || this.open.size === 0) return;
    try {
      this.listener ??= this.listen();
      await this.listener;
      for (const news of this.open) news.tell();
    } catch (error) {
      this.logger.warn({ err: error }, 'live listener not back yet');
      setTimeout(() => void this.relisten(), retryMs).unref();
    }
  }
}
