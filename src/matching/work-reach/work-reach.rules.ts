import { commonDays, type Demand, type Substitutes, type Supply, type SupplyFacts } from '../edges/candidate.js';
import { distanceM } from '../edges/distance.js';
import { infeasibilities, type Infeasibility, isKeptApart, reachM } from '../edges/feasibility.rules.js';
import { fitOf } from '../edges/fits.js';

/** What a worker could do something about. */
export type Opening = Extract<Infeasibility, 'WAGE' | 'DISTANCE' | 'LEVEL' | 'CERTIFICATE' | 'PERIOD'>;

export interface OpeningCount {
  readonly opening: Opening;
  /** Needs, and their open seats, from which only this keeps the worker. */
  readonly needs: number;
  readonly seats: number;
  /** The least change that opens one, and the one that opens all: hundredth parts, metres or levels; 0 where nothing is measured. */
  readonly least: number;
  readonly most: number;
}

export interface WorkReach {
  /** Needs, and their open seats, that the worker fits as they are. */
  readonly needs: number;
  readonly seats: number;
  readonly openings: readonly OpeningCount[];
}

const openable: readonly Infeasibility[] = ['WAGE', 'DISTANCE', 'LEVEL', 'CERTIFICATE', 'PERIOD'];

/** What work a worker fits, and what one change each would open more of. `besides` is `doableBesides` of the substitutes. */
export function reachOf(facts: SupplyFacts, demands: readonly Demand[], besides: Substitutes): WorkReach {
  const supply = { ...facts, workerIds: [] };
  const open = new Map<Opening, { seats: number; gaps: number[] }>();
  let needs = 0;
  let seats = 0;
  for (const demand of demands) {
    const obstacles = obstaclesTo(supply, demand, besides);
    if (!obstacles) continue;
    const [one, ...more] = obstacles;
    if (!one) {
      needs += 1;
      seats += demand.seatsOpen;
    } else if (more.length === 0 && isOpening(one)) {
      const known = open.get(one) ?? { seats: 0, gaps: [] };
      open.set(one, {
        seats: known.seats + demand.seatsOpen,
        gaps: [...known.gaps, gapOf(one, supply, demand, besides)],
      });
    }
  }
  const openings = [...open].map(([opening, { seats: more, gaps }]) => ({
    ...{ opening, needs: gaps.length, seats: more, least: Math.min(...gaps), most: Math.max(...gaps) },
  }));
  return { needs, seats, openings: openings.sort((a, b) => b.seats - a.seats || (a.opening < b.opening ? -1 : 1)) };
}

/** Every reason against a pair; undefined where it is not the worker's work at all, or they are kept apart. */
export function obstaclesTo(supply: Supply, demand: Demand, besides: Substitutes): Infeasibility[] | undefined {
  const fit = fitOf(supply, demand, besides);
  if (!fit || commonDays(supply, demand) < 1 || isKeptApart(supply, demand)) return undefined;
  return infeasibilities(supply, demand, fit.level, distanceM(supply, demand));
}

function isOpening(reason: Infeasibility): reason is Opening {
  return openable.includes(reason);
}

function gapOf(opening: Opening, supply: Supply, demand: Demand, besides: Substitutes): number {
  if (opening === 'WAGE') return supply.wageFloorFen - demand.wageFen;
  if (opening === 'DISTANCE') return Math.ceil(distanceM(supply, demand) - reachM(supply, demand));
  return opening === 'LEVEL' ? demand.minLevel - (fitOf(supply, demand, besides)?.level ?? 0) : 0;
}
