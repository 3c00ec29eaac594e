import { describe, expect, it } from 'vitest';
import { EngineInputError, NetworkBuilder, type Problem, solve } from './index.js';

const sound: Problem = {
  supply: Int32Array.of(1, 2),
  demand: Int32Array.of(2, 1),
  priority: Uint8Array.of(1, 2),
  rowStart: Int32Array.of(0, 2, 3),
  sink: Int32Array.of(0, 1, 0),
  score: Uint16Array.of(10, 20, 30),
};

function refusal(act: () => unknown): string {
  try {
    act();
    return 'none';
  } catch (error) {
    if (error instanceof EngineInputError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('a problem', () => {
  const cases: readonly (readonly [Partial<Problem>, string])[] = [
    [{}, 'none'],
    [{ supply: Int32Array.of(1, -2) }, 'NEGATIVE_SUPPLY: Source 1 has supply -2'],
    [{ demand: Int32Array.of(-1, 1) }, 'NEGATIVE_DEMAND: Sink 0 has demand -1'],
    [{ priority: Uint8Array.of(1, 0) }, 'PRIORITY_OUT_OF_RANGE: Sink 1 has priority 0, the least is 1'],
    [{ sink: Int32Array.of(0, 2, 0) }, 'INDEX_OUT_OF_RANGE: Edge 1 leads to sink 2 of 2'],
    [{ sink: Int32Array.of(-1, 1, 0) }, 'INDEX_OUT_OF_RANGE: Edge 0 leads to sink -1 of 2'],
    [{ sink: Int32Array.of(1, 1, 0) }, 'DUPLICATE_EDGE: Source 0 has two edges to sink 1'],
    [{ sink: Int32Array.of(1, 0, 0) }, 'none'],
    [{ score: Int32Array.of(1, 2, -3) }, 'SCORE_OUT_OF_RANGE: Edge 2 scores -3 of 2147483647'],
    [{ score: Int32Array.of(1, 2, 2 ** 31 - 1) }, 'none'],
    [{ capacity: Int32Array.of(1, -2, 3) }, 'NEGATIVE_CAPACITY: Edge 1 has capacity -2'],
    [{ capacity: Int32Array.of(1) }, 'SHAPE_MISMATCH: capacity has 1 entries, sink has 3'],
    [{ score: Uint16Array.of(1, 2, 10_001) }, 'SCORE_OUT_OF_RANGE: Edge 2 scores 10001 of 10000'],
    [{ score: Uint16Array.of(1) }, 'SHAPE_MISMATCH: score has 1 entries, sink has 3'],
    [{ priority: Uint8Array.of(1) }, 'SHAPE_MISMATCH: priority has 1 entries, demand has 2'],
    [{ rowStart: Int32Array.of(0, 3) }, 'SHAPE_MISMATCH: rowStart has 2 entries, supply plus one has 3'],
    [{ rowStart: Int32Array.of(1, 2, 3) }, 'SHAPE_MISMATCH: rowStart begins with 1, not 0'],
    [{ rowStart: Int32Array.of(0, 4, 3) }, 'SHAPE_MISMATCH: Row 1 ends at 3, before its start 4'],
    [{ rowStart: Int32Array.of(0, 1, 2) }, 'SHAPE_MISMATCH: last row has 2 entries, sink has 3'],
  ];

  it.each(cases)('with %j is answered by %s', (change, expected) => {
    expect(refusal(() => solve({ ...sound, ...change }))).toBe(expected);
  });

  it('whose total score might not be exact is refused', () => {
    const builder = new NetworkBuilder();
    for (let i = 0; i < 420; i++) {
      builder.addSource(2 ** 31 - 1);
      builder.addSink(2 ** 31 - 1);
    }
    expect(refusal(() => solve(builder.finish()))).toMatch(/^TOO_LARGE: 901943131740 units may score more than/);
  });

  it('with as much as one edge can carry is exact', () => {
    const builder = new NetworkBuilder();
    const units = 2 ** 31 - 1;
    builder.addEdge(builder.addSource(units), builder.addSink(units, 255), 10_000);
    expect(solve(builder.finish())).toMatchObject({ filled: units, score: units * 10_000, proven: true });
  });
});

describe('the builder', () => {
  it('lays out edges by source, then sink, whatever order they come in', () => {
    const builder = new NetworkBuilder();
    builder.addSink(2);
    builder.addSink(1, 2);
    builder.addSource(1);
    builder.addSource(2);
    builder.addEdge(1, 0, 30);
    builder.addEdge(0, 1, 20);
    builder.addEdge(0, 0, 10);
    expect(builder.finish()).toEqual(sound);
  });

  it('grows with the edges', () => {
    const builder = new NetworkBuilder();
    for (let i = 0; i < 50; i++) {
      builder.addSource(1);
      builder.addSink(1);
    }
    for (let i = 0; i < 2500; i++) builder.addEdge(i % 50, Math.floor(i / 50), i);
    const { rowStart, sink, score } = builder.finish();
    expect([rowStart.at(-1), sink.length, score[51]]).toEqual([2500, 2500, 51]);
    expect(Array.from(score.subarray(0, 3))).toEqual([0, 50, 100]);
  });

  const withEnds = (): NetworkBuilder => {
    const builder = new NetworkBuilder();
    builder.addSource(1);
    builder.addSink(1);
    return builder;
  };
  const twice = (): Problem => {
    const builder = withEnds();
    builder.addEdge(0, 0, 1);
    builder.addEdge(0, 0, 2);
    return builder.finish();
  };
  const mistakes: readonly (readonly [string, () => unknown])[] = [
    ['NEGATIVE_SUPPLY: Supply -1 is below 0', () => withEnds().addSource(-1)],
    ['NEGATIVE_DEMAND: Demand -1 is below 0', () => withEnds().addSink(-1)],
    ['PRIORITY_OUT_OF_RANGE: Priority 256 is above 255', () => withEnds().addSink(1, 256)],
    ['PRIORITY_OUT_OF_RANGE: Priority 0 is below 1', () => withEnds().addSink(1, 0)],
    ['TOO_LARGE: Supply 2147483648 is above 2147483647', () => withEnds().addSource(2 ** 31)],
    ['NOT_AN_INTEGER: Demand 1.5 is not an integer', () => withEnds().addSink(1.5)],
    ['NOT_AN_INTEGER: Supply NaN is not an integer', () => withEnds().addSource(NaN)],
    ['INDEX_OUT_OF_RANGE: Source 1 is above 0', () => withEnds().addEdge(1, 0, 5)],
    ['INDEX_OUT_OF_RANGE: Sink -1 is below 0', () => withEnds().addEdge(0, -1, 5)],
    ['SCORE_OUT_OF_RANGE: Score 10001 is above 10000', () => withEnds().addEdge(0, 0, 10_001)],
    ['DUPLICATE_EDGE: Source 0 has two edges to sink 0', twice],
  ];

  it.each(mistakes)('says %s', (expected, act) => {
    expect(refusal(act)).toBe(expected);
  });
});
