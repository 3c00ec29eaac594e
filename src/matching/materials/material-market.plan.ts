import { Exact } from '../../platform/decimal/decimal.js';
import { edgesOf, type MaterialEdges } from './material-edges.js';
import { groupsOf, type MaterialGroup } from './material-market.js';
import type { MaterialMarket } from './material-market.loader.js';
import { type MaterialPlan, planOf, type SolveProblem } from './material-plan.js';
import type { Freight } from './transport.rules.js';

export interface GroupPlan {
  readonly group: MaterialGroup;
  readonly edges: MaterialEdges;
  readonly plan: MaterialPlan;
  /** Requests that get all that they lack. */
  readonly met: number;
  readonly partlyMet: number;
}

/** Plans of all groups of a market, several at once where the solver has threads for it. */
export async function planMarket(
  { lots, requests, declined }: MaterialMarket,
  freight: Freight,
  solve: SolveProblem,
): Promise<GroupPlan[]> {
  return Promise.all(
    groupsOf(lots, requests).map(async (group) => {
      const edges = edgesOf(group, { freight, declined });
      const plan = await planOf(group, edges, solve);
      return { group, edges, plan, ...countMet(group, edges, plan) };
    }),
  );
}

function countMet(
  { requests }: MaterialGroup,
  edges: MaterialEdges,
  { flows }: MaterialPlan,
): { met: number; partlyMet: number } {
  const got = new Map<number, Exact>();
  for (const { edge, quantity } of flows) {
    const r = edges.request[edge] ?? 0;
    got.set(r, quantity.plus(got.get(r) ?? 0));
  }
  const met = [...got].filter(([r, quantity]) => quantity.gte(requests[r]?.unmet ?? 0)).length;
  return { met, partlyMet: got.size - met };
}
