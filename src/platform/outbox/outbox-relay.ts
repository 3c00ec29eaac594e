import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Config } from '../config/config.js';
import { Database, rowsOf } from '../database/database.js';
import { Listener } from '../database/listener.js';
import { LOGGER } from '../logging/logging.module.js';
import { HandlerRegistry } from '../queue/handler-registry.js';
import { eventQueue } from '../queue/job.js';
import { type JobToAdd, JobQueues } from '../queue/job-queues.js';
import { jobPrefix } from './outbox.js';

const eventAttempts = 12;
const batchSize = 500;
const pollMs = 1_000;

interface OutboxRow {
  readonly id: string;
  readonly name: string;
  readonly payload: object;
  readonly delay_ms: number;
  readonly traceparent: string | null;
}

/**
 * Turns outbox rows into jobs. Several relays may run: rows are locked while relayed. A crash after adding and
 * before marking adds the same job ids again, which changes nothing.
 */
@Injectable()
export class OutboxRelay {
  private readonly listener: Listener;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    config: Config,
    private readonly db: Database,
    private readonly queues: JobQueues,
    private readonly handlers: HandlerRegistry,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.listener = new Listener(config.settings.DATABASE_URL, 'outbox', () => this.wake(), logger);
  }

  /** Relays on every commit that records something, and once a second in case a signal was lost. */
  async start(): Promise<void> {
    await this.listener.start();
    this.timer = setInterval(() => this.wake(), pollMs);
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
    await this.listener.stop();
  }

  /** Relays everything pending now. */
  async flush(): Promise<void> {
    while ((await this.relayBatch()) === batchSize);
  }

  private wake(): void {
    this.running = this.running
      .then(() => (this.stopped ? undefined : this.flush()))
      .catch((error: unknown) => this.logger.warn({ err: error }, 'outbox relay failed; it tries again'));
  }

  private async relayBatch(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const rows = await rowsOf<OutboxRow>(
        tx,
        `SELECT id, name, payload, delay_ms, traceparent FROM outbox_event WHERE relayed_at IS NULL
         ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
        [batchSize],
      );
      if (rows.length === 0) return 0;
      const jobs = rows.flatMap((row) => this.jobsOf(row));
      for (const name of new Set(jobs.map(({ queue }) => queue))) {
        await this.queues.addAll(
          name,
          jobs.filter(({ queue }) => queue === name),
        );
      }
      await tx.query('UPDATE outbox_event SET relayed_at = now() WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
      return rows.length;
    });
  }

  private jobsOf({ id, name, payload, delay_ms: delayMs, traceparent }: OutboxRow): (JobToAdd & { queue: string })[] {
    if (name.startsWith(jobPrefix)) {
      const job = this.handlers.jobs.get(name.slice(jobPrefix.length))?.definition;
      if (!job) {
        this.logger.error({ outboxId: id }, `no handler for ${name}: written by another version?`);
        return [];
      }
      const { queue, attempts } = job;
      return [{ queue, name: job.name, data: payload, jobId: `job-${id}`, delayMs, attempts, traceparent }];
    }
    return this.handlers.of(name).map(({ handler }) => ({
      queue: eventQueue,
      name: handler,
      data: { id, name, payload },
      jobId: `${handler}-${id}`,
      delayMs,
      attempts: eventAttempts,
      traceparent,
    }));
  }
}
