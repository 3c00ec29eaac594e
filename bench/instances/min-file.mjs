// `.min`: networks with any supplies as text, the DIMACS format for least-cost flow. An arc's cost is 10000 - score.
// Supplies and demands need not be equal: as much as can be is to be moved. Classes are in comments.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const BEST = 10_000;
const NEWLINE = 10;
const LINES_A_WRITE = 20_000;

/** @param {string} path @param {import('./network.mjs').Network} network */
export function writeMin(path, network) {
  const file = openSync(path, 'w');
  let lines = [];
  for (const line of linesOf(network)) {
    if (lines.push(line) < LINES_A_WRITE) continue;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  }
  writeSync(file, `${lines.join('\n')}\n`);
  closeSync(file);
}

function* linesOf({ supply, demand, priority, rowStart, sink, score, capacity }) {
  yield 'c supplies and demands are the most that may be moved; cost = 10000 - score; "c class NODE CLASS"';
  yield `p min ${supply.length + demand.length} ${sink.length}`;
  for (const [s, units] of supply.entries()) yield `n ${s + 1} ${units}`;
  for (const [t, units] of demand.entries()) yield `n ${supply.length + t + 1} ${-units}`;
  for (const [t, level] of priority.entries()) yield `c class ${supply.length + t + 1} ${level}`;
  for (let s = 0; s < supply.length; s++) {
    for (let e = rowStart[s]; e < rowStart[s + 1]; e++) {
      const t = sink[e];
      const most = Math.min(supply[s], demand[t], capacity?.[e] ?? Infinity);
      yield `a ${s + 1} ${supply.length + t + 1} 0 ${most} ${BEST - score[e]}`;
    }
  }
}

/**
 * Reads what `writeMin` writes: sources before sinks, arcs by source and sink. `capacity` is there only where an arc
 * holds less than its two ends. @param {string} path @returns {import('./network.mjs').Network}
 */
export function readMin(path) {
  const nodes = [];
  const classes = [];
  let edges = 0;
  let network;
  for (const { kind, numbers } of records(readFileSync(path))) {
    if (kind === 'p') edges = numbers[1];
    else if (kind === 'n') nodes.push(numbers[1]);
    else if (kind === 'class') classes.push(numbers[1]);
    else if (kind === 'a') {
      network ??= emptyNetwork(nodes, classes, edges);
      addArc(network, numbers);
    }
  }
  if (!network) throw new Error(`${path} has no arcs`);
  return finished(network);
}

function emptyNetwork(nodes, classes, edges) {
  const sources = nodes.findIndex((units) => units < 0);
  return {
    supply: Int32Array.from(nodes.slice(0, sources)),
    demand: Int32Array.from(nodes.slice(sources), (units) => -units),
    priority: Uint8Array.from(classes),
    rowStart: new Int32Array(sources + 1),
    sink: new Int32Array(edges),
    score: new Uint16Array(edges),
    capacity: new Int32Array(edges),
    count: 0,
    isLimited: false,
  };
}

function addArc(network, [from, to, , most, cost]) {
  const { supply, demand, count } = network;
  const s = from - 1;
  const t = to - supply.length - 1;
  network.rowStart[from]++;
  network.sink[count] = t;
  network.score[count] = BEST - cost;
  network.capacity[count] = most;
  if (most < Math.min(supply[s], demand[t])) network.isLimited = true;
  network.count++;
}

function finished({ count: _count, isLimited, capacity, ...network }) {
  for (let s = 1; s < network.rowStart.length; s++) network.rowStart[s] += network.rowStart[s - 1];
  return isLimited ? { ...network, capacity } : network;
}

/** The lines one by one, so that the text is never held as strings. @param {Buffer} file */
function* records(file) {
  for (let at = 0; at < file.length;) {
    const end = file.indexOf(NEWLINE, at);
    const line = file.toString('latin1', at, end);
    at = end + 1;
    const kind = line.startsWith('c class ') ? 'class' : line[0];
    yield { kind, numbers: (line.match(/(?<= )-?\d+(?= |$)/g) ?? []).map(Number) };
  }
}
