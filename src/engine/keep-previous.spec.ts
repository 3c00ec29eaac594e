import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { flowOf, objective, problemOf, type Sketch, sketches } from '../../test/support/sketch.js';
import { type Problem, solve } from './index.js';

/** Scores that tie often. */
const tied = (sketch: Sketch): Sketch => ({
  ...sketch,
  edges: sketch.edges.map(([s, t, score, capacity]) => [s, t, score > 5000 ? 2 : 1, capacity]),
});

const pairsOf = (problem: Problem, edges: readonly number[]): { source: Int32Array; sink: Int32Array } => ({
  source: Int32Array.from(edges, (e) => problem.rowStart.findIndex((start) => start > e) - 1),
  sink: Int32Array.from(edges, (e) => problem.sink[e] ?? 0),
});

/** The same problem with a point more, out of very many, for each unit on a chosen edge: the definition. */
function withBonus(problem: Problem, edges: ReadonlySet<number>): Problem {
  return { ...problem, score: Int32Array.from(problem.score, (points, e) => points * 10_000 + (edges.has(e) ? 1 : 0)) };
}

describe('of equally good plans', () => {
  it.each([
    ['single units', sketches({ nodes: 6, edges: 20, units: 1, classes: 2 })],
    ['several units', sketches({ nodes: 6, edges: 20, units: 4, classes: 2 })],
    ['limits on edges', sketches({ nodes: 6, edges: 20, units: 4, classes: 2, capacity: 2 })],
  ])('the one that keeps the most of the previous is taken, with %s', (_, sketch) => {
    const property = fc.property(sketch, fc.array(fc.nat(19)), (plain, chosen) => {
      const problem = problemOf(tied(plain));
      const edges = [...new Set(chosen)].filter((e) => e < problem.sink.length).sort((a, b) => a - b);
      const solution = solve(problem, { previous: pairsOf(problem, edges) });
      const best = solve(withBonus(problem, new Set(edges)));
      const keptBy = (flow: number[]): number => edges.reduce((sum, e) => sum + (flow[e] ?? 0), 0);
      expect(objective(solution)).toEqual(objective(solve(problem)));
      expect(solution.proven).toBe(true);
      expect(keptBy(flowOf(problem, solution))).toBe(keptBy(flowOf(problem, best)));
      expect(solution.moved).toBe(edges.filter((e) => (flowOf(problem, solution)[e] ?? 0) === 0).length);
    });
    fc.assert(property, { numRuns: 300, seed: 5 });
  });

  it('solving again with its own plan as the previous one moves nobody', () => {
    const property = fc.property(sketches({ nodes: 12, edges: 70, units: 3, classes: 3 }), (plain) => {
      const problem = problemOf(tied(plain));
      const first = solve(problem);
      const again = solve(problem, { previous: pairsOf(problem, [...first.edge]) });
      expect(again.moved).toBe(0);
      expect(flowOf(problem, again)).toEqual(flowOf(problem, first));
    });
    // A source with units to spare, and two sinks that it could fill as well one way as the other.
    const spare: Sketch = {
      ...{ supply: [2, 3], demand: [3, 1, 2], priority: [2, 2, 2] },
      edges: [[1, 0, 0, undefined], [1, 2, 0, undefined], [0, 1, 9999, undefined], [0, 0, 10_000, undefined]],
    }; // prettier-ignore
    fc.assert(property, { numRuns: 200, seed: 6, examples: [[spare]] });
  });
});
