// Surplus workers and the needs of factories: one county, a province of 85 counties, ten provinces.
import { cumulate, smallFastRandom } from './random.mjs';
import { drawNeeds, drawWorkers } from './labour-entities.mjs';
import { feasibleRows } from './labour-edges.mjs';
import { drawCounties, drawTrades } from './labour-region.mjs';

const SIZES = {
  county: { workers: 2_000, needs: 300, provinces: 1, counties: 3, trades: 12, townSpread: 14 },
  province: { workers: 100_000, needs: 10_000, provinces: 1, counties: 85, trades: 60, townSpread: 12 },
  nation: { workers: 1_000_000, needs: 100_000, provinces: 10, counties: 85, trades: 60, townSpread: 12 },
};

/** @param {keyof typeof SIZES} sizeName @param {number} seed */
export function labourEntities(sizeName, seed) {
  const size = SIZES[sizeName];
  const random = smallFastRandom(seed);
  const trades = drawTrades(random, size.trades);
  const counties = drawCounties(random, trades, size);
  const needWeights = cumulate(counties.map(({ weight }) => weight));
  const workerWeights = cumulate(counties.map(({ weight }) => weight * Math.exp(0.3 * random.normal())));
  const needs = drawNeeds(random, trades, counties, needWeights, size.needs);
  const workers = drawWorkers(random, trades, counties, workerWeights, size.workers);
  return { workers, needs };
}

/** @param {keyof typeof SIZES} sizeName @param {number} seed @returns {import('./network.mjs').Network} */
export function labourNetwork(sizeName, seed) {
  const { workers, needs } = labourEntities(sizeName, seed);
  const rows = feasibleRows(workers, needs);
  return {
    supply: new Int32Array(workers.count).fill(1),
    demand: needs.headcount,
    priority: needs.priority,
    rowStart: rows.rowStart,
    ...rows.edges,
  };
}
