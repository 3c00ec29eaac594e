import KDBush from 'kdbush';
import type { Demand, Substitutes, Supply } from './candidate.js';
import { boxAround, distanceM } from './distance.js';
import { infeasibility, reachM } from './feasibility.rules.js';
import { type Fit, type ScoreOf, scorePair, totalScore, type Weights } from './score.rules.js';

/** A feasible pair: indices into the supplies and demands it was built from. */
export interface Edge {
  readonly supply: number;
  readonly demand: number;
  readonly score: number;
  readonly parts: ScoreOf;
  readonly distanceM: number;
}

interface OccupationIndex {
  readonly demands: readonly number[];
  readonly places: KDBush;
}

/**
 * All feasible pairs with their scores. Demands are indexed by occupation, then by place, so a supply meets only
 * demands for which it has a fitting skill and whose box it can reach.
 */
export function buildEdges(
  supplies: readonly Supply[],
  demands: readonly Demand[],
  substitutes: Substitutes,
  weights: Weights,
  today: number,
): Edge[] {
  const indexes = indexByOccupation(demands);
  const doableWith = invert(substitutes);
  const edges: Edge[] = [];
  for (const [supplyIndex, supply] of supplies.entries()) {
    for (const [demandIndex, fit] of fitsOf(supply, demands, indexes, doableWith)) {
      const demand = demands[demandIndex] as Demand;
      const distance = distanceM(supply, demand);
      if (infeasibility(supply, demand, fit.level, distance)) continue;
      const parts = scorePair(supply, demand, fit, distance, reachM(supply, demand), today);
      edges.push({
        supply: supplyIndex,
        demand: demandIndex,
        score: totalScore(parts, weights),
        parts,
        distanceM: Math.round(distance),
      });
    }
  }
  return edges;
}

/** The demands in reach that one of the supply's skills fits, each with its best fit. */
function fitsOf(
  supply: Supply,
  demands: readonly Demand[],
  indexes: ReadonlyMap<string, OccupationIndex>,
  doableWith: Substitutes,
): Map<number, Fit> {
  const box = boxAround(supply, Math.max(supply.radiusM, supply.relocationRadiusM ?? 0));
  const fits = new Map<number, Fit>();
  for (const { occupationId, level } of supply.skills) {
    for (const doable of [{ occupationId, penalty: 0 }, ...(doableWith.get(occupationId) ?? [])]) {
      const index = indexes.get(doable.occupationId);
      if (!index) continue;
      for (const position of index.places.range(box.minX, box.minY, box.maxX, box.maxY)) {
        const demandIndex = index.demands[position] as number;
        if (doable.penalty > 0 && !demands[demandIndex]?.acceptsSubstitutes) continue;
        const known = fits.get(demandIndex);
        if (!known || doable.penalty < known.penalty) fits.set(demandIndex, { level, penalty: doable.penalty });
      }
    }
  }
  return fits;
}

function indexByOccupation(demands: readonly Demand[]): Map<string, OccupationIndex> {
  const grouped = new Map<string, number[]>();
  for (const [index, { occupationId }] of demands.entries()) {
    const group = grouped.get(occupationId);
    if (group) group.push(index);
    else grouped.set(occupationId, [index]);
  }
  return new Map(
    [...grouped].map(([occupationId, group]) => {
      const places = new KDBush(group.length);
      for (const index of group) {
        const { longitude, latitude } = demands[index] as Demand;
        places.add(longitude, latitude);
      }
      return [occupationId, { demands: group, places: places.finish() }] as const;
    }),
  );
}

/** From "may be done by" to "may do". */
function invert(substitutes: Substitutes): Substitutes {
  const inverted = new Map<string, { occupationId: string; penalty: number }[]>();
  for (const [occupationId, list] of substitutes) {
    for (const { occupationId: substitute, penalty } of list) {
      const doable = inverted.get(substitute) ?? [];
      doable.push({ occupationId, penalty });
      inverted.set(substitute, doable);
    }
  }
  return inverted;
}
