import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { Config } from '../config/config.js';
import { LOGGER } from '../logging/logging.module.js';
import type { JobDefinition } from './job.js';
import { openQueueBackend, type QueueBackend } from './queue-backend.js';

export interface JobToAdd {
  readonly name: string;
  readonly data: object;
  readonly jobId: string;
  readonly delayMs: number;
  readonly attempts: number;
  /** The span that asked for it; null: none did. */
  readonly traceparent: string | null;
}

/** The producing side of the queues. Adding the same job id twice is harmless. */
@Injectable()
export class JobQueues implements OnApplicationShutdown {
  readonly backend: QueueBackend;
  private readonly queues = new Map<string, Queue>();

  constructor(
    config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.backend = openQueueBackend(config, logger);
  }

  queue(name: string): Queue {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = new Queue(name, this.backend.options);
    queue.on('error', (error) => this.logger.warn({ err: error, queue: name }, 'queue error'));
    this.queues.set(name, queue);
    return queue;
  }

  async addAll(queueName: string, jobs: readonly JobToAdd[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.queue(queueName).addBulk(
      jobs.map(({ name, data, jobId, delayMs, attempts, traceparent }) => ({
        name,
        data,
        opts: {
          jobId,
          delay: delayMs,
          attempts,
          // BullMQ keeps it beside the job's data, and does nothing with it by itself.
          ...(traceparent && { telemetry: { metadata: traceparent } }),
          backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
          removeOnComplete: { age: 86_400, count: 10_000 },
          removeOnFail: { age: 30 * 86_400 },
        },
      })),
    );
  }

  /** Starts `definition` by the clock, whoever and however many processes say so. */
  async schedule(definition: JobDefinition<object>, everyMs: number): Promise<void> {
    await this.queue(definition.queue).upsertJobScheduler(
      definition.name,
      { every: everyMs },
      { name: definition.name, data: {} },
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }
}
