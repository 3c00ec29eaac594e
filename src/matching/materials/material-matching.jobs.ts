import { Injectable } from '@nestjs/common';
import {
  lotPublished,
  lotWithdrawn,
  materialRequestClosed,
  materialRequestPublished,
  transferAccepted,
  transferDelivered,
  transferReleased,
  transferReserved,
} from '../../materials/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/queue/handlers.js';
import { defineJob, type DomainEvent } from '../../platform/queue/job.js';
import { SharingMarkets } from '../sharing/sharing-market.service.js';
import { MaterialMatching } from './material-matching.service.js';

const hourMs = 3_600_000;
/** By the clock too: enterprises are verified and sanctioned, dates pass. */
export const matchMaterials = defineJob<object>({
  name: 'matching.materials',
  queue: 'matching',
  everyMs: hourMs,
});

type Change = DomainEvent<object>;

/** Keeps the proposals of materials current. */
@Injectable()
export class MaterialMatchingJobs {
  constructor(
    private readonly markets: SharingMarkets,
    private readonly matching: MaterialMatching,
  ) {}

  /** Safe twice: it writes the difference to what stands. */
  @OnJob(matchMaterials)
  async match(): Promise<void> {
    await this.matching.run();
  }

  @OnEvent(lotPublished, 'matching.materials.lot-published')
  async onLotPublished(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  @OnEvent(lotWithdrawn, 'matching.materials.lot-withdrawn')
  async onLotWithdrawn(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  @OnEvent(materialRequestPublished, 'matching.materials.request-published')
  async onRequestPublished(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  @OnEvent(materialRequestClosed, 'matching.materials.request-closed')
  async onRequestClosed(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  @OnEvent(transferReserved, 'matching.materials.reserved')
  async onReserved(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  @OnEvent(transferReleased, 'matching.materials.released')
  async onReleased(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  /** More or less than was reserved may have been handed over, and less than that accepted. */
  @OnEvent(transferDelivered, 'matching.materials.delivered')
  async onDelivered(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  @OnEvent(transferAccepted, 'matching.materials.accepted')
  async onAccepted(_event: Change, tx: Tx): Promise<void> {
    await this.changed(tx);
  }

  private async changed(tx: Tx): Promise<void> {
    await this.markets.changed(tx, 'materials', matchMaterials);
  }
}
