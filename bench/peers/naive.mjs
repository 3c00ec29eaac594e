// node bench/peers/naive.mjs FILE fill|priority greedy|first-come: what a marketplace without an optimizer does.
//   greedy: the best pair anywhere is placed, then the next best (class by class in mode priority)
//   first-come: sinks come in a random order (class by class in mode priority), and each takes its best of what is left
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { readNetwork, withoutClasses } from '../instances/network-file.mjs';
import { smallFastRandom } from '../instances/random.mjs';
import { peakMemoryMb } from '../peak-memory.mjs';
import { valueOf } from './linear-program.mjs';

const SEED = 777;
const BEST = 10_000;
const RULES = { greedy: edgesByWorth, 'first-come': edgesByArrival };

const [path, mode, rule] = process.argv.slice(2);
const read = readNetwork(path);
const network = mode === 'priority' ? read : withoutClasses(read);
const cpu = process.cpuUsage();
const start = performance.now();
const taken = take(network, RULES[rule](network));
const solveMs = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
const value = valueOf(network, taken);
console.log(
  JSON.stringify({ ...value, proven: false, solveMs, cpuMs: (user + system) / 1000, peakMb: peakMemoryMb() }),
);

/** Along each edge in turn all that both ends still have. @returns {[number, number][]} edge and units */
function take({ supply, demand, rowStart, sink, capacity }, order) {
  const sourceOf = new Int32Array(sink.length);
  for (let s = 0; s < supply.length; s++) sourceOf.fill(s, rowStart[s], rowStart[s + 1]);
  const left = supply.slice();
  const lacking = demand.slice();
  const taken = [];
  for (const e of order) {
    const units = Math.min(left[sourceOf[e]], lacking[sink[e]], capacity?.[e] ?? Infinity);
    if (units === 0) continue;
    left[sourceOf[e]] -= units;
    lacking[sink[e]] -= units;
    taken.push([e, units]);
  }
  return taken;
}

function edgesByWorth({ priority, sink, score }) {
  const highest = priority.reduce((most, level) => Math.max(most, level), 1);
  const scores = BEST + 1;
  return stableOrder(
    everyEdge(sink),
    (e) => (highest - priority[sink[e]]) * scores + BEST - score[e],
    highest * scores,
  );
}

function edgesByArrival({ priority, demand, sink, score }) {
  const comers = smallFastRandom(SEED).shuffle(Int32Array.from(demand, (_, t) => t));
  comers.sort((a, b) => priority[b] - priority[a]);
  const place = new Int32Array(demand.length);
  for (const [i, t] of comers.entries()) place[t] = i;
  const bestFirst = stableOrder(everyEdge(sink), (e) => BEST - score[e], BEST + 1);
  return stableOrder(bestFirst, (e) => place[sink[e]], demand.length);
}

function everyEdge(sink) {
  return Int32Array.from(sink, (_, e) => e);
}

/** Sorts by counting; equals stay in the order they had. @param {(e: number) => number} keyOf 0..keys - 1 */
function stableOrder(edges, keyOf, keys) {
  const next = new Int32Array(keys + 1);
  for (const e of edges) next[keyOf(e) + 1]++;
  for (let key = 0; key < keys; key++) next[key + 1] += next[key];
  const order = new Int32Array(edges.length);
  for (const e of edges) order[next[keyOf(e)]++] = e;
  return order;
}
