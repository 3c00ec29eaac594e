import { type Bids, NO_PRICE } from './auction.js';
import type { Plan } from './plan.js';
import { settlePrices } from './settle-prices.js';
import type { Shortage } from './shortage.js';

/**
 * Turns the prices at which an auction ended into prices that prove its outcome, in score points: rounded down, then
 * each raised no further than some source's offer elsewhere demands, until all are content (label correcting). The
 * auction leaves each price at most one step too low, and so few have to be raised. Prices lie between minus half of
 * the class step and the highest score. Returns undefined when they do not settle, which means that the outcome was not
 * the best one; `maxRaises` says when.
 */
export function exactPrices(
  plan: Plan,
  { sourceLevel }: Shortage,
  bids: Bids,
  maxRaises: number,
): Float64Array | undefined {
  const { rowStart, sink, score, supply } = plan.problem;
  const lowest = -Math.floor((plan.classStep - 1) / 2);
  const price = Float64Array.from(bids.price, (scaled) =>
    scaled === NO_PRICE ? lowest : Math.max(lowest, Math.floor(scaled / bids.scale)),
  );
  for (let s = 0; s < supply.length; s++) {
    if (sourceLevel[s] !== 0 || bids.holder[s] >= 0) continue;
    for (let e = rowStart[s], end = rowStart[s + 1]; e < end; e++)
      if (score[e] > price[sink[e]]) price[sink[e]] = score[e];
  }
  const { score: scoreInColumn } = plan.columns;
  const scoreOf = (s: number): number => scoreInColumn[bids.heldAt[s]];
  return settlePrices(plan.rows, { holder: bids.holder, scoreOf }, price, maxRaises) ? price : undefined;
}
