import { Injectable } from '@nestjs/common';
import { bookingFen } from '../../capacity/index.js';
import { amountFen } from '../../materials/index.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { Exact, plain } from '../../platform/decimal/decimal.js';
import type { FreeDay, OpenStep } from '../capacity/capacity-market.js';
import { readCapacityMarket } from '../capacity/capacity-market.loader.js';
import { planCapacity } from '../capacity/capacity-plan.js';
import type { Demand } from '../edges/candidate.js';
import { doableBesides } from '../edges/fits.js';
import { PairJudge, type ScoredPair } from '../edges/pair-judge.js';
import { Markets } from '../markets/market.service.js';
import type { FreeLot, OpenRequest } from '../materials/material-market.js';
import { type MaterialMarket, readMaterialMarket } from '../materials/material-market.loader.js';
import { planMarket } from '../materials/material-market.plan.js';
import { readSubstitutes, readSuppliesFor } from '../runs/snapshot.js';
import { Programs } from '../solver/programs.service.js';
import { Solver } from '../solver/solver.service.js';
import { latestWeights } from '../weights/weights.loader.js';

/** Somebody who could fill a seat, and how well. */
export interface FoundWorker extends ScoredPair {
  readonly workerId: string;
  readonly lenderId: string | null;
}

export interface FoundMaterial {
  readonly requestId: string;
  readonly lotId: string;
  readonly enterpriseId: string;
  /** Base units, as a decimal number. */
  readonly quantity: string;
  readonly goodsFen: number;
  /** Of a loan in kind; null where the goods are bought. */
  readonly loanDays: number | null;
  readonly transportFen: number;
}

export interface FoundMinutes {
  readonly requestId: string;
  readonly step: number;
  readonly windowId: string;
  readonly enterpriseId: string;
  readonly day: string;
  readonly minutes: number;
  readonly costFen: number;
}

export interface FoundPeople {
  readonly weightsVersion: number;
  /** By demand, in the order asked: the best first; nobody stands twice. */
  readonly workers: readonly (readonly FoundWorker[])[];
}

/** Nothing but these: workers; base units of lots by request; minutes of days by `window day`. */
export interface Reserved {
  readonly workers: ReadonlySet<string>;
  readonly lots: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly days: ReadonlyMap<string, number>;
}

/**
 * What one enterprise could have right now, by the rules of matching, whatever is proposed to others: for those who mean
 * to reserve it at once. Nothing is written.
 */
@Injectable()
export class Securing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly markets: Markets,
    private readonly solver: Solver,
    private readonly programs: Programs,
  ) {}

  /** The best workers within reach for each demand, as many as it has seats; demands of one region. */
  async people(regionId: string, demands: readonly Demand[], only?: Reserved): Promise<FoundPeople> {
    const marketId = await this.db.transaction((tx) => this.markets.of(tx, regionId));
    const { weights, version: weightsVersion } = await latestWeights(this.db, marketId);
    const substitutes = await readSubstitutes(this.db.reader);
    const judge = new PairJudge(substitutes, weights, Math.floor(this.clock.now().getTime() / DAY_MS));
    const besides = [...doableBesides(substitutes)];
    const taken = new Set<string>();
    const workers: FoundWorker[][] = [];
    for (const demand of demands) {
      const { occupationId } = demand;
      const also = besides.filter(([, doable]) => doable.some((one) => one.occupationId === occupationId));
      const skills = [occupationId, ...(substitutes.get(occupationId) ?? []).map((one) => one.occupationId)];
      const supplies = await readSuppliesFor(this.db, marketId, [...skills, ...also.map(([id]) => id)]);
      const found = supplies
        .flatMap((supply) => {
          const pair = judge.judge(supply, demand);
          return pair ? supply.workerIds.map((workerId) => ({ ...pair, workerId, lenderId: supply.lenderId })) : [];
        })
        .filter(({ workerId }) => !taken.has(workerId) && (only?.workers.has(workerId) ?? true))
        .toSorted((a, b) => b.score - a.score || a.workerId.localeCompare(b.workerId))
        .slice(0, demand.seatsOpen);
      for (const { workerId } of found) taken.add(workerId);
      workers.push(found);
    }
    return { weightsVersion, workers };
  }

  /** The cheapest way to the most of what these requests lack. */
  async materials(requests: readonly OpenRequest[], only?: Reserved): Promise<FoundMaterial[]> {
    if (requests.length === 0) return [];
    const { FREIGHT_FEN_PER_TONNE_KM: fenPerTonneKm, MATERIAL_REACH_KM } = this.config.settings;
    const { lots } = await readMaterialMarket(this.db);
    const market = only ? narrowed(lots, requests, only) : { lots, requests, declined: new Set<string>() };
    const freight = { fenPerTonneKm, reachM: MATERIAL_REACH_KM * 1000 };
    const plans = await planMarket(market, freight, (problem) => this.solver.solve(problem));
    return plans.flatMap(({ group, edges, plan }) =>
      plan.flows.flatMap(({ edge, quantity }) => {
        const lot = group.lots[edges.lot[edge] ?? -1];
        const request = group.requests[edges.request[edge] ?? -1];
        if (!lot || !request) return [];
        const { lotId, enterpriseId, loanDays, priceFen: fen, priceFactor: factor } = lot;
        return {
          ...{ requestId: request.requestId, lotId, enterpriseId, loanDays, quantity: plain(quantity) },
          goodsFen: fen === null || factor === null ? 0 : amountFen(quantity, { fen, factor }),
          transportFen: Math.round(quantity.toNumber() * (edges.transportFenPerUnit[edge] ?? 0)),
        };
      }),
    );
  }

  /** The most minutes for these steps, in their order, then the cheapest; by request, step and day. */
  async minutes(steps: readonly OpenStep[], only?: Reserved): Promise<FoundMinutes[]> {
    if (steps.length === 0) return [];
    const { slots: free } = await readCapacityMarket(this.db, this.clock.today());
    const slots = only ? free.flatMap((slot) => narrowedDay(slot, only)) : free;
    const { facts, minutes } = await planCapacity(slots, steps, {
      solve: (problem) => this.solver.solve(problem),
      solveProgram: (program, options) => this.programs.solve(program, options),
      seconds: () => this.clock.now().getTime() / 1000,
    });
    return [...minutes]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([c, of]) => {
        const candidate = facts.candidates[c];
        const [slot, step] = [slots[candidate?.slot ?? -1], steps[candidate?.step ?? -1]];
        if (!slot || !step) return [];
        return {
          ...{ requestId: step.requestId, step: step.step, windowId: slot.windowId, minutes: of },
          ...{ enterpriseId: slot.enterpriseId, costFen: bookingFen(of, slot.fenPerHour) },
          day: dateOf(slot),
        };
      });
  }
}

const dateOf = ({ day }: FreeDay): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Of each lot no more than is meant for these requests, and to each of them only what is meant for it. */
function narrowed(
  lots: readonly FreeLot[],
  requests: readonly OpenRequest[],
  { lots: meant }: Reserved,
): MaterialMarket {
  const total = new Map<string, Exact>();
  for (const of of meant.values())
    for (const [lotId, quantity] of of) total.set(lotId, new Exact(quantity).plus(total.get(lotId) ?? 0));
  const left = lots.flatMap((lot) => {
    const most = total.get(lot.lotId);
    return most ? { ...lot, available: plain(Exact.min(most, lot.available)) } : [];
  });
  const others = requests.flatMap(({ requestId }) =>
    left.flatMap(({ lotId }) => (meant.get(requestId)?.has(lotId) ? [] : `${requestId} ${lotId}`)),
  );
  return { lots: left, requests, declined: new Set(others) };
}

function narrowedDay(slot: FreeDay, { days }: Reserved): FreeDay[] {
  const minutes = days.get(`${slot.windowId} ${dateOf(slot)}`);
  return minutes === undefined ? [] : [{ ...slot, free: Math.min(slot.free, minutes + slot.setupMinutes) }];
}
