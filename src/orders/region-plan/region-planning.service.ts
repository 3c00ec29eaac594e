import { Injectable } from '@nestjs/common';
import { Programs } from '../../matching/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { byWorth, secureOneByOne } from './greedy-plan.js';
import { type JointPlan, planJointly } from './joint-plan.js';
import { marketOf } from './region-market.js';
import { countSecured, type LackRow, readRegion, type ShareRow } from './region-plan.loader.js';
import type { Market, RegionPlan } from './region-plan.js';
import { type Scarce, scarceThings } from './scarce.js';

export interface PlannedRegion {
  readonly market: Market;
  /** Open orders that lack nothing already. */
  readonly securedOrders: number;
  /** What the market was made of. */
  readonly lacks: readonly LackRow[];
  readonly shares: readonly ShareRow[];
  /** Each order that comes first takes what it finds. */
  readonly oneByOne: RegionPlan;
  readonly joint: JointPlan;
  readonly scarce: readonly Scarce[];
  readonly solveMs: number;
}

const timeLimitS = 20;
const relativeGap = 0.005;

/** Which orders of a region to secure with what there is, jointly. Nothing is reserved: each enterprise secures its own. */
@Injectable()
export class RegionPlanning {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly programs: Programs,
  ) {}

  async plan(regionId: string, byNumber: boolean): Promise<PlannedRegion> {
    const today = this.clock.today();
    const { lacks, shares } = await readRegion(this.db, regionId, today);
    const securedOrders = await countSecured(this.db, regionId, today);
    const materialReachM = this.config.settings.MATERIAL_REACH_KM * 1000;
    const market = marketOf(lacks, shares, { materialReachM, byNumber });
    const began = this.clock.now();
    const start = secureOneByOne(market, byWorth(market));
    const solve = this.programs.solve.bind(this.programs);
    const joint = await planJointly(market, solve, { timeLimitS, relativeGap, start });
    const solveMs = this.clock.now().getTime() - began.getTime();
    return {
      ...{ market, securedOrders, lacks, shares, joint, solveMs, scarce: await scarceThings(market, joint, solve) },
      oneByOne: secureOneByOne(
        market,
        market.orders.map((_, o) => o),
      ),
    };
  }
}
