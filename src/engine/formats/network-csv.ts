import { MAX_PRIORITY } from '../problem.js';
import { EdgeCollector } from './edge-collector.js';
import { FormatError } from './format.errors.js';
import { IdTable } from './id-table.js';
import { LineReader, lineOfRecord, type LineSyntax } from './line-reader.js';
import type { NetworkFile, ReadOptions } from './network-file.js';

const syntax: LineSyntax = { separator: 'comma', comment: '#' };
const UNKNOWN = -1;
/** What bytes that are no UTF-8 are decoded to. */
const UNDECODABLE = '\uFFFD';

/**
 * `source,ID,SUPPLY`, `sink,ID,DEMAND[,CLASS]` and `edge,SOURCE_ID,SINK_ID,SCORE[,CAPACITY]` in any order. Sources and
 * sinks are numbered as they are first named, by an edge or by their own line. Throws a FormatError.
 */
export function readNetworkCsv(bytes: Uint8Array, { byPriority }: ReadOptions): NetworkFile {
  const lines = new LineReader(bytes, syntax);
  const sources = new NodeLines(lines, 'source');
  const sinks = new NodeLines(lines, 'sink');
  const edges = new EdgeCollector(1024);
  while (lines.next()) {
    lines.nextField();
    if (lines.isField('edge')) {
      const source = sources.readId();
      const sink = sinks.readId();
      const score = lines.integer('score', 0);
      edges.add(source, sink, score, lines.hasField() ? lines.integer('capacity', 0) : undefined);
    } else if (lines.isField('source')) sources.readNode('supply');
    else if (lines.isField('sink')) sinks.readNode('demand', MAX_PRIORITY);
    else throw lines.fault('The line begins with none of source, sink and edge');
    lines.endLine();
  }
  if (sources.units.length + sinks.units.length === 0) throw new FormatError('There is no source, sink or edge');
  checkKnown(sources, sinks);
  const { rowStart, sink, worth, capacity } = edges.rows(sources.units.length, sinks.units.length, (k) =>
    lineOfRecord(bytes, syntax, 'e', k),
  );
  return {
    problem: {
      supply: Int32Array.from(sources.units),
      demand: Int32Array.from(sinks.units),
      priority: byPriority ? Uint8Array.from(sinks.classes) : new Uint8Array(sinks.units.length).fill(1),
      rowStart,
      sink,
      score: worth,
      capacity,
    },
    maxCost: undefined,
    sourceId: (s) => sources.ids[s],
    sinkId: (t) => sinks.ids[t],
  };
}

/** All sources, or all sinks, that lines have named so far. */
class NodeLines {
  /** Supply or demand; UNKNOWN while only edges have named the node. */
  readonly units: number[] = [];
  readonly classes: number[] = [];
  readonly firstLine: number[] = [];
  private readonly table: IdTable;

  constructor(
    private readonly lines: LineReader,
    readonly what: 'source' | 'sink',
  ) {
    this.table = new IdTable(lines.bytes);
  }

  get ids(): readonly string[] {
    return this.table.ids;
  }

  readId(): number {
    const { lines } = this;
    lines.demandField(`${this.what} id`);
    const index = this.table.numberOf(lines.from, lines.to);
    if (index < this.units.length) return index;
    if (this.ids[index].includes(UNDECODABLE)) throw lines.fault(`The ${this.what} id is not UTF-8`);
    this.classes.push(1);
    this.firstLine.push(lines.line);
    return this.units.push(UNKNOWN) - 1;
  }

  readNode(units: 'supply' | 'demand', mostClass = 0): void {
    const { lines } = this;
    const index = this.readId();
    if (this.units[index] !== UNKNOWN) throw lines.fault(`The ${this.what} is a duplicate of an earlier one`);
    this.units[index] = lines.integer(units, 0);
    if (mostClass > 0 && lines.hasField()) this.classes[index] = lines.integer('class', 1, mostClass);
  }
}

function checkKnown(...ends: readonly NodeLines[]): void {
  for (const { what, units, ids, firstLine } of ends) {
    const unknown = units.indexOf(UNKNOWN);
    if (unknown >= 0)
      throw new FormatError(`There is no ${what} ${JSON.stringify(ids[unknown])}`, { line: firstLine[unknown] });
  }
}
