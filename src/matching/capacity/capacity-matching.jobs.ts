import { Injectable } from '@nestjs/common';
import {
  capacityBookingHeld,
  capacityBookingReleased,
  capacityRequestClosed,
  capacityRequestPublished,
  capacityWindowPublished,
  capacityWindowWithdrawn,
} from '../../capacity/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/queue/handlers.js';
import { defineJob, type DomainEvent } from '../../platform/queue/job.js';
import { SharingMarkets } from '../sharing/sharing-market.service.js';
import { CapacityMatching } from './capacity-matching.service.js';

const hourMs = 3_600_000;
/** By the clock too: enterprises are verified and sanctioned, days pass. */
export const matchCapacity = defineJob<object>({ name: 'matching.capacity', queue: 'matching', everyMs: hourMs });

type Change = DomainEvent<object>;

/** Keeps the proposals of capacity current. */
@Injectable()
export class CapacityMatchingJobs {
  constructor(
    private readonly markets: SharingMarkets,
    private readonly matching: CapacityMatching,
  ) {}

  /** Safe twice: it writes the difference to what stands. */
  @OnJob(matchCapacity)
  async match(): Promise<void> {
    await this.matching.run();
  }

  @OnEvent(capacityWindowPublished, 'matching.capacity.window-published')
  async onWindowPublished(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  @OnEvent(capacityWindowWithdrawn, 'matching.capacity.window-withdrawn')
  async onWindowWithdrawn(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  @OnEvent(capacityRequestPublished, 'matching.capacity.request-published')
  async onRequestPublished(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  @OnEvent(capacityRequestClosed, 'matching.capacity.request-closed')
  async onRequestClosed(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  @OnEvent(capacityBookingHeld, 'matching.capacity.held')
  async onHeld(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  @OnEvent(capacityBookingReleased, 'matching.capacity.released')
  async onReleased(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  private async changed(tx: Tx): Promise<void> {
    await this.markets.changed(tx, 'capacity', matchCapacity);
  }
}
