import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { problemOf, sketches } from '../../../test/support/sketch.js';
import { EngineInputError, type Problem, solve } from '../index.js';
import { FormatError, planText } from './index.js';
import { readLmk } from './lmk.js';

interface Parts {
  readonly magic?: string;
  readonly sizes: readonly number[];
  readonly words: readonly number[];
  readonly scores: readonly number[];
}

function bytesOf({ magic = 'LMK1', sizes, words, scores }: Parts): Uint8Array {
  return Uint8Array.from([
    ...new TextEncoder().encode(magic),
    ...new Uint8Array(Uint32Array.from([...sizes, ...words]).buffer),
    ...new Uint8Array(Uint16Array.from(scores).buffer),
  ]);
}

function lmkOf({ supply, demand, priority, rowStart, sink, score }: Problem): Uint8Array {
  return bytesOf({
    sizes: [supply.length, demand.length, sink.length],
    words: [...demand, ...priority, ...rowStart, ...sink],
    scores: [...score],
  });
}

function faultOf(bytes: Uint8Array): string {
  try {
    readLmk(bytes, { byPriority: true });
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return `${error.place ? Object.values(error.place).join() : '-'} ${error.message}`;
  }
  return 'none';
}

/** Two sources, two sinks; the first row is out of order. */
const words = { demand: [2, 1], classes: [1, 3], rowStart: [0, 2, 3], sink: [1, 0, 0] };
const scores = [700, 10_000, 0];
const file = (changed: Partial<typeof words> = {}, changedScores = scores): Uint8Array =>
  bytesOf({ sizes: [2, 2, 3], words: Object.values({ ...words, ...changed }).flat(), scores: changedScores });

describe('an .lmk file', () => {
  it('is read with rows in any order', () => {
    const { problem } = readLmk(file(), { byPriority: true });
    expect(problem).toEqual({
      supply: Int32Array.of(1, 1),
      demand: Int32Array.of(2, 1),
      priority: Uint8Array.of(1, 3),
      rowStart: Int32Array.of(0, 2, 3),
      sink: Int32Array.of(0, 1, 0),
      score: Uint16Array.of(10_000, 700, 0),
    });
    expect(readLmk(file(), { byPriority: false }).problem.priority).toEqual(Uint8Array.of(1, 1));
  });

  it('calls sources and sinks by their indices', () => {
    const network = readLmk(file(), { byPriority: true });
    expect(planText(network, solve(network.problem))).toBe('source,sink,units\n0,1,1\n1,0,1\n');
  });

  it('comes back as it was written, from any place in memory', () => {
    fc.assert(
      fc.property(sketches({ nodes: 6, edges: 30, units: 9, classes: 3 }), fc.nat(7), (sketch, offset) => {
        const problem = problemOf({ ...sketch, supply: sketch.supply.map(() => 1) });
        const bytes = Uint8Array.from([...new Uint8Array(offset), ...lmkOf(problem)]).subarray(offset);
        expect(readLmk(bytes, { byPriority: true }).problem).toEqual(problem);
      }),
    );
  });

  it.each([
    ['empty', new Uint8Array(0), '- The file is empty'],
    [
      'another magic',
      bytesOf({ magic: 'LMK2', sizes: [0, 0, 0], words: [0], scores: [] }),
      '3 The file does not begin with LMK1',
    ],
    ['no header', file().slice(0, 9), '9 The file ends in its header'],
    ['truncated', file().slice(0, -1), '61 The file ends before its 62 bytes'],
    ['too long', Uint8Array.of(...file(), 0), '62 The file goes on after its last score'],
    [
      'huge sizes',
      bytesOf({ sizes: [1, 2 ** 32 - 1, 1], words: [], scores: [] }),
      '8 The number of sinks is 4294967295, not from 0 to 2147483647',
    ],
    ['a huge demand', file({ demand: [2 ** 31, 1] }), '16 The demand is 2147483648, not from 0 to 2147483647'],
    ['a class 0', file({ classes: [1, 0] }), '28 The class is 0, not from 1 to 3'],
    ['a class 4', file({ classes: [4, 1] }), '24 The class is 4, not from 1 to 3'],
    ['a late first row', file({ rowStart: [1, 2, 3] }), '32 The start of the first row is 1, not from 0 to 0'],
    ['rows that go back', file({ rowStart: [0, 2, 1] }), '40 The end of a row is 1, not from 2 to 3'],
    ['a row that ends too late', file({ rowStart: [0, 4, 3] }), '36 The end of a row is 4, not from 0 to 3'],
    ['edges without a row', file({ rowStart: [0, 1, 2] }), '40 The rows end before the last edge'],
    ['an unknown sink', file({ sink: [1, 2, 0] }), '48 The sink is 2, not from 0 to 1'],
    ['an edge twice', file({ sink: [1, 1, 0] }), '48 The edge is a duplicate of an earlier one'],
    ['a high score', file({}, [0, 10_001, 0]), '58 The score is 10001, not from 0 to 10000'],
  ])('is refused: %s', (_, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault);
  });

  it('is read or refused when damaged, nothing else', () => {
    const damage = fc.array(fc.tuple(fc.nat(61), fc.oneof(fc.nat(3), fc.nat(255))), { maxLength: 4 });
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = file();
        for (const [at, byte] of changes) bytes.fill(byte, at, at + 1);
        try {
          solve(readLmk(bytes, { byPriority: true }).problem);
        } catch (error) {
          expect(error instanceof FormatError || error instanceof EngineInputError).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
