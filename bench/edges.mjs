// node bench/edges.mjs [supplies] [demands]: how long it takes from a labour market in memory to the rows of its feasible
// pairs, and on a small market whether they are the pairs and scores that looking at every pair finds. Needs a build.
import console from 'node:console';
import process from 'node:process';
import { performance } from 'node:perf_hooks';
import { buildEdges } from '../dist/src/matching/edges/build-edges.js';
import { Solver } from '../dist/src/matching/solver/solver.service.js';
import { PairJudge } from '../dist/src/matching/edges/pair-judge.js';
import { drawNeeds, drawWorkers, NO_SKILL, SKILLS } from './instances/labour-entities.mjs';
import { drawCounties, drawTrades, FAMILY, OCCUPATIONS } from './instances/labour-region.mjs';
import { cumulate, smallFastRandom } from './instances/random.mjs';
import { median } from './median.mjs';

/** @typedef {import('../dist/src/matching/edges/candidate.js').Supply} Supply */
/** @typedef {import('../dist/src/matching/edges/candidate.js').Demand} Demand */
/** @typedef {{supplies: Supply[], demands: Demand[], substitutes: Map<string, {occupationId: string, penalty: number}[]>}} Market */

const RUNS = 5;
const SMALL = { supplies: 2_000, demands: 300 };
const TODAY = 20_000;
const WEIGHTS = { skill: 30, distance: 25, wage: 20, overlap: 10, waiting: 10, rating: 5 };
/** The corner of the province from which its kilometres are counted, and kilometres a degree there. */
const CORNER = { latitude: 23.6, longitude: 116.9 };
const KM = { north: 111.195, east: 111.195 * Math.cos((25.5 * Math.PI) / 180) };

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

/** Provinces like those of bench/instances, 100,000 supplies each, laid over Fujian and what lies around it. @param {number} supplies @param {number} demands @returns {Market} */
function drawMarket(supplies, demands) {
  const random = smallFastRandom(1);
  const trades = drawTrades(random, OCCUPATIONS);
  const counties = drawCounties(random, trades, {
    provinces: Math.max(1, Math.round(supplies / 100_000)),
    counties: 85,
    townSpread: 12,
  });
  const weights = cumulate(counties.map(({ weight }) => weight));
  const needs = drawNeeds(random, trades, counties, weights, demands);
  const workers = drawWorkers(random, trades, counties, weights, supplies);
  return {
    supplies: Array.from({ length: supplies }, (_, w) => supplyOf(workers, w, random)),
    demands: Array.from({ length: demands }, (_, n) => demandOf(needs, n, random)),
    substitutes: new Map(
      Array.from({ length: OCCUPATIONS / FAMILY }, (_, f) => [
        occupation(f * FAMILY),
        [{ occupationId: occupation(f * FAMILY + 1), penalty: 30 }],
      ]),
    ),
  };
}

function supplyOf(workers, w, random) {
  const firstDay = TODAY + workers.start[w];
  const skills = [];
  for (let s = w * SKILLS; s < (w + 1) * SKILLS && workers.occupation[s] !== NO_SKILL; s++)
    skills.push({ occupationId: occupation(workers.occupation[s]), level: workers.level[s] });
  return {
    workerIds: [`worker ${w}`],
    lenderId: random.chance(0.9) ? `enterprise ${random.below(3000)}` : null,
    ...placeOf(workers.x[w], workers.y[w]),
    firstDay,
    lastDay: TODAY + workers.end[w],
    wageFloorFen: workers.wageFloor[w] * 10,
    ...paid(random),
    radiusM: workers.radius[w] * 1000,
    relocationRadiusM: random.chance(0.05) ? 100_000 : null,
    rating: random.chance(0.5) ? Math.round((workers.rating[w] * 100) / 255) : null,
    waitingSinceDay: TODAY - random.below(60),
    skills,
    certificates: random.chance(0.3) ? [{ code: `C${random.below(3)}`, lastDay: TODAY + 365 }] : [],
    booked: random.chance(0.1) ? [{ firstDay: firstDay + 10, lastDay: firstDay + 20 }] : [],
  };
}

function demandOf(needs, n, random) {
  return {
    needId: `need ${n}`,
    hostId: `enterprise ${random.below(3000)}`,
    occupationId: occupation(needs.occupation[n]),
    minLevel: needs.level[n],
    acceptsSubstitutes: random.chance(0.5),
    certificateCodes: random.chance(0.1) ? [`C${random.below(3)}`] : [],
    priority: needs.priority[n],
    ...placeOf(needs.x[n], needs.y[n]),
    firstDay: TODAY + needs.start[n],
    lastDay: TODAY + needs.end[n] - 1,
    minOverlapPercent: 70,
    wageFen: needs.wage[n] * 10,
    ...paid(random),
    lodging: random.chance(0.2),
    seatsOpen: needs.headcount[n],
  };
}

/** Most are paid by the hour. */
function paid(random) {
  return { wageUnit: random.chance(0.98) ? 'hour' : 'day', currency: 'CNY' };
}

/** @param {number} x km @param {number} y km */
function placeOf(x, y) {
  return { latitude: CORNER.latitude + y / KM.north, longitude: CORNER.longitude + x / KM.east };
}

/** As long as the identifiers of the real thing. @param {number} number */
function occupation(number) {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}
