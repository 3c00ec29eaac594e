import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.decorator.js';
import { Me } from '../auth/request-viewer.js';
import type { OperatorViewer } from '../auth/viewer.js';
import { type Connection, toConnection } from '../graphql/connection.js';
import { FailedJobArgs, RetryFailedJobInput } from './job-desk.input.js';
import { JobDesk } from './job-desk.service.js';
import { FailedJobConnection, type FailedJobView, JobQueueView } from './job-desk.view.js';

const any = { to: ['operator'], owns: 'every queue of the installation' } as const;

@Resolver(() => JobQueueView)
export class JobDeskResolver {
  constructor(private readonly desk: JobDesk) {}

  @Query(() => [JobQueueView], { description: 'The queues of background jobs, by name.' })
  @Allow(any)
  async jobQueues(): Promise<JobQueueView[]> {
    return this.desk.list();
  }

  @Query(() => FailedJobConnection, {
    description:
      'Jobs of a queue that failed on every attempt, the latest first. Pages go by place: start again after a retry.',
  })
  @Allow(any)
  async failedJobs(@Args() args: FailedJobArgs): Promise<Connection<FailedJobView>> {
    return toConnection(await this.desk.failed(args), ({ job }) => job);
  }

  @Mutation(() => JobQueueView, { description: 'Has a failed job tried again, with all its attempts.' })
  @Allow(any)
  async retryFailedJob(@Args('input') input: RetryFailedJobInput, @Me() viewer: OperatorViewer): Promise<JobQueueView> {
    return this.desk.retry(viewer, input);
  }
}
