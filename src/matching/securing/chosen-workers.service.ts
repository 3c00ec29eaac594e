import { Injectable } from '@nestjs/common';
import { Proposals } from '../../labour/index.js';
import type { Tx } from '../../platform/database/database.js';
import { Markets } from '../markets/market.service.js';
import { MatchRuns } from '../runs/match-run.service.js';
import type { FoundWorker } from './securing.service.js';

/** Whom a need's seats are to be offered. */
export interface Chosen {
  readonly weightsVersion: number;
  readonly workers: readonly FoundWorker[];
}

/** Turns workers that were found into proposals that a host can offer seats to. */
@Injectable()
export class ChosenWorkers {
  constructor(
    private readonly markets: Markets,
    private readonly runs: MatchRuns,
    private readonly proposals: Proposals,
  ) {}

  /** Writes workers that were found as the proposals for a need, in the caller's transaction, so that they can be offered its seats. */
  async propose(tx: Tx, regionId: string, needId: string, { weightsVersion, workers }: Chosen): Promise<void> {
    const marketId = await this.markets.of(tx, regionId);
    const runId = await this.runs.recordDone(tx, marketId, workers.length);
    const pairs = workers.map(({ workerId, score, parts, distanceM }) => ({
      workerId,
      needId,
      score,
      parts,
      distanceM,
    }));
    const scope = workers.map(({ workerId }) => workerId);
    await this.proposals.replace(tx, runId, weightsVersion, scope, pairs);
  }
}
