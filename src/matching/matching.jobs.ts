import { Injectable } from '@nestjs/common';
import { sanctionImported, sanctionLifted, Workers, workerChanged } from '../directory/index.js';
import {
  availabilityChanged,
  blocksChanged,
  consentExpired,
  consentGranted,
  consentWithdrawn,
  needChanged,
  needEnded,
  needPublished,
  offerLapsed,
  placementEnded,
  surplusClosed,
  surplusPublished,
} from '../labour/index.js';
import { Config } from '../platform/config/config.js';
import { Database, type Tx } from '../platform/database/database.js';
import { OnEvent, OnJob } from '../platform/queue/handlers.js';
import { defineJob, type DomainEvent } from '../platform/queue/job.js';
import { Markets } from './markets/market.service.js';
import { MatchRuns, solveMarket } from './runs/match-run.service.js';

const minuteMs = 60_000;
export const sweepMarkets = defineJob<object>({ name: 'matching.sweep-markets', queue: 'matching', everyMs: minuteMs });

interface InRegion {
  readonly regionId: string;
}
interface InRegions {
  readonly regionIds: readonly string[];
}
interface OfWorker {
  readonly workerId: string;
}

/** Every change that matters asks for a run of its market. Asking twice is one run. */
@Injectable()
export class MatchingJobs {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly workers: Workers,
    private readonly markets: Markets,
    private readonly runs: MatchRuns,
  ) {}

  /** Safe twice: a run that is over is left alone. */
  @OnJob(solveMarket)
  async solve({ runId }: { readonly runId: string }): Promise<void> {
    await this.runs.execute(runId);
  }

  /** Starts runs of markets that had none for a while, in case an event was missed by every rule above. */
  @OnJob(sweepMarkets)
  async sweep(): Promise<void> {
    const minutes = this.config.settings.MATCH_EVERY_MINUTES;
    if (minutes === 0) return;
    for (const marketId of await this.markets.quietFor(minutes)) {
      await this.db.transaction((tx) => this.runs.request(tx, marketId, 'schedule'));
    }
  }

  @OnEvent(needPublished, 'matching.need-published')
  async needPublished({ payload }: DomainEvent<InRegion>, tx: Tx): Promise<void> {
    await this.requestFor(tx, payload.regionId);
  }

  @OnEvent(needChanged, 'matching.need-changed')
  async needChanged({ payload }: DomainEvent<InRegion>, tx: Tx): Promise<void> {
    await this.requestFor(tx, payload.regionId);
  }

  @OnEvent(needEnded, 'matching.need-ended')
  async needEnded({ payload }: DomainEvent<InRegion>, tx: Tx): Promise<void> {
    await this.requestFor(tx, payload.regionId);
  }

  @OnEvent(offerLapsed, 'matching.offer-lapsed')
  async offerLapsed({ payload }: DomainEvent<InRegion>, tx: Tx): Promise<void> {
    await this.requestFor(tx, payload.regionId);
  }

  @OnEvent(placementEnded, 'matching.placement-ended')
  async placementEnded({ payload }: DomainEvent<InRegion>, tx: Tx): Promise<void> {
    await this.requestFor(tx, payload.regionId);
  }

  @OnEvent(surplusPublished, 'matching.surplus-published')
  async surplusPublished({ payload }: DomainEvent<InRegions>, tx: Tx): Promise<void> {
    await this.requestForAll(tx, payload);
  }

  @OnEvent(surplusClosed, 'matching.surplus-closed')
  async surplusClosed({ payload }: DomainEvent<InRegions>, tx: Tx): Promise<void> {
    await this.requestForAll(tx, payload);
  }

  @OnEvent(availabilityChanged, 'matching.availability-changed')
  async availabilityChanged({ payload }: DomainEvent<InRegion>, tx: Tx): Promise<void> {
    await this.requestFor(tx, payload.regionId);
  }

  @OnEvent(blocksChanged, 'matching.blocks-changed')
  async blocksChanged({ payload }: DomainEvent<OfWorker>, tx: Tx): Promise<void> {
    await this.requestForWorker(tx, payload);
  }

  @OnEvent(workerChanged, 'matching.worker-changed')
  async workerChanged({ payload }: DomainEvent<OfWorker>, tx: Tx): Promise<void> {
    await this.requestForWorker(tx, payload);
  }

  @OnEvent(sanctionImported, 'matching.sanction-imported')
  async sanctionImported({ payload }: DomainEvent<InRegion>, tx: Tx): Promise<void> {
    await this.requestFor(tx, payload.regionId);
  }

  @OnEvent(sanctionLifted, 'matching.sanction-lifted')
  async sanctionLifted({ payload }: DomainEvent<InRegion>, tx: Tx): Promise<void> {
    await this.requestFor(tx, payload.regionId);
  }

  @OnEvent(consentGranted, 'matching.consent-granted')
  async consentGranted({ payload }: DomainEvent<OfWorker>, tx: Tx): Promise<void> {
    await this.requestForWorker(tx, payload);
  }

  @OnEvent(consentWithdrawn, 'matching.consent-withdrawn')
  async consentWithdrawn({ payload }: DomainEvent<OfWorker>, tx: Tx): Promise<void> {
    await this.requestForWorker(tx, payload);
  }

  @OnEvent(consentExpired, 'matching.consent-expired')
  async consentExpired({ payload }: DomainEvent<OfWorker>, tx: Tx): Promise<void> {
    await this.requestForWorker(tx, payload);
  }

  private async requestForAll(tx: Tx, { regionIds }: InRegions): Promise<void> {
    const markets = new Set<string>();
    for (const regionId of regionIds) markets.add(await this.markets.of(tx, regionId));
    for (const marketId of markets) await this.runs.request(tx, marketId, 'event');
  }

  private async requestForWorker(tx: Tx, { workerId }: OfWorker): Promise<void> {
    const worker = await this.workers.require(tx, workerId, 'workerId');
    await this.requestFor(tx, worker.regionId);
  }

  private async requestFor(tx: Tx, regionId: string): Promise<void> {
    await this.runs.request(tx, await this.markets.of(tx, regionId), 'event');
  }
}
