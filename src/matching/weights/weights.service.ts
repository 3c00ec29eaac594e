import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import type { Page } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { Markets } from '../markets/market.service.js';
import { MatchRuns } from '../runs/match-run.service.js';
import { type SetScoreWeightsInput, type WeightsListArgs, weightsOf } from './weights.input.js';
import {
  addWeights,
  latestWeights,
  latestWeightsOf,
  lockLatestWeights,
  type WeightsVersion,
  weightsVersions,
} from './weights.loader.js';
import { refuseOutdated, refuseWeightless, versionOf } from './weights.rules.js';

/** By which weights markets are solved. Versions are only added: a proposal’s version tells how it was scored for good. */
@Injectable()
export class ScoreWeights {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly markets: Markets,
    private readonly runs: MatchRuns,
  ) {}

  /** Those that hold, by market. */
  readonly byMarkets: BatchLoad<WeightsVersion> = (marketIds) => latestWeightsOf(this.db, marketIds);

  async of(viewer: BureauViewer | OperatorViewer, marketId: string): Promise<WeightsVersion> {
    await this.markets.require(viewer, marketId, 'marketId');
    return latestWeights(this.db, marketId);
  }

  /** Those that a market has had, and the defaults, newest first. */
  async list(
    viewer: BureauViewer | OperatorViewer,
    { marketId, first, after }: WeightsListArgs,
  ): Promise<Page<WeightsVersion & { readonly id: string }>> {
    await this.markets.require(viewer, marketId, 'marketId');
    const before = after === undefined ? null : versionOf(after);
    const found = await weightsVersions(this.db, { marketId, before, most: first + 1 });
    const rows = found.slice(0, first).map((row) => ({ ...row, id: String(row.version) }));
    return { rows, hasNextPage: found.length > first, hasPreviousPage: before !== null };
  }

  /** Sets them and asks for a run, which solves the market anew by them. CONFLICT where others came in between. */
  async set(viewer: OperatorViewer, input: SetScoreWeightsInput): Promise<WeightsVersion> {
    const { marketId, note, basedOnVersion } = input;
    const weights = weightsOf(input.weights);
    refuse(refuseWeightless(weights));
    await this.markets.require(viewer, marketId, 'input.marketId');
    await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'setScoreWeights', input, async () => {
        const latest = await lockLatestWeights(tx, marketId);
        refuse(refuseOutdated(latest.version, basedOnVersion));
        const version = await addWeights(tx, { marketId, accountId: viewer.accountId, note, weights });
        const runId = await this.runs.request(tx, marketId, 'manual');
        await this.audit.record(tx, viewer, {
          ...{ action: 'score-weights.set', subjectType: 'market', subjectId: marketId },
          details: { version, basedOnVersion, runId },
        });
        return version;
      }),
    );
    return latestWeights(this.db, marketId);
  }
}
