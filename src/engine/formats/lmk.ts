import { MAX_SCORE } from '../problem.js';
import { FormatError } from './format.errors.js';
import { MAX_INTEGER } from './line-reader.js';
import type { NetworkFile, ReadOptions } from './network-file.js';

const MAGIC = 'LMK1';
const HEADER_BYTES = 16;
const MAX_CLASS = 3;
/** More than any score, so that a sink and a score make one sortable number. */
const SINK_STEP = 2 ** 14;

/**
 * Little endian: `LMK1`, u32 sources, sinks, edges; u32 demand[sinks]; u32 class[sinks], 1..3; u32 rowStart[sources + 1];
 * u32 sink[edges]; u16 score[edges], 0..10000. Every source has one unit; a row's edges come in any order. Ids are
 * indices. Throws a FormatError.
 */
export function readLmk(bytes: Uint8Array, { byPriority }: ReadOptions): NetworkFile {
  const words = new Words(bytes);
  const { sources, sinks, edges } = readHeader(bytes, words);
  const demand = Int32Array.from({ length: sinks }, () => words.u32('demand', 0, MAX_INTEGER));
  const classes = Uint8Array.from({ length: sinks }, () => words.u32('class', 1, MAX_CLASS));
  const rowStart = readRowStart(words, sources, edges);
  const sinkFrom = words.at;
  const sink = new Int32Array(edges);
  for (let e = 0; e < edges; e++) sink[e] = words.u32('sink', 0, sinks - 1);
  const score = new Uint16Array(edges);
  for (let e = 0; e < edges; e++) score[e] = words.u16('score', MAX_SCORE);
  for (let s = 0; s < sources; s++) {
    const from = rowStart[s];
    const end = rowStart[s + 1];
    if (isAscending(sink, from, end)) continue;
    sortRow(sink, score, from, end);
    if (!isAscending(sink, from, end)) throw duplicateFault(words, sinkFrom + Uint32Array.BYTES_PER_ELEMENT * from);
  }
  return {
    problem: {
      supply: new Int32Array(sources).fill(1),
      demand,
      priority: byPriority ? classes : new Uint8Array(sinks).fill(1),
      rowStart,
      sink,
      score,
    },
    maxCost: undefined,
    sourceId: (s) => s,
    sinkId: (t) => t,
  };
}

interface Sizes {
  readonly sources: number;
  readonly sinks: number;
  readonly edges: number;
}

function readHeader(bytes: Uint8Array, words: Words): Sizes {
  if (bytes.length === 0) throw new FormatError('The file is empty');
  for (let i = 0; i < MAGIC.length; i++)
    if (bytes[i] !== MAGIC.charCodeAt(i)) throw new FormatError(`The file does not begin with ${MAGIC}`, { byte: i });
  if (bytes.length < HEADER_BYTES) throw new FormatError('The file ends in its header', { byte: bytes.length });
  words.at = MAGIC.length;
  const sources = words.u32('number of sources', 0, MAX_INTEGER - 1);
  const sinks = words.u32('number of sinks', 0, MAX_INTEGER);
  const edges = words.u32('number of edges', 0, MAX_INTEGER);
  const size = HEADER_BYTES + 8 * sinks + 4 * (sources + 1) + 6 * edges;
  if (bytes.length < size) throw new FormatError(`The file ends before its ${size} bytes`, { byte: bytes.length });
  if (bytes.length > size) throw new FormatError('The file goes on after its last score', { byte: size });
  return { sources, sinks, edges };
}

function readRowStart(words: Words, sources: number, edges: number): Int32Array {
  const rowStart = new Int32Array(sources + 1);
  words.u32('start of the first row', 0, 0);
  for (let s = 1; s <= sources; s++) rowStart[s] = words.u32('end of a row', rowStart[s - 1], edges);
  if (rowStart[sources] < edges)
    throw new FormatError('The rows end before the last edge', { byte: words.at - Uint32Array.BYTES_PER_ELEMENT });
  return rowStart;
}

function isAscending(sink: Int32Array, from: number, end: number): boolean {
  for (let e = from + 1; e < end; e++) if (sink[e] <= sink[e - 1]) return false;
  return true;
}

/** Names the first edge of a row that has two alike, as the file has it, whose sink came before. */
function duplicateFault(words: Words, rowFrom: number): FormatError {
  const seen = new Set<number>();
  words.at = rowFrom;
  for (;;) {
    const byte = words.at;
    const sink = words.u32('sink', 0, MAX_INTEGER);
    if (seen.has(sink)) return new FormatError('The edge is a duplicate of an earlier one', { byte });
    seen.add(sink);
  }
}

function sortRow(sink: Int32Array, score: Uint16Array, from: number, end: number): void {
  const keys = Float64Array.from(sink.subarray(from, end), (t, i) => t * SINK_STEP + score[from + i]).sort();
  for (let i = 0; i < keys.length; i++) {
    sink[from + i] = Math.floor(keys[i] / SINK_STEP);
    score[from + i] = keys[i] % SINK_STEP;
  }
}

/** Reads one number after the other, each within limits. The caller has made sure that they are there. */
class Words {
  at = 0;
  private readonly view: DataView;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array) {
    this.view = new DataView(buffer, byteOffset, byteLength);
  }

  u32(what: string, least: number, most: number): number {
    const value = this.view.getUint32(this.at, true);
    if (value < least || value > most) throw this.fault(what, value, least, most);
    this.at += Uint32Array.BYTES_PER_ELEMENT;
    return value;
  }

  u16(what: string, most: number): number {
    const value = this.view.getUint16(this.at, true);
    if (value > most) throw this.fault(what, value, 0, most);
    this.at += Uint16Array.BYTES_PER_ELEMENT;
    return value;
  }

  private fault(what: string, value: number, least: number, most: number): FormatError {
    return new FormatError(`The ${what} is ${value}, not from ${least} to ${most}`, { byte: this.at });
  }
}
