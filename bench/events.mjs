// Single events on a plan that lives: `node bench/events.mjs [FILE]`, by default the province of the other benchmarks.
// Every source or sink that goes comes back as a new one with new edges. Prints microseconds; verifies the end.
import process from 'node:process';
import { performance } from 'node:perf_hooks';
import { LivePlan, proofOf, verify } from '../dist/src/engine/index.js';
import { readNetwork, withoutClasses } from './instances/network-file.mjs';

const file = process.argv[2] ?? '.bench/province-1.lmk';
const problem = withoutClasses(readNetwork(file));
const live = new LivePlan(problem);
const times = new Map();

let state = 12_345;
const below = (limit) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

function timed(name, event) {
  const started = performance.now();
  const result = event();
  times.set(name, [...(times.get(name) ?? []), 1000 * (performance.now() - started)]);
  return result;
}

const sourceNow = Int32Array.from(problem.supply, (_, s) => s);
const sinkNow = Int32Array.from(problem.demand, (_, t) => t);
const columns = new Map();
for (const [t, units] of problem.demand.entries()) if (units >= 15 && units <= 25) columns.set(t, []);
for (let s = 0; s < sourceNow.length; s++)
  for (let e = problem.rowStart[s]; e < problem.rowStart[s + 1]; e++)
    columns.get(problem.sink[e])?.push({ source: s, score: problem.score[e] });

function sourceGoesAndComes() {
  let s = below(sourceNow.length);
  while (!live.isPlaced(sourceNow[s])) s = below(sourceNow.length);
  timed('a placed source goes', () => live.removeSource(sourceNow[s]));
  const edges = [];
  for (let e = problem.rowStart[s]; e < problem.rowStart[s + 1]; e++)
    edges.push({ node: sinkNow[problem.sink[e]], score: problem.score[e] });
  sourceNow[s] = timed('a source comes', () => live.addSource(1, edges)).source;
}

function sinkGoesAndComes(large) {
  const t = large[below(large.length)];
  timed('a sink of 15 to 25 units goes', () => live.removeSink(sinkNow[t]));
  const edges = columns.get(t).map(({ source, score }) => ({ node: sourceNow[source], score }));
  const event = () => live.addSink(problem.demand[t], problem.priority[t], edges);
  sinkNow[t] = timed('a sink of 15 to 25 units comes', event).sink;
}

for (let i = 0; i < 4000; i++) sourceGoesAndComes();
for (let i = 0; i < 400; i++) sinkGoesAndComes([...columns.keys()]);

for (const [name, list] of times) {
  list.sort((a, b) => a - b);
  const at = (share) => list[Math.floor(share * list.length)].toFixed(1).padStart(9);
  console.log(`${name.padEnd(32)} n ${list.length}  median ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}`);
}
const { problem: present, allocation, duals } = proofOf(live);
console.log(verify(present, allocation, duals).ok ? 'the plan is proven' : 'THE PLAN IS WRONG');
