import type { Demand, Substitutes, SupplyFacts } from '../edges/candidate.js';
import type { Place } from '../edges/distance.js';
import type { Snapshot } from '../runs/snapshot.js';

/** Where everything is: regions with all above them, and those of workers and needs. */
export interface Geography {
  /** Region → itself and all above it. */
  readonly above: ReadonlyMap<string, ReadonlySet<string>>;
  /** Region → the county it is or lies in; itself where it is larger. */
  readonly countyOf: ReadonlyMap<string, string>;
  readonly centres: ReadonlyMap<string, Place>;
  readonly regionOfWorker: ReadonlyMap<string, string>;
  readonly regionOfNeed: ReadonlyMap<string, string>;
}

/** A market as what-ifs see and change it. */
export interface World extends Geography {
  readonly workers: ReadonlyMap<string, SupplyFacts>;
  readonly needs: ReadonlyMap<string, Demand>;
  readonly substitutes: Substitutes;
}

export function worldOf({ supplies, demands, substitutes }: Snapshot, geography: Geography): World {
  return {
    ...geography,
    substitutes,
    workers: new Map(supplies.flatMap(({ workerIds, ...facts }) => workerIds.map((id) => [id, facts] as const))),
    needs: new Map(demands.map((demand) => [demand.needId, demand])),
  };
}

/** A world as runs read a market. Who shares one object of facts is one supply. */
export function snapshotOf({ workers, needs, substitutes }: World, standing: Snapshot['standing']): Snapshot {
  const crews = new Map<SupplyFacts, string[]>();
  for (const [workerId, facts] of workers) {
    const crew = crews.get(facts);
    if (crew) crew.push(workerId);
    else crews.set(facts, [workerId]);
  }
  return {
    supplies: [...crews].map(([facts, workerIds]) => ({ ...facts, workerIds })),
    demands: [...needs.values()],
    ...{ substitutes, standing, scope: [...workers.keys()], workers: workers.size },
  };
}

/** Part of a market; what is left out is all. */
export interface Scope {
  readonly needId?: string | null;
  readonly regionId?: string | null;
  readonly occupationId?: string | null;
}

/** Needs within a scope. */
export function needsIn(world: World, { needId, regionId, occupationId }: Scope): Demand[] {
  return [...world.needs.values()].filter(
    (demand) =>
      (!needId || demand.needId === needId) &&
      (!occupationId || demand.occupationId === occupationId) &&
      (!regionId || isWithin(world, world.regionOfNeed.get(demand.needId), regionId)),
  );
}

/** Workers within a scope: who live there, and have the occupation. */
export function workersIn(world: World, { regionId, occupationId }: Scope): [string, SupplyFacts][] {
  return [...world.workers].filter(
    ([workerId, { skills }]) =>
      (!occupationId || skills.some((skill) => skill.occupationId === occupationId)) &&
      (!regionId || isWithin(world, world.regionOfWorker.get(workerId), regionId)),
  );
}

function isWithin({ above }: Geography, regionId: string | undefined, outer: string): boolean {
  return regionId !== undefined && (above.get(regionId)?.has(outer) ?? false);
}
