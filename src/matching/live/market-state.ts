import { givenBy, LivePlan } from '../../engine/index.js';
import type { ProposedPair } from '../../labour/index.js';
import type { Demand, Substitutes, Supply, SupplyFacts } from '../edges/candidate.js';
import { PairJudge } from '../edges/pair-judge.js';
import type { Weights } from '../edges/score.rules.js';
import { type Plan, seatsOf } from '../runs/plan.js';
import type { Snapshot } from '../runs/snapshot.js';
import { CandidateIndex } from './candidate-index.js';
import { Crew } from './crew.js';
import type { MarketChanges } from './market-changes.js';

/** Workers whose seat is another one now, and the pairs of those who have one. */
export interface SeatDifference {
  readonly scope: readonly string[];
  readonly pairs: readonly ProposedPair[];
}

/** By what pairs are judged; a state keeps to one of each for its life. */
export interface Judgement {
  readonly weights: Weights;
  /** Day number. */
  readonly today: number;
}

/**
 * One market in memory, optimal at all times: it goes on from a solved snapshot, and every change is repaired by a few
 * cheapest ways instead of solving again.
 */
export class MarketState {
  private readonly substitutes: Substitutes;
  private readonly live: LivePlan;
  private readonly judge: PairJudge;
  private readonly index: CandidateIndex;
  private readonly crews = new Map<number, Crew>();
  private readonly supplies = new Map<number, Supply>();
  private readonly sourceByKey = new Map<string, number>();
  private readonly sourceOf = new Map<string, number>();
  private readonly demands = new Map<number, Demand>();
  private readonly sinkOf = new Map<string, number>();
  /** Kept for needs that are gone too: until the plan is looked at again, somebody's seat is there. */
  private readonly needOf = new Map<number, string>();
  /** Need → sources to which it is barred. */
  private readonly barred = new Map<string, Set<number>>();
  /** Sources whose members' seats are to be looked at again. */
  private readonly touched = new Set<number>();

  /** `plan` must be a proven plan of the snapshot, made with the same weights on the same day. */
  constructor({ supplies, demands, substitutes }: Snapshot, plan: Plan, judgement: Judgement) {
    this.substitutes = substitutes;
    this.judge = new PairJudge(substitutes, judgement.weights, judgement.today);
    this.index = new CandidateIndex(substitutes, this.judge);
    this.live = new LivePlan(plan.problem, { from: plan.solution });
    for (const [sink, demand] of demands.entries()) this.keepDemand(sink, demand);
    const needOf = seatsOf(plan);
    for (const [source, { workerIds, ...facts }] of supplies.entries()) {
      this.keepCrew(source, facts);
      for (const workerId of workerIds) this.join(source, workerId, this.sinkOf.get(needOf.get(workerId) ?? ''));
    }
  }

  /** The need that a worker is proposed for. */
  seatOf(workerId: string): string | undefined {
    const sink = this.sinkNumberOf(workerId);
    return sink === undefined ? undefined : this.needOf.get(sink);
  }

  /** Those whose facts name one of the needs as barred to them. */
  barredFrom(needIds: readonly string[]): string[] {
    const sources = new Set(needIds.flatMap((needId) => [...(this.barred.get(needId) ?? [])]));
    return [...sources].flatMap((source) => this.crews.get(source)?.workerIds ?? []);
  }

  /** Makes the market as told and the plan optimal for it; answers whose seat is another one. */
  apply({ workers, needs }: MarketChanges): SeatDifference {
    const before = new Map<string, string | undefined>();
    const remember = (source: number | undefined): void => {
      for (const id of this.crews.get(source ?? -1)?.workerIds ?? [])
        if (!before.has(id)) before.set(id, this.seatOf(id));
    };
    for (const workerId of workers.keys()) remember(this.sourceOf.get(workerId));
    this.pinTaken(workers, needs);
    for (const [needId, demand] of needs) this.setDemand(needId, demand);
    for (const [workerId, facts] of workers) this.setWorker(workerId, facts);
    for (const source of this.touched) remember(source);
    for (const source of this.touched) this.crews.get(source)?.settle(givenBy(this.live, source));
    this.touched.clear();
    const scope = [...new Set([...before.keys(), ...workers.keys()])].filter(
      (workerId) => before.get(workerId) !== this.seatOf(workerId),
    );
    return { scope, pairs: scope.flatMap((workerId) => this.pairOf(workerId) ?? []) };
  }

  /** The market as it is now, its plan as what stands; nothing in it changes any more. */
  snapshot(): Snapshot {
    return {
      supplies: [...this.supplies].map(([source, facts]) => ({
        ...facts,
        workerIds: this.crews.get(source)?.workerIds ?? [],
      })),
      demands: [...this.demands.values()],
      ...{ substitutes: this.substitutes, standing: this.seats() },
      ...{ scope: [...this.sourceOf.keys()], workers: this.sourceOf.size },
    };
  }

  /** Worker → need, of everyone who has a seat. */
  seats(): Map<string, string> {
    const seats = new Map<string, string>();
    for (const workerId of this.sourceOf.keys()) {
      const needId = this.seatOf(workerId);
      if (needId !== undefined) seats.set(workerId, needId);
    }
    return seats;
  }

  /** Seats of a need that the plan fills. */
  filledAt(needId: string): number {
    const sink = this.sinkOf.get(needId);
    return sink === undefined ? 0 : (this.live.demand[sink] ?? 0) - this.live.shortOf(sink);
  }

  /** Seats that the plan fills. */
  filled(): number {
    let filled = 0;
    for (const needId of this.sinkOf.keys()) filled += this.filledAt(needId);
    return filled;
  }

  /** Everyone who has a seat, with the pair's score. */
  pairs(): ProposedPair[] {
    return [...this.sourceOf.keys()].flatMap((workerId) => this.pairOf(workerId) ?? []);
  }

  private pairOf(workerId: string): ProposedPair | undefined {
    const supply = this.supplies.get(this.sourceOf.get(workerId) ?? -1);
    const demand = this.demands.get(this.sinkNumberOf(workerId) ?? -1);
    if (!supply || !demand) return undefined;
    const pair = this.judge.judge(supply, demand);
    if (!pair) throw new Error(`The plan seats ${workerId} where the rules do not`);
    return { workerId, needId: demand.needId, ...pair };
  }

  private sinkNumberOf(workerId: string): number | undefined {
    return this.crews.get(this.sourceOf.get(workerId) ?? -1)?.seatOf(workerId);
  }

  /**
   * A worker who leaves together with a seat of the need they had is taken by it, as a rule: both are taken out of the
   * plan's hands at once, so that nobody else is moved for it.
   */
  private pinTaken(workers: MarketChanges['workers'], needs: MarketChanges['needs']): void {
    for (const [workerId, facts] of workers) {
      const source = this.sourceOf.get(workerId);
      const sink = this.sinkNumberOf(workerId);
      const demand = this.demands.get(sink ?? -1);
      if (facts || source === undefined || sink === undefined || !demand || !needs.has(demand.needId)) continue;
      const seats = needs.get(demand.needId)?.seatsOpen ?? 0;
      if (seats >= (this.live.demand[sink] ?? 0)) continue;
      this.note(this.live.pin(source, sink, 1));
      this.leave(source, workerId);
    }
  }

  private setDemand(needId: string, demand: Demand | undefined): void {
    const sink = this.sinkOf.get(needId);
    const known = sink === undefined ? undefined : this.demands.get(sink);
    if (sink !== undefined && known && demand?.priority === known.priority) {
      this.changeDemand(sink, known, demand);
      return;
    }
    if (sink !== undefined && known) this.removeDemand(sink, known);
    if (!demand) return;
    const added = this.live.addSink(demand.seatsOpen, demand.priority, this.index.sourcesFor(demand));
    this.note(added.changes);
    this.keepDemand(added.sink, demand);
  }

  private changeDemand(sink: number, known: Demand, demand: Demand): void {
    this.index.removeSink(sink, known);
    this.keepDemand(sink, demand);
    const { seatsOpen: _then, ...before } = known;
    const { seatsOpen, ...after } = demand;
    if (JSON.stringify(before) !== JSON.stringify(after))
      this.note(this.live.setEdgesOfSink(sink, this.index.sourcesFor(demand)));
    if (seatsOpen !== this.live.demand[sink]) this.note(this.live.setDemand(sink, seatsOpen));
  }

  private removeDemand(sink: number, known: Demand): void {
    this.note(this.live.removeSink(sink));
    this.index.removeSink(sink, known);
    this.demands.delete(sink);
    this.sinkOf.delete(known.needId);
  }

  private setWorker(workerId: string, facts: SupplyFacts | undefined): void {
    const source = this.sourceOf.get(workerId);
    const key = facts && keyOf(facts);
    const crew = source === undefined ? undefined : this.crews.get(source);
    if (crew && crew.key === key) return;
    if (facts && source !== undefined && crew?.size === 1 && !this.sourceByKey.has(keyOf(facts))) {
      this.changeCrew(source, crew, facts);
      return;
    }
    if (facts) this.addWorker(workerId, facts);
    if (source !== undefined) this.removeWorker(source, workerId);
  }

  /** The only member's facts are others: the source stays, so that nobody moves who need not. */
  private changeCrew(source: number, crew: Crew, facts: SupplyFacts): void {
    const [workerId = ''] = crew.workerIds;
    const seat = crew.seatOf(workerId);
    this.dropCrew(source, crew);
    this.keepCrew(source, facts);
    this.join(source, workerId, seat);
    this.touched.add(source);
    const supply = this.supplies.get(source);
    if (supply) this.note(this.live.setEdgesOfSource(source, this.index.sinksFor(supply)));
  }

  private addWorker(workerId: string, facts: SupplyFacts): void {
    const known = this.sourceByKey.get(keyOf(facts));
    if (known !== undefined) {
      this.note(this.live.setSupply(known, (this.live.supply[known] ?? 0) + 1));
      this.join(known, workerId);
      this.touched.add(known);
      return;
    }
    const { source, changes } = this.live.addSource(1, this.index.sinksFor({ ...facts, workerIds: [workerId] }));
    this.keepCrew(source, facts);
    this.join(source, workerId);
    this.note(changes);
    this.touched.add(source);
  }

  /** The worker may be a member of another crew by now. */
  private removeWorker(source: number, workerId: string): void {
    const crew = this.crews.get(source);
    if (!crew) return;
    const units = (this.live.supply[source] ?? 0) - 1;
    this.note(units > 0 ? this.live.setSupply(source, units) : this.live.removeSource(source));
    this.leave(source, workerId);
  }

  private leave(source: number, workerId: string): void {
    const crew = this.crews.get(source);
    crew?.leave(workerId);
    if (this.sourceOf.get(workerId) === source) this.sourceOf.delete(workerId);
    this.touched.add(source);
    if (crew?.size !== 0) return;
    if ((this.live.supply[source] ?? 0) === 0 && this.live.isSource(source)) this.note(this.live.removeSource(source));
    this.dropCrew(source, crew);
  }

  private note(changes: readonly { readonly source: number }[]): void {
    for (const { source } of changes) this.touched.add(source);
  }

  private join(source: number, workerId: string, seat?: number): void {
    this.crews.get(source)?.join(workerId, seat);
    this.sourceOf.set(workerId, source);
  }

  private keepCrew(source: number, facts: SupplyFacts): void {
    const crew = new Crew(keyOf(facts));
    const supply = { ...facts, workerIds: [] };
    this.crews.set(source, crew);
    this.supplies.set(source, supply);
    this.sourceByKey.set(crew.key, source);
    this.index.addSource(source, supply);
    for (const needId of supply.barredNeeds ?? [])
      this.barred.set(needId, (this.barred.get(needId) ?? new Set()).add(source));
  }

  private dropCrew(source: number, crew: Crew): void {
    const supply = this.supplies.get(source);
    if (supply) this.index.removeSource(source, supply);
    for (const needId of supply?.barredNeeds ?? []) this.barred.get(needId)?.delete(source);
    this.crews.delete(source);
    this.supplies.delete(source);
    if (this.sourceByKey.get(crew.key) === source) this.sourceByKey.delete(crew.key);
  }

  private keepDemand(sink: number, demand: Demand): void {
    this.demands.set(sink, demand);
    this.sinkOf.set(demand.needId, sink);
    this.needOf.set(sink, demand.needId);
    this.index.addSink(sink, demand);
  }
}

function keyOf(facts: SupplyFacts): string {
  return JSON.stringify(facts);
}
