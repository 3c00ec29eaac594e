import { Injectable } from '@nestjs/common';
import { Workers } from '../../directory/index.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import type { Demand, Substitutes, SupplyFacts } from '../edges/candidate.js';
import type { Infeasibility } from '../edges/feasibility.rules.js';
import { doableBesides } from '../edges/fits.js';
import { PairJudge, type ScoredPair } from '../edges/pair-judge.js';
import { Markets } from '../markets/market.service.js';
import { readChanges, readDemands, readSubstitutes } from '../runs/snapshot.js';
import { latestWeights } from '../weights/weights.loader.js';
import { obstaclesTo, reachOf, type WorkReach } from './work-reach.rules.js';

/** How a worker stands to a need. */
export type WhyStanding =
  'proposed' | 'proposed_elsewhere' | 'others' | 'obstacles' | 'other_work' | 'not_looking' | 'full';

export interface Why {
  readonly standing: WhyStanding;
  readonly obstacles: readonly Infeasibility[];
  /** What the pair would score, where it could be. */
  readonly pair: ScoredPair | undefined;
}

/** What matching knows of a worker's own chances, by the rules that it goes by. */
@Injectable()
export class WorkReaches {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly workers: Workers,
    private readonly markets: Markets,
  ) {}

  /** undefined for a worker who is not looking for work, or whom an offer binds. */
  async mine({ workerId }: WorkerViewer): Promise<WorkReach | undefined> {
    const { facts, marketId, substitutes } = await this.look(workerId, []);
    if (!facts) return undefined;
    const besides = doableBesides(substitutes);
    const skills = facts.skills.map(({ occupationId }) => occupationId);
    const also = skills.flatMap((skill) => (besides.get(skill) ?? []).map(({ occupationId }) => occupationId));
    return reachOf(facts, await readDemands(this.db, marketId, [...skills, ...also]), besides);
  }

  /** Why a need is, or is not, proposed to the viewing worker. NOT_FOUND for a need that does not look for people. */
  async why({ workerId }: WorkerViewer, needId: string): Promise<Why> {
    const [open] = await this.db.rows(`SELECT 1 FROM labour_need WHERE id = $1 AND state = 'open'`, [needId]);
    orRefuse(open, notFound('needId'));
    const { facts, demand, marketId, substitutes } = await this.look(workerId, [needId]);
    const [proposal] = await this.db.rows<{ needId: string }>(
      `SELECT need_id AS "needId" FROM proposal WHERE worker_id = $1 AND state = 'proposed'`,
      [workerId],
    );
    const none = { obstacles: [], pair: undefined };
    if (proposal?.needId === needId)
      return { ...none, standing: 'proposed', pair: await this.judge(marketId, facts, demand, substitutes) };
    if (!facts) return { ...none, standing: 'not_looking' };
    if (!demand) return { ...none, standing: 'full' };
    const obstacles = obstaclesTo({ ...facts, workerIds: [] }, demand, doableBesides(substitutes));
    if (!obstacles) return { ...none, standing: 'other_work' };
    if (obstacles.length > 0) return { standing: 'obstacles', obstacles, pair: undefined };
    const pair = await this.judge(marketId, facts, demand, substitutes);
    return { standing: proposal ? 'proposed_elsewhere' : 'others', obstacles: [], pair };
  }

  private async judge(
    marketId: string,
    facts: SupplyFacts | undefined,
    demand: Demand | undefined,
    substitutes: Substitutes,
  ): Promise<ScoredPair | undefined> {
    if (!facts || !demand) return undefined;
    const { weights } = await latestWeights(this.db, marketId);
    const today = Math.floor(this.clock.now().getTime() / DAY_MS);
    return new PairJudge(substitutes, weights, today).judge({ ...facts, workerIds: [] }, demand);
  }

  private async look(
    workerId: string,
    needIds: readonly string[],
  ): Promise<{ facts?: SupplyFacts; demand?: Demand; marketId: string; substitutes: Substitutes }> {
    const marketId = await this.db.transaction(async (tx) => {
      const { regionId } = await this.workers.require(tx, workerId, 'workerId');
      return this.markets.of(tx, regionId);
    });
    const { workers, needs } = await readChanges(this.db, marketId, [workerId], needIds);
    const facts = workers.get(workerId);
    const demand = needs.get(needIds[0] ?? '');
    const substitutes = await readSubstitutes(this.db.reader);
    return { marketId, substitutes, ...(facts && { facts }), ...(demand && { demand }) };
  }
}
