// Every solver reads the same file: `.lmk` where all supplies are 1, else `.min`.
import { readLmk, writeLmk } from './lmk-file.mjs';
import { readMin, writeMin } from './min-file.mjs';

/** @param {string} path ends in .lmk or .min @returns {import('./network.mjs').Network} */
export function readNetwork(path) {
  return path.endsWith('.lmk') ? readLmk(path) : readMin(path);
}

/** @param {string} path @param {import('./network.mjs').Network} network */
export function writeNetwork(path, network) {
  if (path.endsWith('.lmk')) writeLmk(path, network);
  else writeMin(path, network);
}

/** The network as it is when all sinks are equally urgent. @param {import('./network.mjs').Network} network */
export function withoutClasses(network) {
  return { ...network, priority: new Uint8Array(network.priority.length).fill(1) };
}
