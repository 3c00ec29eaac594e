import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { problemOf, type Sketch, sketches } from '../../../test/support/sketch.js';
import { solve } from '../index.js';
import { costOf, FormatError, type NetworkFile, planText } from './index.js';
import { readNetworkCsv } from './network-csv.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, byPriority = true): NetworkFile => readNetworkCsv(bytesOf(text), { byPriority });

function faultOf(bytes: Uint8Array): string {
  try {
    readNetworkCsv(bytes, { byPriority: true });
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return `${error.place ? Object.values(error.place).join() : '-'} ${error.message}`;
  }
  return 'none';
}

const text = '# a\n\nedge,织造,茶 "A",900,3\nsource,织造,4\nsink,shoes,2\r\n sink , 茶 "A" ,5 , 2\nedge,织造,shoes,0\n';

/** Nodes in the order of their indices, then the edges in the order in which they were drawn. */
function csvOf({ supply, demand, priority, edges }: Sketch): string {
  return [
    ...supply.map((units, s) => `source,worker ${s},${units}`),
    ...demand.map((units, t) => `sink,${t},${units},${priority[t] ?? 1}`),
    ...edges.map(([s, t, ...worth]) =>
      ['edge', `worker ${s}`, t, ...worth.filter((field) => field !== undefined)].join(','),
    ),
  ].join('\n');
}

describe('the CSV form', () => {
  it('is read with edges before their ends, blanks, comments and Chinese names', () => {
    const { problem, sourceId, sinkId } = read(text);
    expect(problem.supply).toEqual(Int32Array.of(4));
    expect(problem.demand).toEqual(Int32Array.of(5, 2));
    expect(problem.priority).toEqual(Uint8Array.of(2, 1));
    expect(problem.score).toEqual(Int32Array.of(900, 0));
    expect(problem.capacity).toEqual(Int32Array.of(3, 2 ** 31 - 1));
    expect([sourceId(0), sinkId(0), sinkId(1)]).toEqual(['织造', '茶 "A"', 'shoes']);
  });

  it('asks for the highest score and answers with the names', () => {
    const file = read(text);
    const solution = solve(file.problem);
    expect(costOf(file, solution)).toBeUndefined();
    expect(planText(file, solution)).toBe('source,sink,units\n织造,茶 "A",3\n织造,shoes,1\n');
  });

  it('has no classes unless they are asked for', () => {
    expect(read(text, false).problem.priority).toEqual(Uint8Array.of(1, 1));
  });

  it('may begin with a byte order mark, and may give a source and a sink the same name', () => {
    expect(read('\uFEFFsource,A,1\nsink,A,1\nedge,A,A,5').problem.sink).toEqual(Int32Array.of(0));
  });

  it('knows more names than fit into its first table', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `source,n${i},${i}`);
    const { problem, sourceId } = read(names.join('\n'));
    expect(problem.supply[2999]).toBe(2999);
    expect(sourceId(2999)).toBe('n2999');
    expect(faultOf(bytesOf([...names, 'source,n17,1'].join('\n')))).toBe(
      '3001 The source is a duplicate of an earlier one',
    );
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(sketches({ nodes: 6, edges: 30, units: 9, classes: 3, capacity: 5 }), (sketch) => {
        const expected = problemOf(sketch);
        const { problem } = read(csvOf(sketch));
        expect({ ...problem, score: Uint16Array.from(problem.score) }).toEqual(expected);
      }),
    );
  });

  it.each([
    ['', '- The file is empty'],
    ['# nothing\n\n', '- There is no source, sink or edge'],
    ['source,A,1\nSink,B,1', '2 The line begins with none of source, sink and edge'],
    ['source,A', '1 The supply is missing'],
    ['source,A,', '1 The supply is missing'],
    ['source, ,1', '1 The source id is missing'],
    ['source', '1 The source id is missing'],
    ['source,A,-1', '1 The supply is below 0'],
    ['source,A,2147483648', '1 The supply is above 2147483647'],
    ['source,A,1e3', '1 The supply is not an integer'],
    ['source,A,1,2', '1 There is more on the line than belongs there'],
    ['source,A,1,', '1 There is more on the line than belongs there'],
    ['sink,A,1,0', '1 The class is below 1'],
    ['sink,A,1,256', '1 The class is above 255'],
    ['sink,A,1,', '1 The class is missing'],
    ['sink,A,1\n\nsink,A,1', '3 The sink is a duplicate of an earlier one'],
    ['source,A,1\nsink,B,1\nedge,A,B,-1', '3 The score is below 0'],
    ['source,A,1\nsink,B,1\nedge,A,B', '3 The score is missing'],
    ['source,A,1\nsink,B,1\nedge,A,B,1,2,3', '3 There is more on the line than belongs there'],
    ['edge,A,C,1\nedge,A,C,1\nsource,A,1', '1 There is no sink "C"'],
    ['edge,A,C,1\nedge,A,C,1\nsource,A,1\nsink,C,1', '2 The edge is a duplicate of an earlier one'],
  ])('is refused: %j', (malformed, fault) => {
    expect(faultOf(bytesOf(malformed))).toBe(fault);
  });

  it('is refused where a name is no UTF-8', () => {
    expect(faultOf(Uint8Array.of(...bytesOf('# a\nsource,A'), 0xff, ...bytesOf(',1')))).toBe(
      '2 The source id is not UTF-8',
    );
  });

  it('is read or refused when damaged, nothing else', () => {
    const damage = fc.array(fc.tuple(fc.nat(120), fc.oneof(fc.constantFrom(...bytesOf(',\n\r -09se#')), fc.nat(255))), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(damage, fc.nat(120), (changes, length) => {
        const bytes = bytesOf(text).slice(0, length);
        for (const [at, byte] of changes) bytes.fill(byte, at, at + 1);
        try {
          solve(readNetworkCsv(bytes, { byPriority: true }).problem);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
