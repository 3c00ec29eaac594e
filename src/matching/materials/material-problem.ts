import type { Problem } from '../../engine/index.js';
import { Exact } from '../../platform/decimal/decimal.js';
import type { MaterialEdges } from './material-edges.js';
import type { MaterialGroup } from './material-market.js';

/** A group in whole numbers, as the engine wants it. */
export interface MaterialProblem {
  readonly problem: Problem;
  /** The base units that one unit of the engine stands for. */
  readonly grain: Exact;
  /** What one point of the engine's score is worth, in fen per grain. */
  readonly fenPerPoint: number;
}

const maxUnits = 2 ** 31 - 1;
const maxScore = 2 ** 31 - 1;
const urgent = 2;
const normal = 1;

/**
 * The problem of a group: as much as can be filled of what is urgent, then of the rest, at the lowest total of price and
 * transport. Quantities are counted in the greatest grain that divides them all, so nothing is rounded but where a
 * group's total passes what the engine counts (then down, to a tenth of a grain's multiple); costs are rounded to points.
 */
export function problemOf({ lots, requests }: MaterialGroup, edges: MaterialEdges): MaterialProblem {
  const supplies = lots.map(({ available }) => new Exact(available));
  const demands = requests.map(({ unmet }) => new Exact(unmet));
  const grain = grainOf([...supplies, ...demands], total(supplies), total(demands));
  const count = (quantity: Exact): number => quantity.divToInt(grain).toNumber();
  const supply = Int32Array.from(supplies, count);
  const demand = Int32Array.from(demands, count);
  const dearest = edges.fenPerUnit.reduce((most, fen) => Math.max(most, fen), 0);
  const bound = scoreBoundOf(supply, demand);
  const points = dearest === 0 ? 0 : bound / dearest;
  return {
    problem: {
      supply,
      demand,
      priority: Uint8Array.from(requests, ({ isUrgent }) => (isUrgent ? urgent : normal)),
      rowStart: rowStartOf(edges.lot, lots.length),
      sink: edges.request,
      score: Int32Array.from(edges.fenPerUnit, (fen) => bound - Math.round(fen * points)),
    },
    grain,
    fenPerPoint: points === 0 ? 0 : grain.toNumber() / points,
  };
}

/** The greatest grain that divides every quantity; ten, a hundred … times as much where the engine could not count so far. */
function grainOf(quantities: readonly Exact[], supplied: Exact, demanded: Exact): Exact {
  const decimals = quantities.reduce((most, quantity) => Math.max(most, quantity.decimalPlaces()), 0);
  const scale = new Exact(10).pow(decimals);
  const shared = quantities.reduce((common, quantity) => gcd(common, BigInt(quantity.times(scale).toFixed())), 0n);
  let grain = new Exact((shared || 1n).toString()).div(scale);
  while (Exact.max(supplied, demanded).div(grain).gt(maxUnits)) grain = grain.times(10);
  return grain;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

const total = (quantities: readonly Exact[]): Exact =>
  quantities.reduce((sum, quantity) => sum.plus(quantity), new Exact(0));

/** The finest scale of scores with which the engine's sums stay exact (src/engine/objective.ts, checkExact). */
function scoreBoundOf(supply: Int32Array, demand: Int32Array): number {
  const units = Math.min(sum(supply), sum(demand));
  const classes = urgent * (2 * (Math.min(supply.length, demand.length) + 1) + 1) + 1;
  const fits = Math.min(2 ** 53 / Math.max(1, units), 2 ** 53 / (4 * classes), 2 ** 52 / (supply.length + 1) - 1);
  return Math.max(1, Math.min(maxScore, Math.floor(fits / 2)));
}

const sum = (values: Int32Array): number => values.reduce((sofar, value) => sofar + value, 0);

function rowStartOf(lot: Int32Array, lots: number): Int32Array {
  const rowStart = new Int32Array(lots + 1);
  for (const l of lot) rowStart[l + 1] = (rowStart[l + 1] ?? 0) + 1;
  for (let l = 0; l < lots; l++) rowStart[l + 1] = (rowStart[l + 1] ?? 0) + (rowStart[l] ?? 0);
  return rowStart;
}
