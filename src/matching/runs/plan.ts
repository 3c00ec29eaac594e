import { NetworkBuilder, solve, type SolveProgress } from '../../engine/index.js';
import type { ProposedPair } from '../../labour/index.js';
import { buildEdges, type Edge } from '../edges/build-edges.js';
import type { Weights } from '../edges/score.rules.js';
import type { Snapshot } from './snapshot.js';

export interface Plan {
  readonly pairs: readonly ProposedPair[];
  readonly filled: number;
  readonly score: number;
  readonly positions: number;
  readonly edges: number;
  /** The engine's certificate of optimality was checked. */
  readonly proven: boolean;
  readonly timingsMs: { readonly edges: number; readonly solve: number };
}

/** The best allocation of a snapshot: most seats filled class by class, then the highest score; proven. */
export function planOf(
  snapshot: Snapshot,
  weights: Weights,
  today: number,
  onProgress?: (progress: SolveProgress) => void,
): Plan {
  const started = performance.now();
  const edges = buildEdges(snapshot.supplies, snapshot.demands, snapshot.substitutes, weights, today);
  const built = performance.now();
  const network = new NetworkBuilder();
  for (const { workerIds } of snapshot.supplies) network.addSource(workerIds.length);
  for (const { seatsOpen, priority } of snapshot.demands) network.addSink(seatsOpen, priority);
  for (const { supply, demand, score } of edges) network.addEdge(supply, demand, score);
  const problem = network.finish();
  const solution = solve(problem, { onProgress });
  const flows: (Edge & { units: number })[] = [];
  const edgeOf = new Map(edges.map((edge) => [edge.supply * snapshot.demands.length + edge.demand, edge]));
  let source = 0;
  for (const [place, e] of solution.edge.entries()) {
    while ((problem.rowStart[source + 1] ?? 0) <= e) source++;
    const edge = edgeOf.get(source * snapshot.demands.length + (problem.sink[e] ?? 0));
    if (edge) flows.push({ ...edge, units: solution.units[place] ?? 0 });
  }
  return {
    pairs: nameWorkers(snapshot, flows),
    filled: solution.filled,
    score: solution.score,
    positions: snapshot.demands.reduce((sum, { seatsOpen }) => sum + seatsOpen, 0),
    edges: edges.length,
    proven: solution.proven,
    timingsMs: { edges: Math.round(built - started), solve: Math.round(performance.now() - built) },
  };
}

/** Gives each unit of flow a worker of its group: first those who are proposed there already, then by id. */
function nameWorkers(
  { supplies, demands, standing }: Snapshot,
  flows: readonly (Edge & { units: number })[],
): ProposedPair[] {
  const pairs: ProposedPair[] = [];
  for (const [index, group] of groupBySupply(flows)) {
    const free = new Set(supplies[index]?.workerIds);
    const open = group.map((edge) => ({ edge, needId: demands[edge.demand]?.needId ?? '', left: edge.units }));
    const give = (workerId: string, to: (typeof open)[number]): void => {
      free.delete(workerId);
      to.left -= 1;
      pairs.push({
        workerId,
        needId: to.needId,
        score: to.edge.score,
        parts: to.edge.parts,
        distanceM: to.edge.distanceM,
      });
    };
    for (const workerId of [...free]) {
      const same = open.find(({ needId, left }) => left > 0 && standing.get(workerId) === needId);
      if (same) give(workerId, same);
    }
    for (const target of open) {
      for (const workerId of [...free].slice(0, target.left)) give(workerId, target);
    }
  }
  return pairs;
}

function groupBySupply(flows: readonly (Edge & { units: number })[]): Map<number, (Edge & { units: number })[]> {
  const groups = new Map<number, (Edge & { units: number })[]>();
  for (const flow of flows) groups.set(flow.supply, [...(groups.get(flow.supply) ?? []), flow]);
  return groups;
}
