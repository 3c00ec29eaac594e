import type { Allocation, Problem, Solution } from '../../engine/index.js';
import { Exact } from '../../platform/decimal/decimal.js';
import type { MaterialEdges } from './material-edges.js';
import type { MaterialGroup } from './material-market.js';
import { type MaterialProblem, problemOf } from './material-problem.js';

/** So much along one way. */
export interface MaterialFlow {
  readonly edge: number;
  /** Base units. */
  readonly quantity: Exact;
}

export interface MaterialPlan {
  readonly flows: readonly MaterialFlow[];
  /** Whether the engine proved that no plan fills more, or as much for less (to a point of score). */
  readonly isProven: boolean;
  /** The share of what could be filled if lots had no least quantity and every request could be split, that is not filled. */
  readonly gap: number;
}

export type SolveProblem = (problem: Problem) => Promise<Solution>;

/** Least quantities and whole requests are met by leaving out ways and solving again, less often where that takes long. */
const roundsFor = (edges: number): number => Math.min(12, Math.max(4, Math.floor(400_000 / edges)));

/**
 * The best plan of a group. The engine knows neither least quantities nor requests that must come from one lot at once;
 * where its plan breaks one, that way is left out and the group is solved again. The first plan bounds them all, so what
 * is lost by that is known (`gap`), and without such a loss the plan is proven.
 */
export async function planOf(group: MaterialGroup, edges: MaterialEdges, solve: SolveProblem): Promise<MaterialPlan> {
  let left = everyEdge(edges);
  let best: number | undefined;
  const maxRounds = roundsFor(edges.lot.length);
  for (let round = 1; ; round++) {
    const stated = problemOf(group, pick(edges, left));
    const solution = await solve(stated.problem);
    best ??= solution.filled;
    const broken = brokenEdges(group, stated, edges, left, solution);
    const isSound = broken.size === 0;
    if (isSound || round === maxRounds) {
      const kept = flowsOf(stated, left, solution).filter(({ edge }) => !broken.has(edge));
      const filled = isSound ? solution.filled : countOf(kept, stated.grain);
      return {
        flows: kept,
        isProven: round === 1 && solution.proven,
        gap: best === 0 ? 0 : (best - filled) / best,
      };
    }
    left = left.filter((edge) => !broken.has(edge));
  }
}

const everyEdge = ({ lot }: MaterialEdges): Int32Array => Int32Array.from(lot, (_, edge) => edge);

function pick(edges: MaterialEdges, left: Int32Array): MaterialEdges {
  return {
    lot: left.map((edge) => edges.lot[edge] ?? 0),
    request: left.map((edge) => edges.request[edge] ?? 0),
    fenPerUnit: Float64Array.from(left, (edge) => edges.fenPerUnit[edge] ?? 0),
    transportFenPerUnit: Float64Array.from(left, (edge) => edges.transportFenPerUnit[edge] ?? 0),
  };
}

function flowsOf({ grain }: MaterialProblem, left: Int32Array, { edge, units }: Allocation): MaterialFlow[] {
  return Array.from(edge, (at, i) => ({ edge: left[at] ?? 0, quantity: grain.times(units[i] ?? 0) }));
}

const countOf = (flows: readonly MaterialFlow[], grain: Exact): number =>
  flows
    .reduce((sum, { quantity }) => sum.plus(quantity), new Exact(0))
    .div(grain)
    .toNumber();

/** Ways that the plan uses in a manner that is not allowed, and those that a request must do without to be whole. */
function brokenEdges(
  { lots, requests }: MaterialGroup,
  stated: MaterialProblem,
  edges: MaterialEdges,
  left: Int32Array,
  solution: Allocation,
): ReadonlySet<number> {
  const flows = flowsOf(stated, left, solution);
  const broken = new Set<number>();
  for (const { edge, quantity } of flows) {
    const lot = lots[edges.lot[edge] ?? 0];
    if (lot && quantity.lt(lot.minimumTake) && quantity.lt(lot.available)) broken.add(edge);
  }
  const wholeBy = new Map<number, number>();
  for (const [r, parts] of partsOf(flows, edges)) {
    const request = requests[r];
    const [largest, ...others] = parts;
    if (!request || request.splitAllowed || !largest) continue;
    // In parts: the largest of them is to become all of it. Alone and not all of it: that lot has no more for this request.
    if (others.length > 0) wholeBy.set(r, largest.edge);
    else if (largest.quantity.lt(request.unmet)) broken.add(largest.edge);
  }
  if (wholeBy.size > 0)
    for (const edge of left) if ((wholeBy.get(edges.request[edge] ?? 0) ?? edge) !== edge) broken.add(edge);
  return broken;
}

/** What goes to each request, the largest part first. */
function partsOf(flows: readonly MaterialFlow[], edges: MaterialEdges): Map<number, MaterialFlow[]> {
  const parts = new Map<number, MaterialFlow[]>();
  for (const flow of flows) {
    const r = edges.request[flow.edge] ?? 0;
    parts.set(r, [...(parts.get(r) ?? []), flow]);
  }
  for (const of of parts.values()) of.sort((a, b) => b.quantity.cmp(a.quantity) || a.edge - b.edge);
  return parts;
}
