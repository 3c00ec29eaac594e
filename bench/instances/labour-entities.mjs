// Workers and needs as typed arrays, drawn for a region.
import { FAMILY } from './labour-region.mjs';
import { drawPriority } from './network.mjs';

export const SKILLS = 4;
export const NO_SKILL = 255;
/** Bits of a worker's flags. */
export const WANTS_SHUTTLE = 1;
export const WANTS_INSURANCE = 2;
/** Bits of a need's flags. */
export const HAS_SHUTTLE = 1;
export const HAS_INSURANCE = 2;
const HORIZON_DAYS = 180;

/** @typedef {ReturnType<typeof emptyWorkers>} Workers */
/** @typedef {ReturnType<typeof emptyNeeds>} Needs */

function emptyWorkers(count) {
  return {
    count,
    x: new Float32Array(count), // km
    y: new Float32Array(count),
    occupation: new Uint8Array(count * SKILLS).fill(NO_SKILL),
    level: new Uint8Array(count * SKILLS),
    wageFloor: new Uint16Array(count), // tenths of a yuan an hour
    start: new Int16Array(count), // days
    end: new Int16Array(count),
    radius: new Uint8Array(count), // km
    rating: new Uint8Array(count),
    flags: new Uint8Array(count),
  };
}

function emptyNeeds(count) {
  return {
    count,
    x: new Float32Array(count),
    y: new Float32Array(count),
    occupation: new Uint8Array(count),
    level: new Uint8Array(count),
    wage: new Uint16Array(count),
    start: new Int16Array(count),
    end: new Int16Array(count),
    headcount: new Int32Array(count),
    priority: new Uint8Array(count),
    flags: new Uint8Array(count),
  };
}

/** @returns {Needs} */
export function drawNeeds(random, trades, counties, countyWeights, count) {
  const needs = emptyNeeds(count);
  for (let n = 0; n < count; n++) {
    const county = counties[random.weighted(countyWeights)];
    const inPark = random.chance(0.7);
    const [x, y] = inPark ? random.oneOf(county.parks) : county.towns[random.weighted(county.townWeights)];
    const spread = inPark ? 1.2 : 2;
    needs.x[n] = x + random.normal() * spread;
    needs.y[n] = y + random.normal() * spread;
    const occupation = random.weighted(county.demand);
    needs.occupation[n] = occupation;
    needs.level[n] = needLevel(random.next());
    const fair = trades.wage[occupation] * (1 + 0.06 * (needs.level[n] - 1));
    needs.wage[n] = Math.round(10 * Math.max(12, fair * (1.06 + 0.14 * random.normal())));
    const start = random.below(HORIZON_DAYS - 30);
    const days = 14 + Math.floor(random.exponential() * 40);
    needs.start[n] = start;
    needs.end[n] = Math.min(HORIZON_DAYS + 60, start + Math.min(days, 120));
    needs.headcount[n] = clamp(Math.round(Math.exp(1.12 + 1.15 * random.normal())), 1, 200);
    needs.priority[n] = drawPriority(random);
    needs.flags[n] = (random.chance(0.75) ? HAS_SHUTTLE : 0) | (random.chance(0.8) ? HAS_INSURANCE : 0);
  }
  return needs;
}

function needLevel(q) {
  if (q < 0.5) return 1;
  if (q < 0.78) return 2;
  return q < 0.93 ? 3 : 4;
}

/** Workers come in batches, each from an employer with too little work. @returns {Workers} */
export function drawWorkers(random, trades, counties, countyWeights, count) {
  const workers = emptyWorkers(count);
  for (let next = 0; next < count;) {
    const county = counties[random.weighted(countyWeights)];
    const trade = random.weighted(county.supply);
    const size = clamp(Math.round(Math.exp(1.6 + 1.1 * random.normal())), 1, 150);
    const place = random.chance(0.7) ? random.oneOf(county.parks) : county.towns[random.weighted(county.townWeights)];
    const start = random.below(HORIZON_DAYS - 20) - 30;
    const end = start + 45 + Math.floor(random.exponential() * 70);
    const batch = { county, trade, place, start, end, wage: trades.wage[trade] };
    for (const last = Math.min(count, next + size); next < last; next++) drawWorker(random, workers, next, batch);
  }
  return workers;
}

function drawWorker(random, workers, w, { county, trade, place, start, end, wage }) {
  const [x, y] = random.chance(0.6) ? place : county.towns[random.weighted(county.townWeights)];
  workers.x[w] = x + random.normal() * 2.5;
  workers.y[w] = y + random.normal() * 2.5;
  drawSkills(random, workers, w, trade, county);
  workers.wageFloor[w] = Math.round(10 * Math.max(11, wage * (0.9 + 0.12 * random.normal())));
  workers.start[w] = start + random.below(7);
  workers.end[w] = end + random.below(7);
  workers.radius[w] = workerRadius(random.next());
  workers.rating[w] = Math.round(clamp(150 + 40 * random.normal(), 0, 255));
  workers.flags[w] = (random.chance(0.3) ? WANTS_SHUTTLE : 0) | (random.chance(0.1) ? WANTS_INSURANCE : 0);
}

function drawSkills(random, workers, w, trade, county) {
  const skills = skillCount(random.next());
  const first = w * SKILLS;
  workers.occupation[first] = trade;
  workers.level[first] = 1 + Math.min(4, Math.floor(random.exponential() * 1.6));
  let known = 1;
  for (let s = 1; s < skills; s++) {
    const family = Math.floor(trade / FAMILY) * FAMILY;
    const other = random.chance(0.65) ? family + random.below(FAMILY) : random.weighted(county.demand);
    if (workers.occupation.subarray(first, first + known).includes(other)) continue;
    workers.occupation[first + known] = other;
    workers.level[first + known] = 1 + (random.chance(0.3) ? 1 : 0);
    known++;
  }
}

function skillCount(q) {
  if (q > 0.96) return 4;
  if (q > 0.85) return 3;
  return q > 0.55 ? 2 : 1;
}

function workerRadius(q) {
  if (q < 0.12) return 15;
  if (q < 0.35) return 30;
  return q < 0.7 ? 40 : 50;
}

function clamp(value, least, most) {
  return Math.max(least, Math.min(most, value));
}
