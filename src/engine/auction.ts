import type { Pace } from './pace.js';
import type { Plan } from './plan.js';
import type { Shortage } from './shortage.js';

const NOBODY = -1;
/** How many of a column's best edges are put in order at first: these, and some for each unit. */
const FIRST_EDGES = 16;
const EDGES_PER_UNIT = 4;
const MORE_EDGES = 64;
/** Bids between two looks at the progress made. */
const BLOCK = 4096;
/** When a unit costs more bids than this, single cheapest ways are cheaper. */
const MAX_BIDS_PER_UNIT = 1000;

export interface AuctionLimits {
  /** Prices below this end the auction without a result. */
  readonly lowestPrice: number;
}

/** Where the auction ended. */
export interface Bids {
  /** Place in its sink's column of the edge by which a source is held, or -1. */
  readonly heldAt: Int32Array;
  /** The sink that holds each source, or -1. */
  readonly holder: Int32Array;
  /** Price of each sink in 1/scale score points; NaN-free, `NO_PRICE` where it never bid. */
  readonly price: Int32Array;
  readonly scale: number;
}

export const NO_PRICE = 2 ** 30;

/**
 * The sinks that can all be filled bid for their sources, in turn. A sink takes the best of all sources by
 * `score - what the source earns now`, as many as it lacks, from others too, and pays all its sources so well that its
 * next best offer would be no better by more than one step. What a source earns is its score less its sink's price,
 * so it rises whenever its sink's price falls, and no list of earnings is kept. Prices only fall.
 *
 * The auction stops where bids begin to chase each other; the sinks then lack a few units. Returns undefined when
 * prices leave their range, which the caller answers by doing without.
 */
export class Auction {
  private readonly scale: number;
  private readonly heldAt: Int32Array;
  private readonly holder: Int32Array;
  /** Scaled score of the edge by which a source is held. */
  private readonly heldScore: Int32Array;
  private readonly price: Int32Array;
  private readonly lacking: Int32Array;
  private lackingInAll = 0;
  /** Sinks that lack units, in turn: a ring. */
  private readonly queue: Int32Array;
  private readonly isQueued: Uint8Array;
  private queueStart = 0;
  private queued = 0;
  /** For each column, in its own range: a heap of (value, place), best first, of the edges from its start to `entered`. */
  private readonly heap: Int32Array;
  private readonly heapSize: Int32Array;
  private readonly entered: Int32Array;
  /** What the present bid takes from others. */
  private readonly lostPlace: Int32Array;
  private readonly lostBy: Int32Array;

  constructor(
    private readonly plan: Plan,
    private readonly shortage: Shortage,
    bound: number,
    private readonly limits: AuctionLimits,
  ) {
    const { supply, demand } = plan.problem;
    const { start, end, node } = plan.columns;
    const bidders = shortage.sinkLevel.reduce((count, level) => count + (level === 0 ? 1 : 0), 0);
    this.scale = Math.max(1, Math.min(bidders + 1, Math.floor(MAX_VALUE / bound)));
    this.heldAt = new Int32Array(supply.length).fill(NOBODY);
    this.holder = new Int32Array(supply.length).fill(NOBODY);
    this.heldScore = new Int32Array(supply.length);
    this.price = new Int32Array(demand.length).fill(NO_PRICE);
    this.lacking = new Int32Array(demand.length);
    this.queue = new Int32Array(bidders);
    this.isQueued = new Uint8Array(demand.length);
    this.heap = new Int32Array(2 * node.length);
    this.heapSize = new Int32Array(demand.length);
    this.entered = start.slice();
    let most = 0;
    for (let t = 0; t < demand.length; t++) {
      if (shortage.sinkLevel[t] !== 0) continue;
      most = Math.max(most, demand[t]);
      this.lack(t, demand[t]);
      if (end[t] > start[t]) plan.columns.sortNext(t, FIRST_EDGES + EDGES_PER_UNIT * demand[t]);
    }
    this.lostPlace = new Int32Array(most);
    this.lostBy = new Int32Array(most);
  }

  run(pace: Pace): Bids | undefined {
    const lackingAtFirst = this.lackingInAll;
    let lackedBefore = this.lackingInAll;
    for (let bids = 1; this.queued > 0; bids++) {
      if (bids % BLOCK === 0) {
        pace.report('bid', 1 - this.lackingInAll / lackingAtFirst);
        if (pace.shouldStop() || (lackedBefore - this.lackingInAll) * MAX_BIDS_PER_UNIT < BLOCK) break;
        lackedBefore = this.lackingInAll;
      }
      if (!this.bid(this.nextBidder())) return undefined;
    }
    const { heldAt, holder, price, scale } = this;
    return { heldAt, holder, price, scale };
  }

  private lack(t: number, units: number): void {
    this.lacking[t] += units;
    this.lackingInAll += units;
    if (this.isQueued[t]) return;
    this.isQueued[t] = 1;
    const last = this.queueStart + this.queued++;
    this.queue[last < this.queue.length ? last : last - this.queue.length] = t;
  }

  private nextBidder(): number {
    const t = this.queue[this.queueStart];
    this.queueStart = this.queueStart + 1 === this.queue.length ? 0 : this.queueStart + 1;
    this.queued--;
    this.isQueued[t] = 0;
    return t;
  }

  /** Sink `t` takes what it lacks, and its price follows. False when prices leave their range. */
  private bid(t: number): boolean {
    const { plan, scale, heap, heapSize, heldAt, holder, heldScore, lostPlace, lostBy } = this;
    const { start, node, score } = plan.columns;
    const root = 2 * start[t];
    const units = this.lacking[t];
    this.lacking[t] = 0;
    this.lackingInAll -= units;
    let lost = 0;
    let value = 0;
    for (let unit = 0; unit < units; unit++) {
      if (!this.bringBestToTop(t)) return false;
      value = heap[root];
      const place = heap[root + 1];
      const size = --heapSize[t];
      if (size > 0) siftDown(heap, root, size, heap[root + 2 * size], heap[root + 2 * size + 1]);
      const s = node[place];
      const other = holder[s];
      if (other >= 0) {
        lostPlace[lost] = heldAt[s];
        lostBy[lost++] = other;
        this.lack(other, 1);
      }
      holder[s] = t;
      heldAt[s] = place;
      heldScore[s] = score[place] * scale;
    }
    const price = (this.bringBestToTop(t) ? heap[root] : value - MAX_VALUE) - 1;
    if (price < this.limits.lowestPrice) return false;
    this.price[t] = price;
    for (let i = 0; i < lost; i++) {
      const other = lostBy[i];
      const place = lostPlace[i];
      const offer = score[place] * scale - heldScore[node[place]] + price;
      siftUp(heap, 2 * start[other], heapSize[other]++, offer, place);
    }
    return true;
  }

  /**
   * Makes the top of a sink's heap its best source that it does not hold. Values in the heap may be too high, since
   * sources earn more with time; edges not entered yet can be worth no more than their score.
   */
  private bringBestToTop(t: number): boolean {
    const { plan, scale, heap, holder, heldScore, price } = this;
    const { columns } = plan;
    const { node, score, sortedEnd } = columns;
    const { sourceLevel } = this.shortage;
    const end = columns.end[t];
    const root = 2 * columns.start[t];
    let size = this.heapSize[t];
    let next = this.entered[t];
    for (;;) {
      if (next < end) {
        if (next === sortedEnd[t]) columns.sortNext(t, MORE_EDGES);
        const worth = score[next] * scale;
        if (size === 0 || worth > heap[root]) {
          const s = node[next];
          if (sourceLevel[s] === 0) {
            const other = holder[s];
            siftUp(heap, root, size++, other < 0 ? worth : worth - heldScore[s] + price[other], next);
          }
          next++;
          continue;
        }
      }
      if (size === 0) break;
      const place = heap[root + 1];
      const s = node[place];
      const other = holder[s];
      const worth = score[place] * scale;
      const value = other < 0 ? worth : worth - heldScore[s] + price[other];
      if (value === heap[root]) break;
      siftDown(heap, root, size, value, place);
    }
    this.entered[t] = next;
    this.heapSize[t] = size;
    return size > 0;
  }
}

/** Scaled scores stay below this, and prices above seven times its negative: 32-bit integers hold both. */
export const MAX_VALUE = 2 ** 28;

/** Puts (value, place) into the heap of `size` pairs at `root`, from its top down. */
function siftDown(heap: Int32Array, root: number, size: number, value: number, place: number): void {
  const end = root + 2 * size;
  let at = root;
  for (;;) {
    let child = 2 * at - root + 2;
    if (child >= end) break;
    if (child + 2 < end && heap[child + 2] > heap[child]) child += 2;
    if (heap[child] <= value) break;
    heap[at] = heap[child];
    heap[at + 1] = heap[child + 1];
    at = child;
  }
  heap[at] = value;
  heap[at + 1] = place;
}

/** Puts (value, place) into the heap of `size` pairs at `root`, from its bottom up. */
function siftUp(heap: Int32Array, root: number, size: number, value: number, place: number): void {
  let index = size;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = root + 2 * parent;
    if (heap[above] >= value) break;
    heap[root + 2 * index] = heap[above];
    heap[root + 2 * index + 1] = heap[above + 1];
    index = parent;
  }
  heap[root + 2 * index] = value;
  heap[root + 2 * index + 1] = place;
}
