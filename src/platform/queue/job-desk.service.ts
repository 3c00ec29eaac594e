import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Audit } from '../audit/audit.js';
import type { OperatorViewer } from '../auth/viewer.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { notFound, orRefuse, refuse } from '../errors/index.js';
import type { Page } from '../graphql/connection.js';
import { HandlerRegistry } from './handler-registry.js';
import type { FailedJobArgs, RetryFailedJobInput } from './job-desk.input.js';
import { placeOf, readableReason, refuseNotFailed } from './job-desk.rules.js';
import type { FailedJobView, JobQueueView } from './job-desk.view.js';
import { JobQueues } from './job-queues.js';

/** A failed job at its place in the list. */
export interface PlacedJob {
  /** How many the list has up to here. */
  readonly id: string;
  readonly job: FailedJobView;
}

/** The queues as operators look after them. */
@Injectable()
export class JobDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queues: JobQueues,
    private readonly handlers: HandlerRegistry,
  ) {}

  /** Every queue of the application, by name. */
  async list(): Promise<JobQueueView[]> {
    return Promise.all(this.handlers.queueNames().map((name) => this.countsOf(this.queues.queue(name))));
  }

  /** Jobs of a queue that failed for good, the latest first; NOT_FOUND at `queue` for a name that is none. */
  async failed({ queue: name, first, after }: FailedJobArgs): Promise<Page<PlacedJob>> {
    const queue = this.require(name, 'queue');
    const place = placeOf(after);
    const jobs = await queue.getFailed(place, place + first);
    const rows = jobs.slice(0, first).map((job, index) => ({
      id: String(place + index + 1),
      job: {
        ...{ id: job.id ?? '', queue: name, name: job.name, attempts: job.attemptsMade },
        failedReason: readableReason(job.failedReason),
        requestedAt: this.clock.at(job.timestamp),
        failedAt: job.finishedOn === undefined ? null : this.clock.at(job.finishedOn),
      },
    }));
    return { rows, hasNextPage: jobs.length > first, hasPreviousPage: place > 0 };
  }

  /** Has a failed job tried again, with all its attempts; CONFLICT when it is not failed any more. Answers its queue. */
  async retry(viewer: OperatorViewer, { queue: name, jobId }: RetryFailedJobInput): Promise<JobQueueView> {
    const queue = this.require(name, 'input.queue');
    const job = orRefuse(await queue.getJob(jobId), notFound('input.jobId'));
    refuse(refuseNotFailed(await job.isFailed()));
    await this.db.transaction(async (tx) => {
      await this.audit.record(tx, viewer, {
        action: 'job.retry',
        subjectType: 'job',
        subjectId: jobId,
        details: { queue: name, job: job.name },
      });
      // Last: a queue that refuses takes the entry back with it.
      await job.retry('failed', { resetAttemptsMade: true });
    });
    return this.countsOf(queue);
  }

  private require(name: string, field: string): Queue {
    refuse(this.handlers.queueNames().includes(name) ? undefined : notFound(field));
    return this.queues.queue(name);
  }

  private async countsOf(queue: Queue): Promise<JobQueueView> {
    const [counts, workers] = await Promise.all([
      queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed', 'completed'),
      queue.getWorkersCount(),
    ]);
    const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0, completed = 0 } = counts;
    return { name: queue.name, waiting: waiting + prioritized, active, delayed, failed, completed, workers };
  }
}
