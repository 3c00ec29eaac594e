// Labour markets as the matching reads them, drawn by the same seeds every time.
import { drawNeeds, drawWorkers, NO_SKILL, SKILLS } from './labour-entities.mjs';
import { drawCounties, drawTrades, FAMILY, OCCUPATIONS } from './labour-region.mjs';
import { cumulate, smallFastRandom } from './random.mjs';

/** @typedef {import('../../dist/src/matching/edges/candidate.js').Supply} Supply */
/** @typedef {import('../../dist/src/matching/edges/candidate.js').Demand} Demand */
/** @typedef {{supplies: Supply[], demands: Demand[], substitutes: Map<string, {occupationId: string, penalty: number}[]>}} Market */

export const TODAY = 20_000;
export const WEIGHTS = { skill: 30, distance: 25, wage: 20, overlap: 10, waiting: 10, rating: 5, applied: 0 };
/** The corner of the province from which its kilometres are counted, and kilometres a degree there. */
const CORNER = { latitude: 23.6, longitude: 116.9 };
const KM = { north: 111.195, east: 111.195 * Math.cos((25.5 * Math.PI) / 180) };

/** Provinces like those of bench/instances, 100,000 supplies each, laid over Fujian and what lies around it. @param {number} supplies @param {number} demands @returns {Market} */
export function drawMarket(supplies, demands) {
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
