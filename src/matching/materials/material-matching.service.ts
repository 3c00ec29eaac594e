import { Injectable } from '@nestjs/common';
import { amountFen, MaterialProposals, type ProposedTaking } from '../../materials/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { plain } from '../../platform/decimal/decimal.js';
import { newId } from '../../platform/ids/ids.js';
import { SharingMarkets } from '../sharing/sharing-market.service.js';
import { SharingRun } from '../sharing/sharing-run.entity.js';
import { Solver } from '../solver/solver.service.js';
import { type MaterialMarket, readMaterialMarket } from './material-market.loader.js';
import { type GroupPlan, planMarket } from './material-market.plan.js';

/** Solves the market of materials as it is, and writes the plan as proposals. */
@Injectable()
export class MaterialMatching {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly solver: Solver,
    private readonly markets: SharingMarkets,
    private readonly proposals: MaterialProposals,
  ) {}

  /** Undefined when a plan of newer facts has been written meanwhile. */
  async run(): Promise<SharingRun | undefined> {
    await this.db.transaction((tx) => this.markets.begin(tx, 'materials'));
    const readAt = this.clock.now();
    const market = await readMaterialMarket(this.db);
    const read = this.clock.now();
    const plans = await planMarket(market, this.freight, (problem) => this.solver.solve(problem));
    const solved = this.clock.now();
    return this.db.transaction(async (tx) => {
      if (!(await this.markets.mayWrite(tx, 'materials', readAt))) return undefined;
      const id = newId();
      const scope = market.requests.map(({ requestId }) => requestId);
      const difference = await this.proposals.replace(tx, id, scope, plans.flatMap(takingsOf));
      const timingsMs = { read: read.getTime() - readAt.getTime(), solve: solved.getTime() - read.getTime() };
      const run = { id, leg: 'materials' as const, readAt, ...figuresOf(market, plans), ...difference, timingsMs };
      return tx.save(SharingRun, run);
    });
  }

  private get freight(): { fenPerTonneKm: number; reachM: number } {
    const { FREIGHT_FEN_PER_TONNE_KM, MATERIAL_REACH_KM } = this.config.settings;
    return { fenPerTonneKm: FREIGHT_FEN_PER_TONNE_KM, reachM: MATERIAL_REACH_KM * 1000 };
  }
}

function takingsOf({ group, edges, plan }: GroupPlan): ProposedTaking[] {
  return plan.flows.flatMap(({ edge, quantity }) => {
    const lot = group.lots[edges.lot[edge] ?? -1];
    const request = group.requests[edges.request[edge] ?? -1];
    if (!lot || !request) return [];
    const { priceFen: fen, priceFactor: factor } = lot;
    return {
      requestId: request.requestId,
      lotId: lot.lotId,
      quantity: plain(quantity),
      goodsFen: fen === null || factor === null ? 0 : amountFen(quantity, { fen, factor }),
      transportFen: Math.round(quantity.toNumber() * (edges.transportFenPerUnit[edge] ?? 0)),
    };
  });
}

type Figures = Pick<SharingRun, 'requests' | 'offers' | 'edges' | 'met' | 'partlyMet' | 'costFen' | 'gap' | 'isProven'>;

function figuresOf(market: MaterialMarket, plans: readonly GroupPlan[]): Figures {
  const takings = plans.flatMap(takingsOf);
  const met = plans.reduce((sum, { met }) => sum + met, 0);
  const partlyMet = plans.reduce((sum, { partlyMet }) => sum + partlyMet, 0);
  return {
    requests: market.requests.length,
    offers: market.lots.length,
    edges: plans.reduce((sum, { edges }) => sum + edges.lot.length, 0),
    ...{ met, partlyMet },
    costFen: takings.reduce((sum, { goodsFen, transportFen }) => sum + goodsFen + transportFen, 0),
    gap: plans.reduce((most, { plan }) => Math.max(most, plan.gap), 0),
    isProven: plans.every(({ plan }) => plan.isProven),
  };
}
