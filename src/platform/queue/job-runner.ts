import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SpanKind } from '@opentelemetry/api';
import { type Job, UnrecoverableError, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { Database, rowsOf } from '../database/database.js';
import { LOGGER } from '../logging/logging.module.js';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { Traces } from '../traces/traces.js';
import { HandlerRegistry } from './handler-registry.js';
import { JobQueues } from './job-queues.js';
import { type DomainEvent, eventQueue } from './job.js';
import { QueueMetrics } from './queue-metrics.js';

const concurrency = 8;
const maxSkewMs = 2_000;

/** The consuming side: one BullMQ worker per queue, and the relay that feeds them. Runs in the job process only. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  readonly workers: Worker<object>[] = [];
  private readonly abort = new AbortController();

  constructor(
    private readonly db: Database,
    private readonly queues: JobQueues,
    private readonly handlers: HandlerRegistry,
    private readonly relay: OutboxRelay,
    private readonly metrics: QueueMetrics,
    private readonly traces: Traces,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Takes up work; with `schedules`, also starts the jobs that the clock alone starts. */
  async start(schedules = true): Promise<void> {
    await this.refuseSkewedClock();
    for (const name of this.handlers.queueNames()) this.workers.push(this.open(name));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    await this.relay.start();
    if (!schedules) return;
    for (const { definition } of this.handlers.jobs.values()) {
      if (definition.everyMs) await this.queues.schedule(definition, definition.everyMs);
    }
  }

  /** Stops taking jobs, lets the running ones end, then closes. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.workers.length === 0) return;
    this.abort.abort();
    await this.relay.stop();
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private open(name: string): Worker<object> {
    const worker = new Worker<object>(name, (job) => this.traced(name, job), {
      ...this.queues.backend.options,
      concurrency,
      lockDuration: 30_000,
      stalledInterval: 10_000,
      // A job is not at fault when its process is killed under it; attempts bound real failures.
      maxStalledCount: 10,
    });
    worker.on('error', (error) => this.logger.warn({ err: error, queue: name }, 'worker error'));
    worker.on('failed', (job, error) =>
      this.logger.error(
        { err: error, queue: name, job: job?.id, attempt: job?.attemptsMade },
        `job ${job?.name ?? '?'} failed`,
      ),
    );
    return worker;
  }

  /** Every try is a span of its own, in the trace of whoever asked for the job or told of the event. */
  private async traced(queue: string, job: Job<object>): Promise<void> {
    await this.traces.span(job.name, () => this.timed(queue, job), {
      parent: job.opts.telemetry?.metadata,
      kind: SpanKind.CONSUMER,
      attributes: { 'gongji.queue': queue, 'gongji.job': job.id ?? '', 'gongji.attempt': job.attemptsMade + 1 },
    });
  }

  private async timed(queue: string, job: Job<object>): Promise<void> {
    const measure = this.metrics.jobSeconds.startTimer({ queue, job: job.name });
    try {
      await (queue === eventQueue ? this.runEvent(job) : this.runJob(job));
      measure({ outcome: 'done' });
    } catch (error) {
      measure({ outcome: 'failed' });
      throw error;
    }
  }

  private async runJob(job: Job<object>): Promise<void> {
    const handler = this.handlers.jobs.get(job.name);
    if (!handler) throw new UnrecoverableError(`no handler for job ${job.name}`);
    await handler.run(job.data, { jobId: job.id ?? job.name, signal: this.abort.signal });
  }

  /** The handler's work and the mark that it was done are one transaction: a repeat finds the mark and ends. */
  private async runEvent(job: Job<object>): Promise<void> {
    const handler = this.handlers.events.get(job.name);
    if (!handler) throw new UnrecoverableError(`no handler for event ${job.name}`);
    // Only the relay adds to this queue, and events are all that it adds there.
    const event = job.data as DomainEvent<object>;
    await this.db.transaction(async (tx) => {
      const fresh = await rowsOf(
        tx,
        'INSERT INTO processed_event (handler, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING event_id',
        [handler.handler, event.id],
      );
      if (fresh.length > 0) await handler.run(event, tx);
    });
    this.metrics.observeLag(handler.handler, event.id);
  }

  /** Job locks are judged by each worker's own clock, so a wrong clock would run jobs twice at once. */
  private async refuseSkewedClock(): Promise<void> {
    const before = performance.timeOrigin + performance.now();
    const [row] = await this.db.rows<{ ms: string }>('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms');
    const skewMs = Math.abs(Number(row?.ms) - before);
    if (skewMs > maxSkewMs)
      throw new Error(
        `this machine's clock differs from the database's by ${Math.round(skewMs)} ms; set the clock and start again`,
      );
  }
}
