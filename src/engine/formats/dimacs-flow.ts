import { readDimacs } from './dimacs.js';
import { type LineReader, MAX_INTEGER } from './line-reader.js';
import type { NetworkFile } from './network-file.js';

/**
 * DIMACS minimum-cost flow whose arcs lead from nodes with supply to nodes with demand: `p min NODES ARCS`,
 * `n ID FLOW`, `a SOURCE TARGET LOW CAPACITY COST`. Throws a FormatError.
 */
export function readDimacsFlow(bytes: Uint8Array): NetworkFile {
  return readDimacs(bytes, {
    designator: 'min',
    units: (lines) => lines.integer('flow', -MAX_INTEGER),
    otherUnits: 0,
    limit: readLimit,
  });
}

function readLimit(lines: LineReader): number {
  if (lines.integer('lower bound', 0) > 0) throw lines.fault('The lower bound is not 0');
  return lines.integer('capacity', 0);
}
