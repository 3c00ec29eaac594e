import { Injectable } from '@nestjs/common';
import { Gauge, Histogram } from 'prom-client';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { madeAt } from '../ids/ids.js';
import { Metrics, secondsBuckets } from '../metrics/metrics.js';
import { HandlerRegistry } from './handler-registry.js';
import { JobQueues } from './job-queues.js';

const states = ['waiting', 'active', 'delayed', 'failed'] as const;

/** How much work waits, how long it takes, and how late events reach those who listen. */
@Injectable()
export class QueueMetrics {
  readonly jobSeconds: Histogram<'queue' | 'job' | 'outcome'>;
  private readonly eventLagSeconds: Histogram<'handler'>;

  constructor(
    { registry }: Metrics,
    private readonly db: Database,
    private readonly queues: JobQueues,
    private readonly handlers: HandlerRegistry,
    private readonly clock: Clock,
  ) {
    const registers = [registry];
    this.jobSeconds = new Histogram({
      ...{
        name: 'gongji_job_seconds',
        help: 'Time that a job took.',
        labelNames: ['queue', 'job', 'outcome'] as const,
      },
      ...{ buckets: secondsBuckets, registers },
    });
    this.eventLagSeconds = new Histogram({
      ...{ name: 'gongji_event_lag_seconds', help: 'From an event to the commit of what a handler made of it.' },
      ...{ labelNames: ['handler'] as const, buckets: secondsBuckets, registers },
    });
    const jobs: Gauge<'queue' | 'state'> = new Gauge({
      ...{ name: 'gongji_queue_jobs', help: 'Jobs in a queue; every process tells the same.' },
      ...{ labelNames: ['queue', 'state'] as const, registers },
      collect: () => this.countJobs(jobs),
    });
    const waiting: Gauge = new Gauge({
      ...{ name: 'gongji_outbox_waiting', help: 'Events not relayed yet; every process tells the same.', registers },
      collect: () => this.readOutbox(waiting, 'count(*)'),
    });
    const age: Gauge = new Gauge({
      ...{ name: 'gongji_outbox_age_seconds', help: 'Age of the oldest event not relayed yet.', registers },
      collect: () => this.readOutbox(age, 'extract(epoch FROM now() - min(occurred_at))'),
    });
  }

  /** What a handler made of an event is committed. */
  observeLag(handler: string, eventId: string): void {
    this.eventLagSeconds.observe({ handler }, (this.clock.now().getTime() - madeAt(eventId)) / 1_000);
  }

  private async countJobs(gauge: Gauge<'queue' | 'state'>): Promise<void> {
    for (const queue of this.handlers.queueNames()) {
      const counts = await this.queues.queue(queue).getJobCounts(...states);
      for (const state of states) gauge.set({ queue, state }, counts[state] ?? 0);
    }
  }

  private async readOutbox(gauge: Gauge, sql: string): Promise<void> {
    const [row] = await this.db.rows<{ value: number }>(
      `SELECT coalesce(${sql}, 0)::float8 AS value FROM outbox_event WHERE relayed_at IS NULL`,
    );
    gauge.set(row?.value ?? 0);
  }
}
