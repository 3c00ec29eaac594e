// node bench/edges.mjs [supplies] [demands]: how long it takes from a labour market in memory to the rows of its feasible
// pairs, and on a small market whether they are the pairs and scores that looking at every pair finds. Needs a build.
import console from 'node:console';
import process from 'node:process';
import { performance } from 'node:perf_hooks';
import { buildEdges } from '../dist/src/matching/edges/build-edges.js';
import { Solver } from '../dist/src/matching/solver/solver.service.js';
import { PairJudge } from '../dist/src/matching/edges/pair-judge.js';
import { drawMarket, TODAY, WEIGHTS } from './instances/market.mjs';
import { median } from './median.mjs';

/** @typedef {import('./instances/market.mjs').Market} Market */

const RUNS = 5;
const SMALL = { supplies: 2_000, demands: 300 };
const [supplies = 100_000, demands = 10_000] = process.argv.slice(2).map(Number);
const market = drawMarket(supplies, demands);
report(`${supplies} supplies, ${demands} demands`, market);
await planned(market);
compare(drawMarket(SMALL.supplies, SMALL.demands));

/** @param {string} name @param {Market} market */
function report(name, market) {
  const runs = [];
  let growth;
  let built;
  for (let i = 0; i < RUNS; i++) {
    const before = process.memoryUsage();
    const started = performance.now();
    built = buildAll(market);
    runs.push(performance.now() - started);
    growth ??= growthSince(before);
  }
  console.log(`${name}: ${built.tested} pairs looked at, ${built.sink.length} edges`);
  console.log(`  ${Math.round(median(runs))} ms, median of ${runs.map(Math.round).join(' ')}`);
  console.log(`  grew by ${growth} in the first run`);
}

/** From entities to a proven plan, by threads as the service does it. @param {Market} market */
async function planned(market) {
  const { supplies, demands } = market;
  const started = performance.now();
  const edges = buildAll(market);
  const built = performance.now();
  const solver = new Solver();
  const { filled, score, proven } = await solver.solve({
    supply: Int32Array.from(supplies, ({ workerIds }) => workerIds.length),
    demand: Int32Array.from(demands, ({ seatsOpen }) => seatsOpen),
    priority: Uint8Array.from(demands, ({ priority }) => priority),
    ...edges,
  });
  const ended = performance.now();
  await solver.onApplicationShutdown();
  const parts = [built - started, ended - built].map(Math.round).join(' + ');
  console.log(`  ${Math.round(ended - started)} ms from entities to plan = ${parts} of edges and solving`);
  console.log(
    `  filled ${filled}, score ${score}, ${proven ? 'proven' : 'not proven'}; peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB resident`,
  );
}

/** @param {Market} market */
function compare(market) {
  const started = performance.now();
  const built = buildAll(market);
  const buildMs = performance.now() - started;
  const before = process.memoryUsage();
  const judging = performance.now();
  const judge = new PairJudge(market.substitutes, WEIGHTS, TODAY);
  const scores = market.supplies.map((supply) => market.demands.map((demand) => judge.judge(supply, demand)?.score));
  const judgeMs = performance.now() - judging;
  const growth = growthSince(before);
  let edges = 0;
  for (const [s, row] of scores.entries()) {
    const expected = row.flatMap((score, d) => (score === undefined ? [] : [`${d} ${score}`]));
    const found = [];
    for (let e = built.rowStart[s]; e < built.rowStart[s + 1]; e++) found.push(`${built.sink[e]} ${built.score[e]}`);
    if (found.sort().join() !== expected.sort().join()) throw new Error(`Supply ${s} has ${found}, not ${expected}`);
    edges += expected.length;
  }
  console.log(
    `${market.supplies.length} supplies, ${market.demands.length} demands, every pair: ${edges} edges, equal`,
  );
  console.log(`  ${Math.round(judgeMs)} ms, grew by ${growth}; ${Math.round(buildMs)} ms by way of the grid`);
}

/** @param {Market} market */
function buildAll({ supplies, demands, substitutes }) {
  return buildEdges(supplies, demands, substitutes, WEIGHTS, TODAY);
}

/** @param {NodeJS.MemoryUsage} before */
function growthSince(before) {
  const now = process.memoryUsage();
  const mb = (key) => `${Math.round((now[key] - before[key]) / 1e6)} MB`;
  return `${mb('heapUsed')} of heap, ${mb('arrayBuffers')} of arrays, ${mb('rss')} resident`;
}
