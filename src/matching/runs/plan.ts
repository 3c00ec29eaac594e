import { type Pairs, type Problem, roomyClassStep, type Solution } from '../../engine/index.js';
import type { ProposedPair } from '../../labour/index.js';
import { buildEdges } from '../edges/build-edges.js';
import type { Demand, Supply } from '../edges/candidate.js';
import { PairJudge, type ScoredPair } from '../edges/pair-judge.js';
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
  readonly problem: Problem;
  readonly solution: Solution;
}

/** What a problem is to be solved with: keeping to the previous pairs where that costs nothing, and room to grow. */
export interface SolveHints {
  readonly previous: Pairs;
  readonly classStep: number;
}
/** Runs a part of the work where somebody watches how long it takes. */
export type Phases = <T>(name: 'read' | 'edges' | 'solve' | 'write', work: () => Promise<T>) => Promise<T>;
export type SolveProblem = (problem: Problem, hints: SolveHints) => Promise<Solution>;

/** So many times as many workers, or needs, may come until the prices of a plan must be found anew. */
const roomToGrow = 4;

/**
 * The best allocation of a snapshot: most seats filled class by class, then the highest score; proven. Among equally good
 * ones, one that leaves the most workers where they are proposed already.
 */
export async function planOf(
  snapshot: Snapshot,
  weights: Weights,
  today: number,
  solveProblem: SolveProblem,
  phase: Phases = (_name, work) => work(),
): Promise<Plan> {
  const started = performance.now();
  const problem = await phase('edges', () => Promise.resolve(problemOf(snapshot, weights, today)));
  const built = performance.now();
  const hints = { previous: standingPairs(snapshot), classStep: roomyClassStep(problem, roomToGrow) };
  const solution = await phase('solve', () => solveProblem(problem, hints));
  const flows = flowsOf(problem, solution, snapshot, new PairJudge(snapshot.substitutes, weights, today));
  return {
    pairs: nameWorkers(snapshot, flows),
    filled: solution.filled,
    score: solution.score,
    positions: snapshot.demands.reduce((sum, { seatsOpen }) => sum + seatsOpen, 0),
    edges: problem.sink.length,
    proven: solution.proven,
    timingsMs: { edges: Math.round(built - started), solve: Math.round(performance.now() - built) },
    ...{ problem, solution },
  };
}

/** Worker → need. */
export function seatsOf({ pairs }: Pick<Plan, 'pairs'>): ReadonlyMap<string, string> {
  return new Map(pairs.map(({ workerId, needId }) => [workerId, needId]));
}

/** Sources are the supplies, sinks the demands, in their order. */
function problemOf({ supplies, demands, substitutes }: Snapshot, weights: Weights, today: number): Problem {
  const { rowStart, sink, score } = buildEdges(supplies, demands, substitutes, weights, today);
  return {
    supply: Int32Array.from(supplies, ({ workerIds }) => workerIds.length),
    demand: Int32Array.from(demands, ({ seatsOpen }) => seatsOpen),
    priority: Uint8Array.from(demands, ({ priority }) => priority),
    rowStart,
    sink,
    score,
  };
}

/** Groups and needs between which proposals stand. */
function standingPairs({ supplies, demands, standing }: Snapshot): Pairs {
  const sinkOf = new Map(demands.map(({ needId }, index) => [needId, index]));
  const pairs = supplies.flatMap(({ workerIds }, source) => {
    const sinks = new Set(workerIds.map((workerId) => sinkOf.get(standing.get(workerId) ?? '')));
    return [...sinks].filter((sink) => sink !== undefined).map((sink) => ({ source, sink }));
  });
  return {
    source: Int32Array.from(pairs, ({ source }) => source),
    sink: Int32Array.from(pairs, ({ sink }) => sink),
  };
}

/** A pair that carries something, and how many workers. */
interface Flow extends ScoredPair {
  readonly supply: number;
  readonly demand: number;
  readonly units: number;
}

/** Edges know no more than their scores, so what else there is to say of a pair is found again for the few that count. */
function flowsOf(problem: Problem, solution: Solution, { supplies, demands }: Snapshot, judge: PairJudge): Flow[] {
  const flows: Flow[] = [];
  let supply = 0;
  for (const [place, e] of solution.edge.entries()) {
    while ((problem.rowStart[supply + 1] ?? 0) <= e) supply++;
    const demand = problem.sink[e] ?? 0;
    const pair = judge.judge(supplies[supply] as Supply, demands[demand] as Demand);
    if (!pair || pair.score !== problem.score[e]) throw new Error(`Edge ${e} and the rules differ about its pair`);
    flows.push({ ...pair, supply, demand, units: solution.units[place] ?? 0 });
  }
  return flows;
}

/** Gives each unit of flow a worker of its group: first those who are proposed there already, then by id. */
function nameWorkers({ supplies, demands, standing }: Snapshot, flows: readonly Flow[]): ProposedPair[] {
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

function groupBySupply(flows: readonly Flow[]): Map<number, Flow[]> {
  const groups = new Map<number, Flow[]>();
  for (const flow of flows) {
    const group = groups.get(flow.supply);
    if (group) group.push(flow);
    else groups.set(flow.supply, [flow]);
  }
  return groups;
}
