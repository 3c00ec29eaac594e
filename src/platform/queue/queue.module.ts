import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { OutboxRelay } from '../outbox/outbox-relay.js';
import { Outbox } from '../outbox/outbox.js';
import { HandlerRegistry } from './handler-registry.js';
import { JobDeskResolver } from './job-desk.resolver.js';
import { JobDesk } from './job-desk.service.js';
import { JobQueues } from './job-queues.js';
import { JobRunner } from './job-runner.js';
import { QueueMetrics } from './queue-metrics.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Outbox, JobQueues, HandlerRegistry, OutboxRelay, QueueMetrics, JobRunner, JobDesk, JobDeskResolver],
  exports: [Outbox, JobQueues, JobRunner, JobDesk],
})
export class QueueModule {}
