import { type Bids, NO_PRICE } from './auction.js';
import type { Plan } from './plan.js';
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
  { sinkLevel, sourceLevel }: Shortage,
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
  return settle(plan, sinkLevel, bids, price, maxRaises) ? price : undefined;
}

function settle(plan: Plan, sinkLevel: Uint8Array, bids: Bids, price: Float64Array, maxRaises: number): boolean {
  const { rowStart, sink, score } = plan.problem;
  const held = heldBySink(plan, bids);
  const queue = new Int32Array(price.length);
  const isQueued = new Uint8Array(price.length);
  let first = 0;
  let queued = 0;
  let raises = 0;
  const enqueue = (t: number): void => {
    const last = first + queued++;
    queue[last < queue.length ? last : last - queue.length] = t;
    isQueued[t] = 1;
  };
  for (let t = 0; t < price.length; t++) if (sinkLevel[t] === 0) enqueue(t);
  while (queued > 0) {
    const t = queue[first];
    first = first + 1 === queue.length ? 0 : first + 1;
    queued--;
    isQueued[t] = 0;
    for (let i = held.start[t]; i < held.start[t + 1]; i++) {
      const s = held.source[i];
      const base = price[t] - plan.columns.score[bids.heldAt[s]];
      for (let e = rowStart[s], end = rowStart[s + 1]; e < end; e++) {
        const other = sink[e];
        if (base + score[e] <= price[other]) continue;
        price[other] = base + score[e];
        if (++raises > maxRaises) return false;
        if (isQueued[other] === 0) enqueue(other);
      }
    }
  }
  return true;
}

/** The sources that each sink holds: those of sink `t` are `source[start[t] .. start[t + 1] - 1]`. */
function heldBySink(plan: Plan, { holder }: Bids): { start: Int32Array; source: Int32Array } {
  const start = new Int32Array(plan.problem.demand.length + 1);
  for (let s = 0; s < holder.length; s++) if (holder[s] >= 0) start[holder[s] + 1]++;
  for (let t = 0; t + 1 < start.length; t++) start[t + 1] += start[t];
  const next = start.slice();
  const source = new Int32Array(start[start.length - 1]);
  for (let s = 0; s < holder.length; s++) if (holder[s] >= 0) source[next[holder[s]]++] = s;
  return { start, source };
}
