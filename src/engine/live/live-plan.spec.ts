import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { objective, problemOf, type Sketch, sketches } from '../../../test/support/sketch.js';
import {
  type Change,
  EngineInputError,
  givenBy,
  LivePlan,
  type Problem,
  proofOf,
  roomyClassStep,
  solve,
  verify,
} from '../index.js';

const kinds = [
  'addSource',
  'addSink',
  'removeSource',
  'removeSink',
  'setSupply',
  'setDemand',
  'setEdge',
  'setEdgesOfSource',
  'setEdgesOfSink',
  'pin',
] as const;
const unit = fc.nat(0xffff);
const event = fc.record({
  kind: fc.constantFrom(...kinds),
  a: unit,
  b: unit,
  units: fc.nat(9),
  score: fc.oneof(fc.constantFrom(0, 5000, 10_000), fc.nat(10_000)),
  more: fc.uniqueArray(fc.tuple(unit, fc.nat(10_000)), { maxLength: 5, selector: ([node]) => node }),
});
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** Applies an event to what there is; answers what it changed, or undefined where it cannot be. */
function apply(live: LivePlan, { kind, a, b, units, score, more }: Event, most: number): Change[] | undefined {
  const sources = [...Array(live.sourceCount).keys()].filter((s) => live.isSource(s));
  const sinks = [...Array(live.sinkCount).keys()].filter((t) => live.isSink(t));
  const source = sources.at(a % sources.length);
  const sink = sinks.at(b % sinks.length);
  const amount = Math.min(units, most);
  const ends = (nodes: readonly number[]) => {
    const chosen = new Map(more.map(([node, worth]) => [nodes[node % nodes.length] ?? -1, worth]));
    return [...chosen].filter(([node]) => node >= 0).map(([node, worth]) => ({ node, score: worth }));
  };
  if (kind === 'addSource') return live.addSource(amount, ends(sinks)).changes;
  if (kind === 'addSink') return live.addSink(units, 1 + (a % 3), ends(sources)).changes;
  if (kind === 'removeSource' && source !== undefined) return live.removeSource(source);
  if (kind === 'removeSink' && sink !== undefined) return live.removeSink(sink);
  if (kind === 'setEdgesOfSource' && source !== undefined) return live.setEdgesOfSource(source, ends(sinks));
  if (kind === 'setEdgesOfSink' && sink !== undefined) return live.setEdgesOfSink(sink, ends(sources));
  if (kind === 'setSupply' && source !== undefined) return live.setSupply(source, amount);
  if (kind === 'setDemand' && sink !== undefined) return live.setDemand(sink, units);
  if (source === undefined || sink === undefined) return undefined;
  if (kind === 'setEdge') return live.setEdge(source, sink, units < 3 ? undefined : { score });
  const pinned = Math.min(amount, live.supply[source] ?? 0, live.demand[sink] ?? 0);
  const changes = live.pin(source, sink, pinned);
  return units % 2 === 0 ? changes : [...changes, ...live.unpin(source, sink, pinned)];
}

function flows(live: LivePlan): Map<string, number> {
  const found = new Map<string, number>();
  for (let s = 0; s < live.sourceCount; s++)
    for (let t = 0; t < live.sinkCount; t++) {
      const units = live.unitsBetween(s, t);
      if (units > 0) found.set(`${s} ${t}`, units);
    }
  return found;
}

function withChanges(before: ReadonlyMap<string, number>, changes: readonly Change[]): Map<string, number> {
  const after = new Map(before);
  for (const { source, sink, units } of changes) {
    const sum = (after.get(`${source} ${sink}`) ?? 0) + units;
    if (sum === 0) after.delete(`${source} ${sink}`);
    else after.set(`${source} ${sink}`, sum);
  }
  return after;
}

type Begin = (problem: Problem) => LivePlan;

/** As another process made it: solved with some of its edges as the previous plan's. */
const fromSolution: Begin = (problem) => {
  const previous = { source: Int32Array.of(0), sink: problem.sink.slice(0, 1) };
  const isThere = problem.rowStart.length > 1 && problem.rowStart[1] !== 0;
  const classStep = roomyClassStep(problem, 4);
  return new LivePlan(problem, { from: solve(problem, { classStep, ...(isThere && { previous }) }) });
};

function staysOptimal(
  sketch: fc.Arbitrary<Sketch>,
  most: number,
  seed: number,
  begin: Begin = (problem) => new LivePlan(problem),
): void {
  const property = fc.property(sketch, fc.array(event, { minLength: 1, maxLength: 12 }), (start, events) => {
    const live = begin(problemOf(start));
    for (const next of events) {
      const before = flows(live);
      const changes = apply(live, next, most);
      if (changes === undefined) continue;
      expect(withChanges(before, changes)).toEqual(flows(live));
      const { problem, allocation, duals } = proofOf(live);
      expect([...Array(live.sourceCount).keys()].flatMap((s) => givenBy(live, s)).length).toBe(flows(live).size);
      expect(verify(problem, allocation, duals)).toEqual({ ok: true });
      expect(objective(allocation)).toEqual(objective(solve(problem)));
    }
  });
  fc.assert(property, { numRuns: 400, seed });
}

describe('a living plan stays as good as one made from nothing, and tells what changed', () => {
  it('with single units', () => staysOptimal(sketches({ nodes: 8, edges: 30, units: 1, classes: 3 }), 1, 1));
  it('with several units', () => staysOptimal(sketches({ nodes: 8, edges: 30, units: 9, classes: 3 }), 9, 2));
  it('with limits on edges', () =>
    staysOptimal(sketches({ nodes: 8, edges: 30, units: 9, classes: 2, capacity: 4 }), 9, 3));
  it('from a solution, single units', () =>
    staysOptimal(sketches({ nodes: 8, edges: 30, units: 1, classes: 3 }), 1, 5, fromSolution));
  it('from a solution, several units, limits', () =>
    staysOptimal(sketches({ nodes: 8, edges: 30, units: 9, classes: 2, capacity: 4 }), 9, 6, fromSolution));
  it('from nothing', () => staysOptimal(sketches({ nodes: 1, edges: 0, units: 1, classes: 1 }), 4, 4));
});

describe('a living plan', () => {
  const two: Sketch = { supply: [1, 1], demand: [1, 1], priority: [1, 1], edges: [[0, 0, 10], [1, 0, 5], [1, 1, 3]] }; // prettier-ignore

  it('moves nobody when nothing better has come', () => {
    const live = new LivePlan(problemOf(two));
    expect(live.addSource(1, [{ node: 0, score: 9 }]).changes).toEqual([]);
    expect(live.setEdge(0, 0, { score: 8 })).toEqual([{ source: 0, sink: 0, units: -1 }, { source: 2, sink: 0, units: 1 }]); // prettier-ignore
    expect(live.setEdge(2, 0, { score: 10 })).toEqual([]);
    expect(live.setDemand(1, 7)).toEqual([]);
  });

  it('keeps a pinned pair out of every later change', () => {
    const live = new LivePlan(problemOf(two));
    expect(live.pin(1, 0, 1)).toEqual([{ source: 0, sink: 0, units: -1 }, { source: 1, sink: 1, units: -1 }]); // prettier-ignore
    expect(live.removeSource(0)).toEqual([]);
    expect(live.unpin(1, 0, 1)).toEqual([{ source: 1, sink: 0, units: 1 }]);
  });

  const refusals: readonly (readonly [string, (live: LivePlan) => unknown])[] = [
    ['INDEX_OUT_OF_RANGE: There is no source 2', (live) => live.removeSource(2)],
    ['INDEX_OUT_OF_RANGE: There is no sink -1', (live) => live.setDemand(-1, 3)],
    ['NOT_AN_INTEGER: Supply NaN is not an integer', (live) => live.setSupply(0, NaN)],
    ['NEGATIVE_DEMAND: Demand -1 is below 0', (live) => live.setDemand(0, -1)],
    ['TOO_LARGE: Supply 2147483648 is above 2147483647', (live) => live.addSource(2 ** 31, [])],
    ['DUPLICATE_EDGE: Two edges lead to 0', (live) => live.addSource(1, [{ node: 0, score: 1 }, { node: 0, score: 2 }])],
    ['INDEX_OUT_OF_RANGE: An edge leads to 5, which is not there', (live) => live.addSink(1, 1, [{ node: 5, score: 1 }])],
    ['SCORE_OUT_OF_RANGE: Score 10001 is not between 0 and 10000', (live) => live.setEdge(0, 0, { score: 10_001 })],
    ['PRIORITY_OUT_OF_RANGE: Priority 0 is not between 1 and 255', (live) => live.addSink(1, 0, [])],
    ['TOO_LARGE: 2 units cannot be pinned where 1 are free', (live) => live.pin(0, 0, 2)],
    ['SHAPE_MISMATCH: A plan made without limits on edges cannot take one', (live) => live.setEdge(0, 0, { score: 1, capacity: 1 })],
  ]; // prettier-ignore

  it.each(refusals)('answers %s, and is as it was', (expected, act) => {
    const live = new LivePlan(problemOf(two));
    const before = flows(live);
    let answer = 'none';
    try {
      act(live);
    } catch (error) {
      if (!(error instanceof EngineInputError)) throw error;
      answer = `${error.code}: ${error.message}`;
    }
    expect(answer).toBe(expected);
    expect(flows(live)).toEqual(before);
  });
});
