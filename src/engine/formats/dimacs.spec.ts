import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { sketches, problemOf } from '../../../test/support/sketch.js';
import { type Problem, solve } from '../index.js';
import { costOf, FormatError, type NetworkFile, planText } from './index.js';
import { readDimacsAssignment } from './dimacs-assignment.js';
import { readDimacsFlow } from './dimacs-flow.js';

type Read = (bytes: Uint8Array) => NetworkFile;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function faultOf(read: Read, text: string): string {
  try {
    read(bytesOf(text));
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return `${error.place ? Object.values(error.place).join() : '-'} ${error.message}`;
  }
  return 'none';
}

/** Units of the cheapest fullest plan, and its cost. */
function answerTo(file: NetworkFile): [filled: number, cost: number | undefined] {
  const solution = solve(file.problem);
  expect(solution.proven).toBe(true);
  return [solution.filled, costOf(file, solution)];
}

function minText({ supply, demand, rowStart, sink, score, capacity }: Problem): string {
  const at = (values: ArrayLike<number>, i: number): number => values[i] ?? 0;
  const arcs = Array.from(supply).flatMap((_, s) =>
    Array.from(sink)
      .map((t, e) => `a ${s + 1} ${supply.length + t + 1} 0 ${capacity?.[e] ?? 99} ${-at(score, e)}`)
      .slice(at(rowStart, s), at(rowStart, s + 1)),
  );
  return [
    `p min ${supply.length + demand.length} ${sink.length}`,
    ...Array.from(supply, (units, s) => `n ${s + 1} ${units}`),
    ...Array.from(demand, (units, t) => `n ${supply.length + t + 1} ${-units}`),
    ...arcs.reverse(),
  ].join('\n');
}

const units = { min: 1, max: 9 };
const networks = sketches({ nodes: 5, edges: 20, units: 9, classes: 1, capacity: 5 }).map((sketch) =>
  problemOf({
    ...sketch,
    supply: sketch.supply.map((amount) => Math.max(units.min, amount)),
    demand: sketch.demand.map((amount) => Math.max(units.min, amount)),
  }),
);

const asn = 'c all of it\np asn 4 3\nn 2\nn 1\na 2 3 5\na 1 4 -3\na 1 3 4\n';
const min = 'p min 5 3\nn 1 4\nn 4 -3\nn 5 -2\na 1 5 0 1 7\na 1 4 0 3 -2\n';

describe('a DIMACS assignment', () => {
  it('is read with nodes by number and arcs in any order', () => {
    const { problem, sourceId, sinkId } = readDimacsAssignment(bytesOf(asn));
    expect(problem.supply).toEqual(Int32Array.of(1, 1));
    expect(problem.demand).toEqual(Int32Array.of(1, 1));
    expect(problem.rowStart).toEqual(Int32Array.of(0, 2, 3));
    expect(problem.sink).toEqual(Int32Array.of(0, 1, 0));
    expect(problem.score).toEqual(Int32Array.of(1, 8, 0));
    expect(problem.capacity).toBeUndefined();
    expect([sourceId(0), sourceId(1), sinkId(0), sinkId(1)]).toEqual([1, 2, 3, 4]);
  });

  it('asks for the lowest cost, which may be below zero', () => {
    const file = readDimacsAssignment(bytesOf(asn));
    expect(answerTo(file)).toEqual([2, 2]);
    expect(planText(file, solve(file.problem))).toBe('s 2\nf 1 4 1\nf 2 3 1\n');
    expect(answerTo(readDimacsAssignment(bytesOf('p asn 2 1\nn 1\na 1 2 -7')))).toEqual([1, -7]);
  });

  it('matches the most first, at whatever cost', () => {
    expect(answerTo(readDimacsAssignment(bytesOf('p asn 4 3\nn 1\nn 2\na 1 3 0\na 1 4 900\na 2 3 900')))).toEqual([
      2, 1800,
    ]);
  });

  it('may have no arcs and no nodes', () => {
    expect(answerTo(readDimacsAssignment(bytesOf('p asn 0 0')))).toEqual([0, 0]);
    expect(answerTo(readDimacsAssignment(bytesOf('p asn 3 0\nn 1')))).toEqual([0, 0]);
  });

  it('may have been written on Windows, with tabs and blank lines', () => {
    const text = asn.replaceAll('\n', ' \r\n\r\n').replaceAll(' ', '\t');
    expect(readDimacsAssignment(bytesOf(text)).problem).toEqual(readDimacsAssignment(bytesOf(asn)).problem);
  });

  it.each([
    ['', '- The file is empty'],
    ['c nothing\n\n', '- There is no problem line'],
    ['n 1\n', '1 The first line that is no comment is not the problem line'],
    ['p min 2 0', '1 The problem line does not begin with "p asn"'],
    ['p', '1 The kind of problem is missing'],
    ['p asn 2', '1 The number of arcs is missing'],
    ['p asn 2 0 0', '1 There is more on the line than belongs there'],
    ['p asn 99999999 0', '1 The number of nodes is above 16777216'],
    ['p asn 2 -1', '1 The number of arcs is below 0'],
    ['p asn 2 0\np asn 2 0', '2 There is a second problem line'],
    ['p asn 2 0\nx 1', '2 The line begins with none of c, p, n and a'],
    ['p asn 2 1\nn 1\nc\na 1 2 1.5', '4 The cost is not an integer'],
    ['p asn 2 1\nn 1\na 1 2 -', '3 The cost is not an integer'],
    ['p asn 2 1\nn 1\na 1 2', '3 The cost is missing'],
    ['p asn 2 1\nn 1\na 1 2 2147483648', '3 The cost is above 2147483647'],
    ['p asn 2 1\nn 1\na 1 2 -99999999999999999999', '3 The cost is below -2147483647'],
    ['p asn 2 1\nn 1\na 1 2 3 4', '3 There is more on the line than belongs there'],
    ['p asn 2 1\nn 1\na 1 3 3', '3 The second node is above 2'],
    ['p asn 2 1\nn 1\na 0 2 3', '3 The first node is below 1'],
    ['p asn 2 1\nn 1\na 2 1 3', '3 The arc leaves node 2, which has no supply'],
    ['p asn 2 1\nn 1\nn 2\na 1 2 3', '4 The arc leads to node 2, which has no demand'],
    ['p asn 2 1\nn 1\nn 1\na 1 2 3', '3 Node 1 is a duplicate of an earlier one'],
    ['p asn 3 2\nn 1\na 1 2 3\nn 2', '4 A node line comes after an arc line'],
    ['p asn 2 1\nn 1\na 1 2 3\na 1 2 3', '4 The problem line says that there are 1 arcs only'],
    ['c\np asn 2 2\nn 1\na 1 2 3\n', '2 The problem line says 2 arcs, there are 1'],
    ['p asn 4 4\nn 1\nn 2\na 2 3 3\na 1 3 3\n\na 2 3 4\na 1 3 1', '7 The edge is a duplicate of an earlier one'],
    ['p asn 3 2\nn 1\na 1 2 2147483647\na 1 3 -1', '- The costs lie more than 2147483647 apart'],
  ])('is refused: %j', (text, fault) => {
    expect(faultOf(readDimacsAssignment, text)).toBe(fault);
  });
});

describe('a DIMACS flow', () => {
  it('keeps nodes without supply or demand out, and capacities that matter', () => {
    const { problem, sourceId, sinkId } = readDimacsFlow(bytesOf(min.replace('p min 5 3', 'p min 5 2')));
    expect(problem.supply).toEqual(Int32Array.of(4));
    expect(problem.demand).toEqual(Int32Array.of(3, 2));
    expect(problem.score).toEqual(Int32Array.of(9, 0));
    expect(problem.capacity).toEqual(Int32Array.of(2 ** 31 - 1, 1));
    expect([sourceId(0), sinkId(0), sinkId(1)]).toEqual([1, 4, 5]);
  });

  it('asks for the lowest cost of the fullest flow', () => {
    const file = readDimacsFlow(bytesOf(min.replace('p min 5 3', 'p min 5 2')));
    expect(answerTo(file)).toEqual([4, 1]);
    expect(planText(file, solve(file.problem))).toBe('s 1\nf 1 4 3\nf 1 5 1\n');
  });

  it('has no capacities where none can matter', () => {
    expect(readDimacsFlow(bytesOf('p min 2 1\nn 1 4\nn 2 -9\na 1 2 0 4 1')).problem.capacity).toBeUndefined();
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(networks, (problem) => {
        const file = readDimacsFlow(bytesOf(minText(problem)));
        const solution = solve(problem);
        expect(file.problem.sink).toEqual(problem.sink);
        expect(file.problem.rowStart).toEqual(problem.rowStart);
        expect(answerTo(file)).toEqual([solution.filled, 0 - solution.score]);
      }),
    );
  });

  it.each([
    [min, '1 The problem line says 3 arcs, there are 2'],
    ['p min 3 1\nn 1 4\nn 2 -4\na 1 3 0 1 1', '4 The arc leads to node 3, which has no demand'],
    ['p min 3 1\nn 1 4\nn 2 -4\na 3 2 0 1 1', '4 The arc leaves node 3, which has no supply'],
    ['p min 2 1\nn 1 4\nn 2 -4\na 1 2 1 1 1', '4 The lower bound is not 0'],
    ['p min 2 1\nn 1 4\nn 2 -4\na 1 2 0 -1 1', '4 The capacity is below 0'],
    ['p min 2 1\nn 1 4\nn 2 -4\na 1 2 0 1', '4 The cost is missing'],
    ['p min 2 2\nn 1 4\nn 2 -4\na 1 2 0 1 1\na 1 2 0 1 2', '5 The edge is a duplicate of an earlier one'],
    ['p min 2 0\nn 1 2147483648', '2 The flow is above 2147483647'],
    ['p min 2 0\nn 1', '2 The flow is missing'],
    [
      'p min 2 1\nn 1 2147483647\nn 2 -2147483647\na 1 2 0 9 2147483647',
      '- The costs may add up to more than 9007199254740991',
    ],
  ])('is refused: %j', (text, fault) => {
    expect(faultOf(readDimacsFlow, text)).toBe(fault);
  });
});

describe('a damaged DIMACS file', () => {
  const damage = fc.array(
    fc.tuple(fc.nat(100), fc.oneof(fc.constantFrom(...bytesOf(' \n\r\t-0129acnp')), fc.nat(255))),
    {
      maxLength: 6,
    },
  );

  it.each([
    ['assignment', asn, readDimacsAssignment],
    ['flow', min, readDimacsFlow],
  ])('is read or refused, nothing else: %s', (_, text, read) => {
    fc.assert(
      fc.property(damage, fc.nat(100), (changes, length) => {
        const bytes = bytesOf(text).slice(0, length);
        for (const [at, byte] of changes) bytes.fill(byte, at, at + 1);
        try {
          solve(read(bytes).problem);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('may be any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(() => readDimacsFlow(bytes)).toThrow(FormatError);
      }),
    );
  });
});
