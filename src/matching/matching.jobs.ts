import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { OnJob } from '../platform/queue/handlers.js';
import { defineJob } from '../platform/queue/job.js';
import { Markets } from './markets/market.service.js';
import { MatchRuns, solveMarket } from './runs/match-run.service.js';
import { MatchRunner } from './runs/match-runner.service.js';

const minuteMs = 60_000;
export const sweepMarkets = defineJob<object>({ name: 'matching.sweep-markets', queue: 'matching', everyMs: minuteMs });

/** Runs of whole markets: those that somebody asked for, and those that the clock asks for. */
@Injectable()
export class MatchingJobs {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly markets: Markets,
    private readonly runs: MatchRuns,
    private readonly runner: MatchRunner,
  ) {}

  /** Safe twice: a run that is over is left alone. */
  @OnJob(solveMarket)
  async solve({ runId }: { readonly runId: string }): Promise<void> {
    await this.runner.execute(runId);
  }

  /** Starts runs of markets that had none for a while, or none today: waiting times have grown, and the last is checked. */
  @OnJob(sweepMarkets)
  async sweep(): Promise<void> {
    const minutes = this.config.settings.MATCH_EVERY_MINUTES;
    if (minutes === 0) return;
    for (const marketId of await this.markets.quietFor(minutes)) {
      await this.db.transaction((tx) => this.runs.request(tx, marketId, 'schedule'));
    }
  }
}
