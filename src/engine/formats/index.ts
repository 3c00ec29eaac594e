import { readDimacsAssignment } from './dimacs-assignment.js';
import { readDimacsFlow } from './dimacs-flow.js';
import { readLmk } from './lmk.js';
import { readNetworkCsv } from './network-csv.js';
import type { NetworkFile, ReadOptions } from './network-file.js';

export { FormatError, type Place } from './format.errors.js';
export { costOf, type NetworkFile, type ReadOptions } from './network-file.js';
export { planText } from './plan-text.js';

export interface NetworkForm {
  readonly title: string;
  /** Throws a FormatError. */
  readonly read: (bytes: Uint8Array, options: ReadOptions) => NetworkFile;
}

/** The forms of files that the engine reads, by the extension that such files carry. */
export const networkForms: ReadonlyMap<string, NetworkForm> = new Map([
  ['.asn', { title: 'DIMACS assignment', read: readDimacsAssignment }],
  ['.min', { title: 'DIMACS minimum-cost flow', read: readDimacsFlow }],
  ['.lmk', { title: 'binary labour market', read: readLmk }],
  ['.csv', { title: 'sources, sinks and edges', read: readNetworkCsv }],
]);
