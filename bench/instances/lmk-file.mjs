// `.lmk`: networks whose sources have one unit each, in binary, little endian: 'LMK1', u32 sources, sinks, edges;
// u32 demand[sinks]; u32 class[sinks]; u32 rowStart[sources + 1]; u32 sink[edges]; u16 score[edges].
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const MAGIC = 'LMK1';
const HEADER_BYTES = 16;
const MOST_BYTES_A_WRITE = 1 << 28;

/** @param {string} path @param {import('./network.mjs').Network} network */
export function writeLmk(path, { supply, demand, priority, rowStart, sink, score }) {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 'latin1');
  header.writeUInt32LE(supply.length, 4);
  header.writeUInt32LE(demand.length, 8);
  header.writeUInt32LE(sink.length, 12);
  const file = openSync(path, 'w');
  for (const part of [header, demand, Int32Array.from(priority), rowStart, sink, score]) writeAll(file, part);
  closeSync(file);
}

function writeAll(file, { buffer, byteOffset, byteLength }) {
  for (let at = 0; at < byteLength;)
    at += writeSync(file, new Uint8Array(buffer, byteOffset + at, Math.min(MOST_BYTES_A_WRITE, byteLength - at)));
}

/** The edges are views of the file's bytes, not copies. @param {string} path @returns {import('./network.mjs').Network} */
export function readLmk(path) {
  const file = readFileSync(path);
  if (file.toString('latin1', 0, 4) !== MAGIC) throw new Error(`${path} is no .lmk file`);
  const isAligned = file.byteOffset % 4 === 0;
  const bytes = isAligned ? file : Uint8Array.from(file);
  const [, sources, sinks, edges] = new Int32Array(bytes.buffer, bytes.byteOffset, 4);
  let at = bytes.byteOffset + HEADER_BYTES;
  const take = (length) => {
    const part = new Int32Array(bytes.buffer, at, length);
    at += part.byteLength;
    return part;
  };
  const demand = take(sinks);
  const priority = Uint8Array.from(take(sinks));
  const rowStart = take(sources + 1);
  const sink = take(edges);
  const score = new Uint16Array(bytes.buffer, at, edges);
  return { supply: new Int32Array(sources).fill(1), demand, priority, rowStart, sink, score };
}
