// Where people and factories are, and what they do: occupations in families, county centres that thin out from the
// coast inland, each with towns, industrial parks, and trades it is known for.
import { cumulate } from './random.mjs';

export const OCCUPATIONS = 60;
export const FAMILY = 5;
const PROVINCE_KM = { width: 330, height: 430, gap: 20, inARow: 5 };
const SMALL_REGION_KM = 50;
const RARE = 0.02;

/**
 * @typedef {object} Trades occupations: how often asked for, how often had, and the hourly wage
 * @property {Float64Array} demand
 * @property {Float64Array} supply
 * @property {Float64Array} wage
 */
/**
 * @typedef {object} County
 * @property {number} x km
 * @property {number} y km
 * @property {number} weight
 * @property {[number, number][]} towns
 * @property {Float64Array} townWeights cumulative
 * @property {[number, number][]} parks
 * @property {Float64Array} demand of occupations, cumulative
 * @property {Float64Array} supply of occupations, cumulative
 */

/** @param {import('./random.mjs').Random} random @param {number} common occupations that are not rare @returns {Trades} */
export function drawTrades(random, common) {
  const rank = random.shuffle(Array.from({ length: OCCUPATIONS }, (_, o) => o));
  const demand = new Float64Array(OCCUPATIONS);
  const supply = new Float64Array(OCCUPATIONS);
  const wage = new Float64Array(OCCUPATIONS);
  for (let o = 0; o < OCCUPATIONS; o++) {
    const share = 1 / Math.pow(rank[o] + 1.5, 1.05);
    demand[o] = share * Math.exp(0.25 * random.normal());
    supply[o] = share * Math.exp(0.55 * random.normal());
    wage[o] = Math.round(18 + 14 * random.next());
    if (rank[o] >= common) {
      demand[o] *= RARE;
      supply[o] *= RARE;
    }
  }
  return { demand, supply, wage };
}

/**
 * @param {import('./random.mjs').Random} random @param {Trades} trades
 * @param {{provinces: number, counties: number, townSpread: number}} size
 * @returns {County[]}
 */
export function drawCounties(random, trades, { provinces, counties, townSpread }) {
  const all = [];
  for (let p = 0; p < provinces; p++) {
    const centres = drawCentres(random, counties);
    const dx = (p % PROVINCE_KM.inARow) * (PROVINCE_KM.width + PROVINCE_KM.gap);
    const dy = Math.floor(p / PROVINCE_KM.inARow) * (PROVINCE_KM.height + PROVINCE_KM.gap);
    for (const { x, y, weight } of centres)
      all.push(drawCounty(random, trades, townSpread, { x: x + dx, y: y + dy, weight }));
  }
  return all;
}

function drawCentres(random, count) {
  const { width, height } = PROVINCE_KM;
  const isSmall = count < 10;
  const centres = [];
  for (let tries = 0; centres.length < count && tries < 200_000; tries++) {
    const inland = Math.pow(random.next(), 1.8);
    const along = random.next();
    const x = isSmall ? random.next() * SMALL_REGION_KM : (1 - inland) * width * (0.55 + 0.45 * along);
    const y = isSmall ? random.next() * SMALL_REGION_KM : height * (1 - along) * 0.98 + height * 0.02 * random.next();
    if (x < 0 || x > width) continue;
    const apart = inland < 0.25 ? 11 : 19;
    if (centres.some((other) => Math.hypot(other.x - x, other.y - y) < apart)) continue;
    centres.push({ x, y, weight: Math.exp(0.8 * random.normal()) * (0.35 + 1.9 * Math.pow(1 - inland, 3)) });
  }
  return centres;
}

function drawCounty(random, trades, townSpread, { x, y, weight }) {
  const towns = [];
  const sizes = [];
  for (let left = 8 + random.below(12); left > 0; left--) {
    towns.push([x + random.normal() * townSpread * 0.7, y + random.normal() * townSpread * 0.7]);
    sizes.push(Math.exp(0.7 * random.normal()));
  }
  const parks = [];
  for (let left = 2 + random.below(4); left > 0; left--) parks.push([x + random.normal() * 6, y + random.normal() * 6]);
  const asked = new Float64Array(OCCUPATIONS).fill(1);
  const had = new Float64Array(OCCUPATIONS).fill(1);
  const anyTrade = cumulate(trades.demand);
  for (let left = 3 + random.below(4); left > 0; left--) {
    const o = random.weighted(anyTrade);
    asked[o] *= 6;
    had[o] *= 5;
  }
  const demand = cumulate(trades.demand.map((share, o) => share * asked[o]));
  const supply = cumulate(trades.supply.map((share, o) => share * had[o] * Math.exp(0.35 * random.normal())));
  return { x, y, weight, towns, townWeights: cumulate(sizes), parks, demand, supply };
}
