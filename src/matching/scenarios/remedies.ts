import type { Demand } from '../edges/candidate.js';
import type { MarketChanges } from '../live/market-changes.js';
import type { MarketState } from '../live/market-state.js';
import { type Change, effectOf } from './change.js';
import { type NearMiss, nearMisses } from './near-miss.js';
import { needsIn, type Scope, type World, workersIn } from './world.js';

/** A change that would fill seats, found by solving again with it. */
export interface Remedy {
  readonly change: Change;
  /** Seats more that are filled in the scope. */
  readonly seats: number;
  /** The same in the whole market: fewer where others lose what is gained here. */
  readonly marketSeats: number;
}

export interface RemediesResult {
  readonly seats: number;
  readonly filled: number;
  /** Workers whom one single thing keeps from some empty seat, by that thing, most first. */
  readonly reasons: readonly { readonly reason: NearMiss['reason']; readonly workers: number }[];
  readonly remedies: readonly Remedy[];
}

/** Towns from which a bus is tried, and trades whose people are thought of for a class. */
const mostTowns = 3;
const mostTrades = 2;
/** Steps of one measure that are looked at, evenly among those at which somebody more would come. */
const mostSteps = 24;
const kilometre = 1_000;
const lessOverlap = 50;

export interface Inquiry {
  readonly state: MarketState;
  readonly world: World;
  readonly today: number;
}

/** Why seats in a scope are empty, and the smallest changes that fill them. The state is as good afterwards as before. */
export function remediesFor(inquiry: Inquiry, scope: Scope): RemediesResult {
  const { state, world } = inquiry;
  const needs = needsIn(world, scope);
  const short = needs.filter(({ needId, seatsOpen }) => state.filledAt(needId) < seatsOpen);
  const misses = nearMisses(world, short);
  const attempts = new Attempts(inquiry, needs);
  const remedies = [
    ...attempts.smallest((addFen) => ({ kind: 'wage', addFen, ...scope }), gapsOf(misses, 'WAGE')),
    ...attempts.smallest((addM) => ({ kind: 'reach', addM, ...scope }), kilometresOf(misses)),
    ...attempts.smallest((lowerBy) => ({ kind: 'level', lowerBy, ...scope }), gapsOf(misses, 'LEVEL')),
    ...attempts.each([
      { kind: 'lodging', ...scope },
      { kind: 'substitutes', ...scope },
      { kind: 'overlap', percent: lessOverlap, ...scope },
      ...shuttles(world, misses, scope),
      ...classes(inquiry, short, scope),
    ]),
  ];
  return {
    seats: needs.reduce((sum, { seatsOpen }) => sum + seatsOpen, 0),
    filled: needs.reduce((sum, { needId }) => sum + state.filledAt(needId), 0),
    reasons: countByReason(misses),
    remedies: remedies.sort((a, b) => b.seats - a.seats),
  };
}

/** Tries changes on the state, each by itself: what is tried is taken back. */
class Attempts {
  private readonly filledBefore: number;
  private readonly marketBefore: number;

  constructor(
    private readonly inquiry: Inquiry,
    private readonly needs: readonly Demand[],
  ) {
    this.filledBefore = this.filled();
    this.marketBefore = inquiry.state.filled();
  }

  /** Those of the changes that fill something. */
  each(changes: readonly Change[]): Remedy[] {
    return changes.map((change) => this.attempt(change)).filter(({ seats }) => seats > 0);
  }

  /** Of a measure that helps more the more there is of it: the least that helps, and the least that helps as much as any. */
  smallest(change: (amount: number) => Change, amounts: readonly number[]): Remedy[] {
    const steps = evenly([...new Set(amounts)].sort((a, b) => a - b));
    const last = steps.at(-1);
    if (last === undefined) return [];
    const most = this.attempt(change(last));
    if (most.seats === 0) return [];
    const least = this.leastWith(steps, change, 1) ?? most;
    if (least.seats === most.seats) return [least];
    return [least, this.leastWith(steps, change, most.seats) ?? most];
  }

  /** By halving: the first step that fills at least so many seats. */
  private leastWith(steps: readonly number[], change: (amount: number) => Change, seats: number): Remedy | undefined {
    let found: Remedy | undefined;
    for (let low = 0, high = steps.length - 1; low <= high;) {
      const middle = (low + high) >> 1;
      const remedy = this.attempt(change(steps[middle] ?? 0));
      if (remedy.seats >= seats) {
        found = remedy;
        high = middle - 1;
      } else low = middle + 1;
    }
    return found;
  }

  private attempt(change: Change): Remedy {
    const { state, world, today } = this.inquiry;
    const effect = effectOf(world, change, today);
    state.apply(effect);
    const remedy = {
      change,
      seats: this.filled() - this.filledBefore,
      marketSeats: state.filled() - this.marketBefore,
    };
    state.apply(backTo(world, effect));
    return remedy;
  }

  private filled(): number {
    return this.needs.reduce((sum, { needId }) => sum + this.inquiry.state.filledAt(needId), 0);
  }
}

/** What takes an effect back. */
function backTo(world: World, { workers, needs }: MarketChanges): MarketChanges {
  return {
    workers: new Map([...workers.keys()].map((id) => [id, world.workers.get(id)])),
    needs: new Map([...needs.keys()].map((id) => [id, world.needs.get(id)])),
  };
}

function gapsOf(misses: readonly NearMiss[], reason: NearMiss['reason']): number[] {
  return misses.filter((miss) => miss.reason === reason).map(({ gap }) => gap);
}

function kilometresOf(misses: readonly NearMiss[]): number[] {
  return gapsOf(misses, 'DISTANCE').map((gap) => Math.ceil(gap / kilometre) * kilometre);
}

function countByReason(misses: readonly NearMiss[]): RemediesResult['reasons'] {
  const workers = new Map<NearMiss['reason'], Set<string>>();
  for (const { reason, workerId } of misses) workers.set(reason, (workers.get(reason) ?? new Set()).add(workerId));
  return [...workers]
    .map(([reason, of]) => ({ reason, workers: of.size }))
    .sort((a, b) => b.workers - a.workers || (a.reason < b.reason ? -1 : 1));
}

/** Buses from where most of those live who would come but for the way. */
function shuttles(world: World, misses: readonly NearMiss[], to: Scope): Change[] {
  const towns = new Map<string, Set<string>>();
  for (const { workerId, reason } of misses) {
    const town = reason === 'DISTANCE' ? world.regionOfWorker.get(workerId) : undefined;
    if (town !== undefined) towns.set(town, (towns.get(town) ?? new Set()).add(workerId));
  }
  return most(towns, mostTowns).map((fromRegionId) => ({ kind: 'shuttle', fromRegionId, to }));
}

/** Classes for those without a seat who live where the seats are, by what most of them can do. */
function classes({ state, world }: Inquiry, short: readonly Demand[], scope: Scope): Change[] {
  const into = scope.occupationId ?? (scope.needId ? short[0]?.occupationId : undefined);
  const regionId = scope.regionId ?? world.regionOfNeed.get(scope.needId ?? '');
  if (!into || !regionId) return [];
  const trades = new Map<string, Set<string>>();
  for (const [workerId, { skills }] of workersIn(world, { regionId })) {
    if (state.seatOf(workerId) !== undefined || skills.some(({ occupationId }) => occupationId === into)) continue;
    for (const { occupationId } of skills)
      trades.set(occupationId, (trades.get(occupationId) ?? new Set()).add(workerId));
  }
  const empty = short.reduce((sum, { needId, seatsOpen }) => sum + seatsOpen - state.filledAt(needId), 0);
  return most(trades, mostTrades).map((from) => ({ kind: 'training', from, into, workers: empty, regionId }));
}

/** The keys with the largest sets. */
function most(groups: ReadonlyMap<string, ReadonlySet<string>>, count: number): string[] {
  return [...groups]
    .sort(([a, of], [b, others]) => others.size - of.size || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([key]) => key);
}

function evenly(steps: readonly number[]): number[] {
  if (steps.length <= mostSteps) return [...steps];
  return Array.from(
    { length: mostSteps },
    (_, i) => steps[Math.round((i * (steps.length - 1)) / (mostSteps - 1))] ?? 0,
  );
}
