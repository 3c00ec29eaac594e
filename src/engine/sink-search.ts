import { DistanceHeap } from './distance-heap.js';
import { type Plan, WANT } from './plan.js';

const NONE = -1;

/** A way by which a unit moves: each sink takes from the source of the same index; one that is left over loses a unit. */
export interface Way {
  readonly cost: number;
  readonly sources: readonly number[];
  readonly sinks: readonly number[];
}

/**
 * Finds the cheapest way for a sink to gain units. A way goes sink, source, sink, source ...: each sink takes from a
 * source along an edge, at the cost `sourcePrice + sinkPrice - weight >= 0`; each source without spare supply takes
 * back, at no cost, from a sink it serves. It ends at a source with supply to spare, at no further cost, or at a sink
 * that is left shorter, at the cost of that sink's price. The way of length zero leaves the root short.
 */
export class SinkSearch {
  /** Cost of the cheapest way found. */
  private cost = 0;
  /** Where that way ends: a source with spare supply, or else (-1) `endSink`. */
  private endSource = NONE;
  private endSink = NONE;

  private readonly sourceDistance: Float64Array;
  private readonly sinkDistance: Float64Array;
  /** The sink that takes from a reached source, and the score of that edge. */
  private readonly takenBy: Int32Array;
  private readonly takenScore: Int32Array;
  /** What more that edge can carry; only where edges have limits. */
  private readonly takenRoom: Int32Array | undefined;
  /** The link by which a reached sink loses. */
  private readonly lostBy: Int32Array;
  private reachedSources: Int32Array;
  private reachedSinks: Int32Array;
  private sourcesReached = 0;
  private sinksReached = 0;
  private readonly heap = new DistanceHeap();

  constructor(private readonly plan: Plan) {
    const sources = plan.spare.length;
    const sinks = plan.netPrice.length;
    this.sourceDistance = new Float64Array(sources).fill(Infinity);
    this.sinkDistance = new Float64Array(sinks).fill(Infinity);
    this.takenBy = new Int32Array(sources);
    this.takenScore = new Int32Array(sources);
    this.takenRoom = plan.columns.capacity && new Int32Array(sources);
    this.lostBy = new Int32Array(sinks);
    this.reachedSources = new Int32Array(sources);
    this.reachedSinks = new Int32Array(sinks);
  }

  /** Gives sink `t` the least price, 0 or more, at which it outbids every source in reach. */
  price(t: number): void {
    const { columns, sourcePrice, links } = this.plan;
    const { node, score, sortedEnd, capacity } = columns;
    const end = columns.end[t];
    const free = -this.plan.classWeight[t];
    let bid = free;
    for (let i = columns.start[t]; i < end; i++) {
      if (i === sortedEnd[t]) columns.sortNext(t, WANT);
      if (score[i] <= bid) break; // scores only fall from here on, and prices are not negative
      const value = score[i] - sourcePrice[node[i]];
      if (value > bid && !(capacity && capacity[i] <= links.unitsBetween(node[i], t))) bid = value;
    }
    this.plan.netPrice[t] = bid;
  }

  /**
   * Fills units of sink `t`, which has been priced, and whose `short` does not count them yet, as far as that makes the
   * plan better; the rest becomes short.
   */
  fill(t: number, units: number): void {
    const { short } = this.plan;
    let left = units;
    while (left > 0 && this.plan.sinkPrice(t) > 0) {
      const moved = this.augment(t, left);
      if (moved === 0) break;
      left -= moved;
    }
    short[t] += left;
  }

  /**
   * Moves up to `units` to sink `root` by one cheapest way and returns how many, or 0 when it is best to leave the root
   * short. Prices follow.
   */
  private augment(root: number, units: number): number {
    this.findWay(root, this.plan.sinkPrice(root));
    this.adjustPrices();
    const moved = this.endSource < 0 && this.endSink === root ? 0 : this.moveAlong(root, units);
    this.forget();
    return moved;
  }

  /**
   * The cheapest way for sink `root` to gain one unit more than it asks for or gets, at any cost; undefined where there
   * is none. Nothing is changed.
   */
  cheapestWay(root: number): Way | undefined {
    const { links } = this.plan;
    this.findWay(root, Infinity);
    let s = this.endSource;
    if (s < 0 && this.endSink !== root) s = links.source[this.lostBy[this.endSink]];
    const sources: number[] = [];
    const sinks = this.endSource < 0 ? [this.endSink] : [];
    while (s >= 0) {
      sources.unshift(s);
      const t = this.takenBy[s];
      sinks.unshift(t);
      s = t === root ? NONE : links.source[this.lostBy[t]];
    }
    const { cost } = this;
    this.forget();
    return cost === Infinity ? undefined : { cost, sources, sinks };
  }

  private findWay(root: number, costToStay: number): void {
    const { heap } = this;
    this.cost = costToStay;
    this.endSource = NONE;
    this.endSink = root;
    this.sinkDistance[root] = 0;
    this.reachedSinks[this.sinksReached++] = root;
    heap.push(0, root);
    while (heap.size > 0) {
      const distance = heap.least();
      if (distance >= this.cost) break;
      const t = heap.pop();
      if (distance === this.sinkDistance[t]) this.scan(t, distance);
    }
  }

  /** Reads the column of a sink whose distance is final. */
  private scan(t: number, sinkDistance: number): void {
    const { columns, sourcePrice, spare } = this.plan;
    const { node, score, sortedEnd, capacity } = columns;
    const { sourceDistance, takenBy, takenScore, takenRoom } = this;
    const end = columns.end[t];
    const base = sinkDistance + this.plan.netPrice[t];
    let cost = this.cost;
    for (let i = columns.start[t]; i < end; i++) {
      if (i === sortedEnd[t]) columns.sortNext(t, WANT);
      const unpriced = base - score[i];
      if (unpriced >= cost) break; // scores only fall from here on, and prices are not negative
      const s = node[i];
      const distance = unpriced + sourcePrice[s];
      if (distance >= cost || distance >= sourceDistance[s]) continue;
      if (capacity && takenRoom) {
        const room = capacity[i] - this.plan.links.unitsBetween(s, t);
        if (room === 0) continue;
        takenRoom[s] = room;
      }
      if (sourceDistance[s] === Infinity) this.reachedSources[this.sourcesReached++] = s;
      sourceDistance[s] = distance;
      takenBy[s] = t;
      takenScore[s] = score[i];
      if (sourcePrice[s] === 0 && spare[s] > 0) {
        this.cost = distance;
        this.endSource = s;
      } else this.reachSinksServedBy(s, distance);
      cost = this.cost;
    }
  }

  private reachSinksServedBy(s: number, sourceDistance: number): void {
    const { links, columns } = this.plan;
    const { sinkDistance, lostBy } = this;
    for (let link = links.firstAtSource[s]; link >= 0; link = links.nextAtSource[link]) {
      const t = links.sink[link];
      const distance = columns.capacity ? sourceDistance + this.plan.surplusOf(link) : sourceDistance;
      if (distance >= sinkDistance[t] || distance >= this.cost) continue;
      if (sinkDistance[t] === Infinity) this.reachedSinks[this.sinksReached++] = t;
      sinkDistance[t] = distance;
      lostBy[t] = link;
      this.heap.push(distance, t);
      const cost = distance + this.plan.sinkPrice(t);
      if (cost >= this.cost) continue;
      this.cost = cost;
      this.endSource = NONE;
      this.endSink = t;
    }
  }

  /** Makes the way found cost nothing and lets no other cost less: nearer sources rise, nearer sinks fall. */
  private adjustPrices(): void {
    const { sourcePrice, netPrice } = this.plan;
    const { cost, sourceDistance, sinkDistance, reachedSources, reachedSinks } = this;
    for (let i = 0; i < this.sourcesReached; i++) {
      const s = reachedSources[i];
      if (sourceDistance[s] < cost) sourcePrice[s] += cost - sourceDistance[s];
    }
    for (let i = 0; i < this.sinksReached; i++) {
      const t = reachedSinks[i];
      if (sinkDistance[t] < cost) netPrice[t] -= cost - sinkDistance[t];
    }
  }

  private moveAlong(root: number, most: number): number {
    const units = Math.min(most, this.narrowest(root));
    const { spare, short, links } = this.plan;
    let s = this.endSource;
    if (s >= 0) spare[s] -= units;
    else {
      short[this.endSink] += units;
      s = this.loseAt(this.endSink, units);
    }
    for (;;) {
      const t = this.takenBy[s];
      const score = this.takenScore[s];
      const next = t === root ? NONE : this.loseAt(t, units);
      links.add(s, t, score, units);
      if (next < 0) return units;
      s = next;
    }
  }

  /** Takes units from sink `t` for the way's next source, which it returns. */
  private loseAt(t: number, units: number): number {
    const link = this.lostBy[t];
    const s = this.plan.links.source[link];
    this.plan.links.remove(link, units);
    return s;
  }

  /** The most units the way found can move. */
  private narrowest(root: number): number {
    const { spare, links } = this.plan;
    const { takenBy, takenRoom, lostBy } = this;
    let s = this.endSource < 0 ? links.source[lostBy[this.endSink]] : this.endSource;
    let units = this.endSource < 0 ? links.units[lostBy[this.endSink]] : spare[s];
    for (;;) {
      const t = takenBy[s];
      if (takenRoom) units = Math.min(units, takenRoom[s]);
      if (t === root) return units;
      units = Math.min(units, links.units[lostBy[t]]);
      s = links.source[lostBy[t]];
    }
  }

  private forget(): void {
    const { sourceDistance, sinkDistance, reachedSources, reachedSinks } = this;
    for (let i = 0; i < this.sourcesReached; i++) sourceDistance[reachedSources[i]] = Infinity;
    for (let i = 0; i < this.sinksReached; i++) sinkDistance[reachedSinks[i]] = Infinity;
    this.sourcesReached = 0;
    this.sinksReached = 0;
    this.heap.clear();
  }
}
