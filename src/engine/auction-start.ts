import { Auction, type Bids, MAX_VALUE } from './auction.js';
import { exactPrices } from './exact-prices.js';
import type { Pace } from './pace.js';
import type { Plan } from './plan.js';
import { type Shortage, shortageOf } from './shortage.js';

/** Where the fast part gives up and leaves the work to the searches. Tests set them low. */
export interface StartLimits {
  readonly lowestPrice: number;
  /** Raises of exact prices, for each sink: where all can be filled, and in shortage. */
  readonly raisesPerSink: number;
  readonly scarceRaisesPerSink: number;
}

export const startLimits: StartLimits = { lowestPrice: -7 * MAX_VALUE, raisesPerSink: 50, scarceRaisesPerSink: 50 };

export function hasUnitSources({ supply, capacity }: Plan['problem']): boolean {
  return capacity === undefined && supply.every((units) => units <= 1);
}

export interface Start extends Shortage {
  /** What each sink of level 0 still lacks; 0 for all others. */
  readonly lacking: Int32Array;
}

/**
 * Fills, by an auction, most of what can be filled to the last unit, where sources have one unit at most. Returns the
 * levels of shortage: sinks of level 0 are priced and filled but for what they lack; nothing is done about the others.
 * Returns undefined, and leaves the plan as it was, when the auction came to nothing.
 */
export function startByAuction(plan: Plan, bound: number, limits: StartLimits, pace: Pace): Start | undefined {
  const shortage = shortageOf(plan);
  const bids = new Auction(plan, shortage, bound, limits).run(pace);
  if (bids === undefined) return undefined;
  const price = exactPrices(plan, shortage, bids, limits.raisesPerSink * plan.problem.demand.length + 1000);
  if (price === undefined) return undefined;
  return { ...shortage, lacking: adopt(plan, shortage, bids, price) };
}

function adopt(plan: Plan, { sinkLevel }: Shortage, { holder, heldAt }: Bids, price: Float64Array): Int32Array {
  const { links, spare, sourcePrice, netPrice, columns } = plan;
  const lacking = new Int32Array(price.length);
  for (let t = 0; t < price.length; t++) {
    if (sinkLevel[t] !== 0) continue;
    lacking[t] = plan.problem.demand[t];
    netPrice[t] = price[t];
  }
  for (let s = 0; s < holder.length; s++) {
    const t = holder[s];
    if (t < 0) continue;
    const score = columns.score[heldAt[s]];
    links.add(s, t, score, 1);
    spare[s] = 0;
    lacking[t]--;
    sourcePrice[s] = score - price[t];
  }
  return lacking;
}
