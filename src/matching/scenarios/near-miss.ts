import { commonDays, type Demand, type Substitutes, type SupplyFacts } from '../edges/candidate.js';
import { distanceM } from '../edges/distance.js';
import { infeasibilities, type Infeasibility, isKeptApart, reachM } from '../edges/feasibility.rules.js';
import { doableBesides, fitOf } from '../edges/fits.js';
import { Doers } from './doers.js';
import type { World } from './world.js';

/** A worker whom one single thing keeps from a need; `gap` is how much of it is lacking, in its own unit. */
export interface NearMiss {
  readonly workerId: string;
  readonly needId: string;
  readonly reason: Exclude<Infeasibility, 'LENDER_IS_HOST'>;
  /** WAGE: hundredth parts; DISTANCE: metres; LEVEL: levels; 0 where there is nothing to measure. */
  readonly gap: number;
}

/** Of the workers whose work it is: whom one single thing keeps from each need. */
export function nearMisses(world: World, needs: readonly Demand[]): NearMiss[] {
  const besides = doableBesides(world.substitutes);
  const doers = new Doers(world);
  const misses: NearMiss[] = [];
  for (const need of needs) {
    // A host that takes nobody from other trades is asked elsewhere whether it would.
    for (const [workerId, facts] of doers.of([need])) {
      const miss = missOf({ ...facts, workerIds: [] }, need, besides);
      if (miss) misses.push({ workerId, needId: need.needId, ...miss });
    }
  }
  return misses;
}

function missOf(
  supply: SupplyFacts & { readonly workerIds: readonly string[] },
  need: Demand,
  besides: Substitutes,
): Pick<NearMiss, 'reason' | 'gap'> | undefined {
  const fit = fitOf(supply, need, besides);
  if (!fit || supply.lenderId === need.hostId || commonDays(supply, need) < 1 || isKeptApart(supply, need))
    return undefined;
  const metres = distanceM(supply, need);
  const [reason, ...more] = infeasibilities(supply, need, fit.level, metres);
  if (!reason || reason === 'LENDER_IS_HOST' || more.length > 0) return undefined;
  if (reason === 'WAGE') return { reason, gap: supply.wageFloorFen - need.wageFen };
  if (reason === 'DISTANCE') return { reason, gap: Math.ceil(metres - reachM(supply, need)) };
  return { reason, gap: reason === 'LEVEL' ? need.minLevel - fit.level : 0 };
}
