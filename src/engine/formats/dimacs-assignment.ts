import { readDimacs } from './dimacs.js';
import { MAX_INTEGER } from './line-reader.js';
import type { NetworkFile } from './network-file.js';

/**
 * DIMACS assignment: `p asn NODES ARCS`, `n ID` for each node of the left side, `a LEFT RIGHT COST`. Every node has one
 * unit. Throws a FormatError.
 */
export function readDimacsAssignment(bytes: Uint8Array): NetworkFile {
  return readDimacs(bytes, { designator: 'asn', units: () => 1, otherUnits: -1, limit: () => MAX_INTEGER });
}
