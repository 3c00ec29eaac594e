import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { objective, problemOf, type Sketch, sketches } from '../../../test/support/sketch.js';
import { explainerOf, solve, type Solution, type Worth } from '../index.js';

const any = fc.oneof(
  sketches({ nodes: 7, edges: 24, units: 1, classes: 3 }),
  sketches({ nodes: 7, edges: 24, units: 5, classes: 3 }),
);

/** By how much one plan is better than another. */
function difference(a: Solution, b: Solution): Worth {
  const classUnits = (plan: Solution): number => plan.filledByClass.reduce((sum, units, k) => sum + k * units, 0);
  return { classUnits: classUnits(a) - classUnits(b), points: a.score - b.score };
}

const isGain = ({ classUnits, points }: Worth): boolean => classUnits > 0 || (classUnits === 0 && points > 0);

const raised = (values: readonly number[], i: number): number[] => values.map((value, j) => value + (i === j ? 1 : 0));

describe('an explanation', () => {
  const holds = (property: (sketch: Sketch) => void): void =>
    fc.assert(fc.property(any, property), { numRuns: 300, seed: 9 });

  it('says what one more unit of demand would be worth', () =>
    holds((sketch) => {
      const problem = problemOf(sketch);
      const solution = solve(problem);
      const explainer = explainerOf(problem, solution);
      for (const t of sketch.demand.keys()) {
        const { oneMore, short } = explainer.sink(t);
        const more = solve(problemOf({ ...sketch, demand: raised(sketch.demand, t) }));
        const gain = difference(more, solution);
        if (oneMore && isGain(oneMore.worth)) expect(oneMore.worth).toEqual(gain);
        else expect(objective(more)).toEqual(objective(solution));
        if (short > 0) expect(oneMore === undefined || !isGain(oneMore.worth)).toBe(true);
      }
    }));

  it('says what one more unit of supply would be worth', () =>
    holds((sketch) => {
      const problem = problemOf(sketch);
      const solution = solve(problem);
      const explainer = explainerOf(problem, solution);
      for (const s of sketch.supply.keys()) {
        const { oneMore } = explainer.source(s);
        const more = solve(problemOf({ ...sketch, supply: raised(sketch.supply, s) }));
        if (oneMore && isGain(oneMore.worth)) expect(oneMore.worth).toEqual(difference(more, solution));
        else expect(objective(more)).toEqual(objective(solution));
      }
    }));

  it('names, for whoever is short, competitors who together ask for more than all their candidates have', () =>
    holds((sketch) => {
      const problem = problemOf(sketch);
      const explainer = explainerOf(problem, solve(problem));
      for (const [t, demand] of sketch.demand.entries()) {
        const { short, block } = explainer.sink(t);
        if (short === 0 || block === undefined) {
          expect(block).toBeUndefined();
          continue;
        }
        expect(block.sinks).toContain(t);
        expect(block.demand).toBeGreaterThan(block.supply);
        expect(block.demand).toBeGreaterThanOrEqual(demand);
        const candidates = sketch.edges.filter(([, sink]) => block.sinks.includes(sink)).map(([s]) => s);
        expect(new Set(block.sources)).toEqual(new Set(candidates));
        expect(Math.min(...block.sinks.map((sink) => sketch.priority[sink] ?? 0))).toBe(sketch.priority[t]);
      }
    }));

  it('names, for whoever is left over, rivals who together have more than all their sinks ask for', () =>
    holds((sketch) => {
      const problem = problemOf(sketch);
      const explainer = explainerOf(problem, solve(problem));
      for (const s of sketch.supply.keys()) {
        const { spare, block } = explainer.source(s);
        if (spare === 0 || block === undefined) {
          expect(block).toBeUndefined();
          continue;
        }
        expect(block.sources).toContain(s);
        expect(block.supply).toBeGreaterThan(block.demand);
        const reachable = sketch.edges.filter(([source]) => block.sources.includes(source)).map(([, t]) => t);
        expect(new Set(block.sinks)).toEqual(new Set(reachable));
      }
    }));

  it('tells who competes and who would have to move', () => {
    const sketch: Sketch = {
      supply: [1, 1],
      demand: [1, 2],
      priority: [2, 1],
      edges: [
        [0, 0, 900],
        [0, 1, 800],
        [1, 1, 300],
      ],
    };
    const explainer = explainerOf(problemOf(sketch), solve(problemOf(sketch)));
    expect(explainer.sink(1)).toMatchObject({
      short: 1,
      idle: 0,
      candidates: [
        { sink: 0, units: 1 },
        { sink: 1, units: 1 },
      ],
      oneMore: { worth: { classUnits: -1, points: -100 }, sources: [0], sinks: [1, 0] },
      block: { sinks: [1, 0], sources: [0, 1], demand: 3, supply: 2 },
    });
  });
});
