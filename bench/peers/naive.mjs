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
  return sortedEdges(sink.length, (e) => priority[sink[e]] * 16_384 + score[e]);
}

function edgesByArrival({ priority, demand, sink, score }) {
  const order = smallFastRandom(SEED).shuffle(Int32Array.from(demand, (_, t) => t));
  order.sort((a, b) => priority[b] - priority[a]);
  const arrival = new Int32Array(demand.length);
  for (const [place, t] of order.entries()) arrival[t] = demand.length - place;
  return sortedEdges(sink.length, (e) => arrival[sink[e]] * 16_384 + score[e]);
}

/** Edges by falling worth, those of equal worth by number: the two are packed in one number and sorted natively. */
function sortedEdges(count, worthOf) {
  const packed = new Float64Array(count);
  for (let e = 0; e < count; e++) packed[e] = -worthOf(e) * count + e;
  packed.sort();
  return Int32Array.from(packed, (value) => value - Math.floor(value / count) * count);
}
