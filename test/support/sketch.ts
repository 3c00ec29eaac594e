import fc from 'fast-check';
import { type Allocation, NetworkBuilder, type Problem, type Solution } from '../../src/engine/index.js';

/** An allocation problem as one would write it down. */
export interface Sketch {
  readonly supply: readonly number[];
  readonly demand: readonly number[];
  readonly priority: readonly number[];
  readonly edges: readonly (readonly [source: number, sink: number, score: number, capacity?: number])[];
}

export function problemOf({ supply, demand, priority, edges }: Sketch): Problem {
  const builder = new NetworkBuilder();
  for (const units of supply) builder.addSource(units);
  for (const [t, units] of demand.entries()) builder.addSink(units, priority[t]);
  for (const [source, sink, score, capacity] of edges) builder.addEdge(source, sink, score, capacity);
  return builder.finish();
}

/** Few distinct scores make ties, and the extremes tempt score to outbid a class. */
const scores = fc.oneof(fc.constantFrom(0, 1, 5000, 9999, 10_000), fc.nat(10_000));

export interface SketchLimits {
  readonly nodes: number;
  readonly edges: number;
  readonly units: number;
  readonly classes: number;
  /** Edges carry at most so many units each; left out: no limits. */
  readonly capacity?: number;
}

export function sketches(limits: SketchLimits): fc.Arbitrary<Sketch> {
  const { nodes, capacity } = limits;
  const node = fc.nat(nodes - 1);
  const many = { minLength: nodes, maxLength: nodes };
  const limit = capacity === undefined ? fc.constant(undefined) : fc.nat(capacity);
  return fc.record({
    supply: fc.array(fc.nat(limits.units), many),
    demand: fc.array(fc.nat(limits.units), many),
    priority: fc.array(fc.integer({ min: 1, max: limits.classes }), many),
    edges: fc.uniqueArray(fc.tuple(node, node, scores, limit), {
      maxLength: limits.edges,
      selector: ([source, sink]) => source * nodes + sink,
    }),
  });
}

/** Units filled from the most urgent class down, then the score: the earlier difference decides. */
export function objective({ filledByClass, score }: Pick<Solution, 'filledByClass' | 'score'>, classes = 3): number[] {
  return [...Array.from({ length: classes }, (_, i) => filledByClass[classes - i] ?? 0), score];
}

export function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const first = a.findIndex((value, i) => value !== b[i]);
  return first >= 0 && (a[first] ?? 0) > (b[first] ?? 0);
}

/** Units along each of the problem's edges. */
export function flowOf(problem: Problem, { edge, units }: Pick<Solution, 'edge' | 'units'>): number[] {
  const flow = Array<number>(problem.sink.length).fill(0);
  for (const [i, e] of edge.entries()) flow[e] = units[i] ?? 0;
  return flow;
}

/** The allocation in which so many units go along each edge, with totals that agree. */
export function allocationWith(problem: Problem, flow: readonly number[]): Allocation {
  const filledByClass = [0, 0, 0, 0];
  let score = 0;
  const used = [...flow.keys()].filter((e) => flow[e] !== 0);
  for (const e of used) {
    const units = flow[e] ?? 0;
    const k = problem.priority[problem.sink[e] ?? 0] ?? 0;
    filledByClass[k] = (filledByClass[k] ?? 0) + units;
    score += units * (problem.score[e] ?? 0);
  }
  const filled = filledByClass.reduce((sum, units) => sum + units);
  return {
    edge: Int32Array.from(used),
    units: Int32Array.from(used, (e) => flow[e] ?? 0),
    filled,
    filledByClass,
    score,
  };
}
