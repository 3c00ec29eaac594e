import { Injectable } from '@nestjs/common';
import { OnJob } from '../platform/queue/handlers.js';
import { defineJob } from '../platform/queue/job.js';
import { Guarantees } from './guarantee/guarantee.service.js';

const hourMs = 3_600_000;
export const keepGuarantee = defineJob<object>({ name: 'orders.keep-guarantee', queue: 'orders', everyMs: hourMs });
export const tellOrderRisks = defineJob<object>({ name: 'orders.tell-risks', queue: 'orders', everyMs: hourMs });

/** What orders need the clock for. */
@Injectable()
export class OrderJobs {
  constructor(private readonly guarantees: Guarantees) {}

  /** Safe twice: the day's row is written anew. */
  @OnJob(keepGuarantee)
  async keep(): Promise<void> {
    await this.guarantees.keepToday();
  }

  /** Safe twice: each order is marked with the event. */
  @OnJob(tellOrderRisks)
  async tell(): Promise<void> {
    await this.guarantees.tellRisks();
  }
}
