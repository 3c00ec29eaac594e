import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  allocationWith,
  flowOf,
  isBetter,
  objective,
  problemOf,
  type Sketch,
  sketches,
} from '../../test/support/sketch.js';
import { NetworkBuilder, type Problem, solve, verify } from './index.js';
import { Pace } from './pace.js';
import { noStart, planFor, solutionOf } from './solve.js';

const medium = sketches({ nodes: 12, edges: 60, units: 9, classes: 3 });
const mediumSingle = sketches({ nodes: 12, edges: 60, units: 1, classes: 3 });
const mediumLimited = sketches({ nodes: 12, edges: 60, units: 9, classes: 3, capacity: 5 });
/** Enough for shortages of several classes that touch. */
const crowded = sketches({ nodes: 30, edges: 150, units: 1, classes: 3 });
const any = fc.oneof(medium, mediumSingle, mediumLimited, crowded);

/** The best objective over every feasible flow there is. */
function bestOfAll({ supply, demand, priority, edges }: Sketch): number[] {
  const spare = [...supply];
  const short = [...demand];
  const filledByClass = [0, 0, 0, 0];
  let best = [0, 0, 0, 0];
  const decide = (edge: number, score: number): void => {
    const [s, t, worth, capacity = Infinity] = edges[edge] ?? [-1, -1, 0];
    if (s < 0) {
      const found = objective({ filledByClass, score });
      if (isBetter(found, best)) best = found;
      return;
    }
    const move = (units: number): void => {
      spare[s] = (spare[s] ?? 0) - units;
      short[t] = (short[t] ?? 0) - units;
      const k = priority[t] ?? 0;
      filledByClass[k] = (filledByClass[k] ?? 0) + units;
    };
    const most = Math.min(spare[s] ?? 0, short[t] ?? 0, capacity);
    for (let units = 0; units <= most; units++) {
      move(units);
      decide(edge + 1, score + units * worth);
      move(-units);
    }
  };
  decide(0, 0);
  return best;
}

/** The same problem with source s called order[s], and sink t called order[t]. */
function rename({ supply, demand, priority, edges }: Sketch, order: readonly number[]): Sketch {
  const renamed = (values: readonly number[]): number[] => order.map((_, i) => values[order.indexOf(i)] ?? 0);
  return {
    supply: renamed(supply),
    demand: renamed(demand),
    priority: renamed(priority),
    edges: edges.map(([s, t, ...worth]) => [order[s] ?? 0, order[t] ?? 0, ...worth]),
  };
}

describe('solve finds what trying every plan finds', () => {
  const check = (classes: number, units: number, capacity?: number): void =>
    fc.assert(
      fc.property(sketches({ nodes: 4, edges: 7, units, classes, ...(capacity && { capacity }) }), (sketch) => {
        const solution = solve(problemOf(sketch));
        expect(objective(solution)).toEqual(bestOfAll(sketch));
        expect(solution.proven).toBe(true);
      }),
      { numRuns: 1000, seed: 20261101 + classes },
    );

  it('with one class and single units', () => check(1, 1));
  it('with one class and several units', () => check(1, 3));
  it('with three classes and single units', () => check(3, 1));
  it('with three classes and several units', () => check(3, 3));
  it('with limits on edges', () => check(2, 3, 2));
  it('with limits on edges and single units', () => check(2, 1, 1));
});

describe('solve', () => {
  const holds = (property: (sketch: Sketch) => void): void =>
    fc.assert(fc.property(any, property), { numRuns: 500, seed: 7 });

  it('answers the worked example of the README', () => {
    const sketch = {
      supply: [1, 1, 1],
      demand: [1, 2],
      priority: [2, 1],
      edges: [
        [0, 0, 9000],
        [0, 1, 8000],
        [1, 0, 7000],
        [2, 0, 1000],
      ],
    } satisfies Sketch;
    const solution = solve(problemOf(sketch));
    expect(Array.from(solution.edge)).toEqual([1, 2]);
    expect(Array.from(solution.units)).toEqual([1, 1]);
    expect(solution).toMatchObject({ filled: 2, filledByClass: [0, 1, 1], score: 15_000, proven: true });
    expect(Array.from(solution.duals.sourcePrice)).toEqual([68_001, 6000, 0]);
    expect(Array.from(solution.duals.sinkPrice)).toEqual([121_002, 0]);
  });

  it('never lets any amount of score outbid one more unit filled', () => {
    const length = 200;
    const builder = new NetworkBuilder();
    for (let i = 0; i < length; i++) builder.addSource(1);
    for (let i = 0; i < length; i++) builder.addSink(1);
    for (let i = 0; i < length; i++) {
      if (i > 0) builder.addEdge(i, i - 1, 10_000);
      builder.addEdge(i, i, 0);
    }
    expect(solve(builder.finish())).toMatchObject({ filled: length, score: 0, proven: true });
  });

  it('never lets any amount of score or lower classes outbid a higher class', () => {
    const builder = new NetworkBuilder();
    const source = builder.addSource(1);
    builder.addEdge(source, builder.addSink(1, 254), 10_000);
    builder.addEdge(source, builder.addSink(1, 255), 0);
    const { filledByClass, proven } = solve(builder.finish());
    expect([filledByClass[254], filledByClass[255], proven]).toEqual([0, 1, true]);
  });

  it('proves every plan', () => {
    const shapes = fc.oneof(any, crowded, crowded);
    fc.assert(
      fc.property(shapes, (sketch) => solve(problemOf(sketch)).proven),
      { numRuns: 1000, seed: 12 },
    );
  });

  it('gives the same plan and prices for the same problem', () =>
    holds((sketch) => {
      expect(solve(problemOf(sketch))).toEqual(solve(problemOf({ ...sketch, edges: sketch.edges.toReversed() })));
    }));

  it('prefers the lower index between equals', () => {
    const equal = { supply: [1, 1], demand: [1, 1], priority: [1, 1] };
    const oneSink = solve(
      problemOf({
        ...equal,
        edges: [
          [0, 1, 5],
          [1, 1, 5],
        ],
      }),
    );
    expect(Array.from(oneSink.edge)).toEqual([0]);
    const oneSource = solve(
      problemOf({
        ...equal,
        edges: [
          [1, 0, 5],
          [1, 1, 5],
        ],
      }),
    );
    expect(Array.from(oneSource.edge)).toEqual([0]);
  });

  it('reaches the same objective whatever the sources and sinks are called', () => {
    const order = fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 });
    const small = fc.oneof(medium, mediumSingle, mediumLimited);
    const property = fc.property(small, order, (sketch, names) => {
      expect(objective(solve(problemOf(rename(sketch, names))))).toEqual(objective(solve(problemOf(sketch))));
    });
    fc.assert(property, { numRuns: 300, seed: 8 });
  });

  it('does twice as well when everything is there twice', () =>
    holds((sketch) => {
      const size = sketch.supply.length;
      const again = sketch.edges.map(([s, t, ...worth]) => [s + size, t + size, ...worth] as const);
      const twice = {
        supply: [...sketch.supply, ...sketch.supply],
        demand: [...sketch.demand, ...sketch.demand],
        priority: [...sketch.priority, ...sketch.priority],
        edges: [...sketch.edges, ...again],
      };
      const once = objective(solve(problemOf(sketch)));
      expect(objective(solve(problemOf(twice)))).toEqual(once.map((value) => 2 * value));
    }));

  it('fills no less, in total or from the top class down, when a source joins', () =>
    holds((sketch) => {
      const joined = solve(problemOf(sketch));
      const without = solve(problemOf({ ...sketch, edges: sketch.edges.filter(([s]) => s > 0) }));
      expect(joined.filled).toBeGreaterThanOrEqual(without.filled);
      expect(isBetter(objective(without), objective(joined))).toBe(false);
    }));

  it('fills as much with classes as without', () =>
    holds((sketch) => {
      const flat = { ...sketch, priority: sketch.priority.map(() => 1) };
      expect(solve(problemOf(sketch)).filled).toBe(solve(problemOf(flat)).filled);
    }));

  it('leaves a plan that verify rejects once a unit is dropped or moved to a worse edge', () =>
    holds((sketch) => {
      const problem = problemOf(sketch);
      const solution = solve(problem);
      const best = objective(solution);
      const flow = flowOf(problem, solution);
      for (const e of solution.edge) {
        for (const other of [-1, ...problem.sink.keys()]) {
          const changed = flow.with(e, (flow[e] ?? 0) - 1);
          if (other >= 0) changed[other] = (changed[other] ?? 0) + 1;
          const spoilt = allocationWith(problem, changed);
          if (other !== e && isBetter(best, objective(spoilt))) {
            expect(verify(problem, spoilt, solution.duals).ok).toBe(false);
          }
        }
      }
    }));

  it('answers problems without sources, sinks or edges', () => {
    expect(solve(new NetworkBuilder().finish())).toMatchObject({ filled: 0, score: 0, proven: true });
    const nothing = { supply: [3], demand: [], priority: [], edges: [] };
    expect(solve(problemOf(nothing))).toMatchObject({ filled: 0, proven: true });
    expect(solve(problemOf({ supply: [0], demand: [5], priority: [1], edges: [[0, 0, 1]] })).proven).toBe(true);
  });

  describe('when it has to stop', () => {
    const edges = Array.from({ length: 144 }, (_, i) => [i % 12, Math.floor(i / 12), i] as const);
    const twelve = Array<number>(12).fill(1);

    it.each([1, 2])(
      'gives a feasible plan, no worse than taking what is left in turn, with %i units a source',
      (units) => {
        const problem = problemOf({ supply: twelve.map(() => units), demand: twelve, priority: twelve, edges });
        for (let patience = 0; patience < 30; patience++) {
          let asked = 0;
          const solution = solve(problem, { shouldStop: () => ++asked > patience });
          expect(solution.filled).toBe(12);
          expect(allocationWith(problem, flowOf(problem, solution))).toMatchObject({
            filled: 12,
            score: solution.score,
          });
        }
      },
    );

    it('because its time is up, says that nothing is proven', () => {
      const problem = problemOf({ supply: twelve, demand: twelve, priority: twelve, edges });
      expect(solve(problem, { timeBudgetMs: 0 })).toMatchObject({ filled: 12, proven: false });
      expect(solve(problem, { timeBudgetMs: 60_000 })).toMatchObject({ filled: 12, proven: true });
    });
  });

  it('reports progress that only grows, phase by phase', () => {
    const seen: string[] = [];
    const problem = problemOf({ supply: [1, 1], demand: [1, 1], priority: [1, 2], edges: [[0, 0, 1]] });
    solve(problem, { onProgress: ({ phase, share }) => seen.push(`${phase} ${share}`) });
    expect(seen).toEqual(['read 0', 'bid 0', 'fill 0', 'fill 0.5', 'prove 0', 'prove 1']);
  });

  describe('by the slow way, when the fast one', () => {
    const generous = { lowestPrice: -Infinity, raisesPerSink: 50, scarceRaisesPerSink: 50 };
    const solveWithin = (problem: Problem, limits: typeof generous): ReturnType<typeof solve> => {
      const pace = new Pace({});
      return solutionOf(planFor(problem, pace, { limits }), pace);
    };

    it('finds prices out of range, is as good', () =>
      holds((sketch) => {
        const problem = problemOf(sketch);
        const slow = solveWithin(problem, noStart);
        expect(slow.proven).toBe(true);
        expect(objective(slow)).toEqual(objective(solve(problem)));
      }));

    it('does not settle, is as good', () =>
      holds((sketch) => {
        const problem = problemOf(sketch);
        const slow = solveWithin(problem, { ...generous, raisesPerSink: -Infinity });
        expect(slow.proven).toBe(true);
        expect(objective(slow)).toEqual(objective(solve(problem)));
      }));

    it('does not settle in shortage, is as good', () =>
      holds((sketch) => {
        const problem = problemOf(sketch);
        const slow = solveWithin(problem, { ...generous, scarceRaisesPerSink: -Infinity });
        expect(slow.proven).toBe(true);
        expect(objective(slow)).toEqual(objective(solve(problem)));
      }));
  });
});
