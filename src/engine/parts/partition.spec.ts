import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { objective, problemOf, sketches } from '../../../test/support/sketch.js';
import { assemble, commonClassStep, partition, roomyClassStep, solve } from '../index.js';

describe('a problem solved in parts', () => {
  it('is solved as well as in one piece, and proven as a whole', () => {
    const sketch = sketches({ nodes: 14, edges: 16, units: 3, classes: 3 });
    const property = fc.property(sketch, fc.integer({ min: 1, max: 5 }), fc.boolean(), (plain, most, hasRoom) => {
      const problem = problemOf(plain);
      const parts = partition(problem, most);
      expect(parts.length).toBeLessThanOrEqual(most);
      expect(parts.reduce((sum, part) => sum + part.problem.sink.length, 0)).toBe(problem.sink.length);
      const classStep = hasRoom ? roomyClassStep(problem, 4) : commonClassStep(problem);
      const whole = assemble(
        problem,
        parts,
        parts.map((part) => solve(part.problem, { classStep })),
      );
      expect(whole.proven).toBe(true);
      expect(objective(whole)).toEqual(objective(solve(problem)));
    });
    fc.assert(property, { numRuns: 300, seed: 11 });
  });

  it('has parts of about the same size where its pieces allow', () => {
    const edges = Array.from({ length: 40 }, (_, i) => [i, i, 1] as const);
    const ones = Array<number>(40).fill(1);
    const parts = partition(problemOf({ supply: ones, demand: ones, priority: ones, edges }), 4);
    expect(parts.map((part) => part.problem.sink.length)).toEqual([10, 10, 10, 10]);
  });
});
