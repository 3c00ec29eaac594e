import type { Demand, Supply, SupplyFacts } from '../edges/candidate.js';
import { distanceM } from '../edges/distance.js';
import { reachM } from '../edges/feasibility.rules.js';
import type { MarketChanges } from '../live/market-changes.js';
import { Doers } from './doers.js';
import { needsIn, type Scope, type World, workersIn } from './world.js';

/** One thing to try. Days are day numbers, money is in hundredth parts, distances are metres. */
export type Change =
  | ({ readonly kind: 'wage'; readonly addFen: number } & Scope)
  | ({ readonly kind: 'wage_floor'; readonly wageFen: number; readonly wageUnit: string } & Scope)
  | ({ readonly kind: 'level'; readonly lowerBy: number } & Scope)
  | ({ readonly kind: 'lodging' } & Scope)
  | ({ readonly kind: 'substitutes' } & Scope)
  | ({ readonly kind: 'overlap'; readonly percent: number } & Scope)
  | ({ readonly kind: 'reach'; readonly addM: number } & Scope)
  | { readonly kind: 'shuttle'; readonly fromRegionId: string; readonly to: Scope }
  | ({ readonly kind: 'training'; readonly from: string; readonly into: string; readonly workers: number } & Scope)
  | { readonly kind: 'closing'; readonly hostId: string }
  | ({ readonly kind: 'opening'; readonly seats: number; readonly wageFen: number; readonly wageUnit: string } & Place)
  | ({
      readonly kind: 'arrivals';
      readonly workers: number;
      readonly wageFloorFen: number;
      readonly wageUnit: string;
      readonly radiusM: number;
    } & Place);

interface Place {
  readonly regionId: string;
  readonly occupationId: string;
  readonly level: number;
}

/** How near a stop a site must lie to be served by it. */
const walkM = 5_000;
/** The site itself. */
const siteM = 1;
const trainedLevel = 2;
const arrivalDays = 180;

/** What a change makes of a world; undefined in a map: gone. */
export function effectOf(world: World, change: Change, today: number): MarketChanges {
  switch (change.kind) {
    case 'wage':
      return forNeeds(world, change, (need) => ({ ...need, wageFen: need.wageFen + change.addFen }));
    case 'wage_floor':
      return forNeeds(world, change, (need) =>
        need.wageUnit === change.wageUnit ? { ...need, wageFen: Math.max(need.wageFen, change.wageFen) } : need,
      );
    case 'level':
      return forNeeds(world, change, (need) => ({ ...need, minLevel: Math.max(1, need.minLevel - change.lowerBy) }));
    case 'lodging':
      return forNeeds(world, change, (need) => ({ ...need, lodging: true }));
    case 'substitutes':
      return forNeeds(world, change, (need) => ({ ...need, acceptsSubstitutes: true }));
    case 'overlap':
      return forNeeds(world, change, (need) => ({
        ...need,
        minOverlapPercent: Math.min(need.minOverlapPercent, change.percent),
      }));
    case 'reach':
      return reach(world, change);
    case 'shuttle':
      return shuttle(world, change.fromRegionId, change.to);
    case 'training':
      return training(world, change);
    case 'closing':
      return {
        ...none,
        needs: new Map(
          [...world.needs.values()]
            .filter(({ hostId }) => hostId === change.hostId)
            .map(({ needId }) => [needId, undefined]),
        ),
      };
    case 'opening':
      return { ...none, needs: new Map([['what-if', opened(world, change, today)]]) };
    case 'arrivals':
      return { ...none, workers: new Map(arrived(world, change, today)) };
  }
}

const none: MarketChanges = { workers: new Map(), needs: new Map() };

function forNeeds(world: World, scope: Scope, make: (need: Demand) => Demand): MarketChanges {
  return { ...none, needs: new Map(needsIn(world, scope).map((need) => [need.needId, make(need)])) };
}

/** Who shares one object of facts goes on sharing one. */
function forWorkers(
  workers: readonly (readonly [string, SupplyFacts])[],
  make: (facts: SupplyFacts) => SupplyFacts,
): MarketChanges {
  const made = new Map<SupplyFacts, SupplyFacts>();
  const once = (facts: SupplyFacts): SupplyFacts => {
    const known = made.get(facts) ?? make(facts);
    made.set(facts, known);
    return known;
  };
  return { ...none, workers: new Map(workers.map(([workerId, facts]) => [workerId, once(facts)])) };
}

/** Everyone goes farther, or, where there is a scope, those who could do its work come farther to its sites. */
function reach(world: World, { addM, ...scope }: Extract<Change, { kind: 'reach' }>): MarketChanges {
  if (!scope.needId && !scope.regionId && !scope.occupationId)
    return forWorkers([...world.workers], (facts) => ({ ...facts, radiusM: facts.radiusM + addM }));
  const needs = needsIn(world, scope);
  const farther = new Map<SupplyFacts, Demand[]>();
  const doers = [...new Doers(world).of(needs)].filter(([, facts]) => {
    const supply = { ...facts, workerIds: [] };
    const sites = farther.get(facts) ?? needs.filter((need) => isWithinMore(supply, need, addM));
    farther.set(facts, sites);
    return sites.length > 0;
  });
  return forWorkers(doers, (facts) => withStops(facts, farther.get(facts) ?? [], siteM));
}

function isWithinMore(supply: Supply, need: Demand, addM: number): boolean {
  const [metres, known] = [distanceM(supply, need), reachM(supply, need)];
  return metres > known && metres <= known + addM;
}

/** A bus from a region to the sites of a scope; whoever lives there may use it. */
function shuttle(world: World, fromRegionId: string, to: Scope): MarketChanges {
  const needs = needsIn(world, to);
  const doers = new Doers(world).of(needs);
  const passengers = workersIn(world, { regionId: fromRegionId }).filter(([workerId]) => doers.has(workerId));
  return forWorkers(passengers, (facts) => withStops(facts, needs, walkM));
}

function withStops(facts: SupplyFacts, needs: readonly Demand[], radiusM: number): SupplyFacts {
  const stops = needs.map(({ latitude, longitude }) => ({ latitude, longitude, radiusM }));
  return { ...facts, shuttles: [...(facts.shuttles ?? []), ...stops] };
}

/** A class: the first so many by id who can do one thing and not the other learn the other, to the second level. */
function training(world: World, change: Extract<Change, { kind: 'training' }>): MarketChanges {
  const { from, into, workers, regionId } = change;
  const class_ = workersIn(world, { regionId: regionId ?? null, occupationId: from })
    .filter(([, { skills }]) => skills.every(({ occupationId }) => occupationId !== into))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, workers);
  return forWorkers(class_, (facts) => ({
    ...facts,
    skills: [...facts.skills, { occupationId: into, level: trainedLevel }],
  }));
}

function opened(world: World, change: Extract<Change, { kind: 'opening' }>, today: number): Demand {
  const { occupationId, level, seats, wageFen, wageUnit, regionId } = change;
  return {
    ...{ needId: 'what-if', hostId: 'what-if', occupationId, minLevel: level, acceptsSubstitutes: true },
    ...{ certificateCodes: [], priority: 1, ...centreOf(world, regionId) },
    ...{ firstDay: today, lastDay: today + arrivalDays, minOverlapPercent: 1, wageFen, wageUnit, currency: 'CNY' },
    ...{ lodging: false, seatsOpen: seats },
  };
}

function arrived(world: World, change: Extract<Change, { kind: 'arrivals' }>, today: number): [string, SupplyFacts][] {
  const { occupationId, level, workers, wageFloorFen, wageUnit, radiusM, regionId } = change;
  const facts: SupplyFacts = {
    ...{ lenderId: null, ...centreOf(world, regionId), firstDay: today, lastDay: today + arrivalDays },
    ...{
      wageFloorFen,
      wageUnit,
      currency: 'CNY',
      radiusM,
      relocationRadiusM: null,
      rating: null,
      waitingSinceDay: today,
    },
    ...{ skills: [{ occupationId, level }], certificates: [], booked: [] },
  };
  return Array.from({ length: workers }, (_, n) => [`what-if ${n}`, facts]);
}

function centreOf({ centres }: World, regionId: string): { latitude: number; longitude: number } {
  const { latitude = 0, longitude = 0 } = centres.get(regionId) ?? {};
  return { latitude, longitude };
}

/** The world after some changes, one after the other. */
export function changedBy(world: World, changes: readonly Change[], today: number): World {
  return changes.reduce((known, change) => changed(known, effectOf(known, change, today)), world);
}

function changed(world: World, { workers, needs }: MarketChanges): World {
  return { ...world, workers: merged(world.workers, workers), needs: merged(world.needs, needs) };
}

function merged<T>(known: ReadonlyMap<string, T>, told: ReadonlyMap<string, T | undefined>): Map<string, T> {
  const all = new Map(known);
  for (const [id, value] of told) {
    if (value === undefined) all.delete(id);
    else all.set(id, value);
  }
  return all;
}
