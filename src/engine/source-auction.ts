import type { EdgeLists } from './edge-lists.js';
import type { Pace } from './pace.js';
import type { Plan } from './plan.js';
import { settlePrices } from './settle-prices.js';
import { isScarce, type Shortage } from './shortage.js';

const NOBODY = -1;
/** Bids for each source after which the last few are cheaper to place one by one. */
const BIDS_PER_SOURCE = 6;
const MAX_SCALE = 20_000;
/** Scaled prices stay exact below this. */
const MAX_VALUE = 2 ** 50;

/**
 * The mirror of `Auction`: sources of one unit bid for the sinks in shortage. In turn each takes its best sink by
 * `score - price` and pays so much that its next best, or to stay idle, would be no better by more than one step; a
 * sink that is full lets its lowest bid go, and that is its price, while one that is short stays free.
 */
class SourceAuction {
  readonly holder: Int32Array;
  readonly heldScore: Int32Array;
  /** Price of each sink, as in `Plan.netPrice`, in 1/scale score points. */
  readonly price: Float64Array;
  readonly scale: number;
  /** Accepted bids of each sink, lowest first: a heap in the places from `bidStart`. */
  private readonly bidStart: Int32Array;
  private readonly bid: Float64Array;
  private readonly bidder: Int32Array;
  private readonly load: Int32Array;
  /** Sources that want a sink, in turn: a ring. */
  private readonly queue: Int32Array;
  private queueStart = 0;
  private queued: number;

  constructor(
    private readonly plan: Plan,
    private readonly rows: EdgeLists,
    sinkLevel: Uint8Array,
    sources: Int32Array,
  ) {
    const { demand } = plan.problem;
    const { start, end } = plan.columns;
    let sinks = 0;
    let heaviest = 1;
    this.bidStart = new Int32Array(demand.length + 1);
    for (let t = 0; t < demand.length; t++) {
      this.bidStart[t + 1] = this.bidStart[t];
      if (!isScarce(sinkLevel[t])) continue;
      sinks++;
      heaviest = Math.max(heaviest, plan.classWeight[t]);
      this.bidStart[t + 1] += Math.min(demand[t], end[t] - start[t]);
    }
    this.scale = Math.max(1, Math.min(sinks + 1, MAX_SCALE, Math.floor(MAX_VALUE / (4 * heaviest))));
    this.price = plan.netPrice.map((price) => price * this.scale);
    this.bid = new Float64Array(this.bidStart[demand.length]);
    this.bidder = new Int32Array(this.bidStart[demand.length]);
    this.load = new Int32Array(demand.length);
    this.holder = new Int32Array(plan.spare.length).fill(NOBODY);
    this.heldScore = new Int32Array(plan.spare.length);
    this.queue = sources.slice();
    this.queued = sources.length;
  }

  run(pace: Pace): void {
    const most = BIDS_PER_SOURCE * this.queue.length;
    for (let bids = 0; bids < most && this.queued > 0; bids++) {
      if (bids % 4096 === 0 && pace.shouldStop()) return;
      const s = this.queue[this.queueStart];
      this.queueStart = this.queueStart + 1 === this.queue.length ? 0 : this.queueStart + 1;
      this.queued--;
      this.bidFor(s);
    }
  }

  isFull(t: number): boolean {
    return this.load[t] === this.plan.problem.demand[t];
  }

  private bidFor(s: number): void {
    const { rows, price, scale } = this;
    const { node, score } = rows;
    let best = 0;
    let next = 0;
    let place = NOBODY;
    for (let e = rows.start[s], end = rows.end[s]; e < end; e++) {
      const value = score[e] * scale - price[node[e]];
      if (value > best) {
        next = best;
        best = value;
        place = e;
      } else if (value > next) next = value;
    }
    if (place < 0) return;
    const t = node[place];
    this.holder[s] = t;
    this.heldScore[s] = score[place];
    this.accept(t, price[t] + best - next + 1, s);
  }

  private accept(t: number, bid: number, s: number): void {
    const from = this.bidStart[t];
    if (this.isFull(t)) {
      const last = this.bidder[from];
      this.holder[last] = NOBODY;
      const end = this.queueStart + this.queued++;
      this.queue[end < this.queue.length ? end : end - this.queue.length] = last;
      this.siftDown(from, this.load[t], bid, s);
    } else {
      this.siftUp(from, this.load[t]++, bid, s);
    }
    if (this.isFull(t)) this.price[t] = this.bid[from];
  }

  private siftDown(from: number, size: number, value: number, s: number): void {
    const { bid, bidder } = this;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= size) break;
      if (child + 1 < size && bid[from + child + 1] < bid[from + child]) child++;
      if (bid[from + child] >= value) break;
      bid[from + index] = bid[from + child];
      bidder[from + index] = bidder[from + child];
      index = child;
    }
    bid[from + index] = value;
    bidder[from + index] = s;
  }

  private siftUp(from: number, size: number, value: number, s: number): void {
    const { bid, bidder } = this;
    let index = size;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (bid[from + parent] <= value) break;
      bid[from + index] = bid[from + parent];
      bidder[from + index] = bidder[from + parent];
      index = parent;
    }
    bid[from + index] = value;
    bidder[from + index] = s;
  }
}

/**
 * Places most of the sources in shortage by an auction, and prices the sinks; what has no place yet is left to the
 * caller. Where it comes to nothing (prices do not settle within so many raises, or ask something of a sink that is short),
 * the plan stays as it was. `rows` are the edges within each level.
 */
export function placeByAuction(
  plan: Plan,
  rows: EdgeLists,
  { sinkLevel, sourceLevel }: Shortage,
  raisesPerSink: number,
  pace: Pace,
): void {
  const { links, spare, short, sourcePrice, netPrice } = plan;
  const sources = Int32Array.from(sourceLevel.keys()).filter((s) => isScarce(sourceLevel[s]));
  const auction = new SourceAuction(plan, rows, sinkLevel, sources);
  auction.run(pace);
  const { holder, heldScore, scale } = auction;
  const price = netPrice.slice();
  for (let t = 0; t < price.length; t++)
    if (isScarce(sinkLevel[t]) && auction.isFull(t))
      price[t] = Math.max(price[t], Math.floor(auction.price[t] / scale));
  const floor = price.slice();
  if (!settlePrices(rows, { holder, scoreOf: (s) => heldScore[s] }, price, raisesPerSink * price.length + 1000)) return;
  for (let t = 0; t < price.length; t++)
    if (isScarce(sinkLevel[t]) && !auction.isFull(t) && price[t] !== floor[t]) return;
  for (let t = 0; t < price.length; t++) if (isScarce(sinkLevel[t])) netPrice[t] = price[t];
  for (const s of sources) {
    const t = holder[s];
    if (t < 0) continue;
    links.add(s, t, heldScore[s], 1);
    short[t]--;
    spare[s] = 0;
    sourcePrice[s] = heldScore[s] - price[t];
  }
}
