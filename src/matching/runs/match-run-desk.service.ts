import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { latestRunIds } from '../markets/market-now.loader.js';
import { Markets } from '../markets/market.service.js';
import { MatchRun } from './match-run.entity.js';
import type { MatchRunListArgs } from './match-run.input.js';
import { MatchRuns } from './match-run.service.js';
import { matchRunTransitions } from './match-run.states.js';

/** What bureaus and operators see and ask of runs; only markets of their own. */
@Injectable()
export class MatchRunDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly markets: Markets,
    private readonly runs: MatchRuns,
  ) {}

  /** The newest run of each market that has one. */
  readonly latestByMarkets: BatchLoad<MatchRun> = async (marketIds) => {
    const latest = await latestRunIds(this.db, marketIds);
    const runs = await this.db.reader.findBy(MatchRun, { id: In(latest.map(({ runId }) => runId)) });
    return new Map(runs.map((run) => [run.marketId, run]));
  };

  /** Asks for a run by hand; while one waits, it is that one. */
  async request(viewer: BureauViewer | OperatorViewer, marketId: string): Promise<MatchRun> {
    await this.markets.require(viewer, marketId, 'input.marketId');
    const id = await this.db.transaction(async (tx) => {
      const runId = await this.runs.request(tx, marketId, 'manual');
      await this.audit.record(tx, viewer, {
        action: 'match-run.request',
        subjectType: 'market',
        subjectId: marketId,
        details: { runId },
      });
      return runId;
    });
    return this.db.reader.findOneByOrFail(MatchRun, { id });
  }

  /** Calls a run off: one that waits never starts, one at work stops soon. Either way proposals stay as they were. */
  async cancel(viewer: BureauViewer | OperatorViewer, id: string): Promise<MatchRun> {
    await this.require(viewer, id, 'input.runId');
    await this.db.transaction(async (tx) => {
      const run = await tx.findOneOrFail(MatchRun, { where: { id }, lock: { mode: 'pessimistic_write' } });
      refuse(refuseTransition(matchRunTransitions, run.state, 'cancelled'));
      await tx.update(MatchRun, id, { state: 'cancelled', finishedAt: this.clock.now() });
      await this.audit.record(tx, viewer, {
        action: 'match-run.cancel',
        subjectType: 'market',
        subjectId: run.marketId,
        details: { runId: id, from: run.state },
      });
    });
    return this.db.reader.findOneByOrFail(MatchRun, { id });
  }

  async require(viewer: BureauViewer | OperatorViewer, id: string, field?: string): Promise<MatchRun> {
    const run = orRefuse(await this.db.reader.findOneBy(MatchRun, { id }), notFound(field));
    await this.markets.require(viewer, run.marketId, field);
    return run;
  }

  async list(viewer: BureauViewer | OperatorViewer, args: MatchRunListArgs): Promise<Page<MatchRun>> {
    await this.markets.require(viewer, args.marketId, 'marketId');
    return pageOf(this.db.reader.createQueryBuilder(MatchRun, 'run').where('run.marketId = :marketId', args), args);
  }
}
