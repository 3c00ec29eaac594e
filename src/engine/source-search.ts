import { DistanceHeap } from './distance-heap.js';
import type { Plan } from './plan.js';
import type { Way } from './sink-search.js';

const NONE = -1;

/**
 * Finds the cheapest way to place units of a source: the mirror of `SinkSearch`. A way goes source, sink, source, sink
 * ...: each source gives to a sink along an edge, at the cost `sourcePrice + sinkPrice - weight >= 0`; each full sink
 * sends back, at no cost, a source that serves it. It ends at a sink that is short, at no further cost, or at a source
 * that keeps its unit, at the cost of that source's price. The way of length zero leaves the root's units unplaced.
 */
export class SourceSearch {
  private cost = 0;
  /** Where the cheapest way found ends: a sink that is short, or else (-1) `endSource`. */
  private endSink = NONE;
  private endSource = NONE;

  private readonly sourceDistance: Float64Array;
  private readonly sinkDistance: Float64Array;
  /** The source that gives to a reached sink, and the score of that edge. */
  private readonly givenBy: Int32Array;
  private readonly givenScore: Int32Array;
  /** What more that edge can carry; only where edges have limits. */
  private readonly givenRoom: Int32Array | undefined;
  /** The link by which a reached source is sent back. */
  private readonly sentBackBy: Int32Array;
  private readonly reachedSources: Int32Array;
  private readonly reachedSinks: Int32Array;
  private sourcesReached = 0;
  private sinksReached = 0;
  private readonly heap = new DistanceHeap();

  /** `rows` are the plan's, or those of them that matter. */
  constructor(
    private readonly plan: Plan,
    private readonly rows = plan.rows,
  ) {
    const sources = plan.spare.length;
    const sinks = plan.netPrice.length;
    this.sourceDistance = new Float64Array(sources).fill(Infinity);
    this.sinkDistance = new Float64Array(sinks).fill(Infinity);
    this.givenBy = new Int32Array(sinks);
    this.givenScore = new Int32Array(sinks);
    this.givenRoom = plan.columns.capacity && new Int32Array(sinks);
    this.sentBackBy = new Int32Array(sources);
    this.reachedSources = new Int32Array(sources);
    this.reachedSinks = new Int32Array(sinks);
  }

  /** Gives source `s` the least price, 0 or more, at which it asks for no more than any sink pays. */
  price(s: number): void {
    this.plan.sourcePrice[s] = this.bestOffer(s);
  }

  bestOffer(s: number): number {
    const { rows } = this;
    const { netPrice } = this.plan;
    const { node, score, capacity } = rows;
    let offer = 0;
    for (let e = rows.start[s], end = rows.end[s]; e < end; e++) {
      const t = node[e];
      const value = score[e] - netPrice[t];
      if (value > offer && !(capacity && this.roomOf(s, e) === 0)) offer = value;
    }
    return offer;
  }

  /**
   * Places units of source `s`, which has been priced, and whose `spare` does not count them yet, as far as that makes
   * the plan better; the rest becomes spare.
   */
  place(s: number, units: number): void {
    const { spare, sourcePrice } = this.plan;
    let left = units;
    while (left > 0 && sourcePrice[s] > 0) {
      const moved = this.augment(s, left);
      if (moved === 0) break;
      left -= moved;
    }
    spare[s] += left;
  }

  private roomOf(s: number, e: number): number {
    const { rows } = this;
    const { links } = this.plan;
    return (rows.capacity?.[e] ?? 0) - links.unitsBetween(s, rows.node[e]);
  }

  private augment(root: number, units: number): number {
    this.findWay(root, this.plan.sourcePrice[root]);
    this.adjustPrices();
    const moved = this.endSink < 0 && this.endSource === root ? 0 : this.moveAlong(root, units);
    this.forget();
    return moved;
  }

  /**
   * The cheapest way to place one unit more of source `root` than it has or can, at any cost; undefined where there is
   * none. Each source gives to the sink of the same index; one that is left over keeps a unit. Nothing is changed.
   */
  cheapestWay(root: number): Way | undefined {
    const { links } = this.plan;
    this.findWay(root, Infinity);
    let t = this.endSink;
    if (t < 0 && this.endSource !== root) t = links.sink[this.sentBackBy[this.endSource]];
    const sinks: number[] = [];
    const sources = this.endSink < 0 ? [this.endSource] : [];
    while (t >= 0) {
      sinks.unshift(t);
      const s = this.givenBy[t];
      sources.unshift(s);
      t = s === root ? NONE : links.sink[this.sentBackBy[s]];
    }
    const { cost } = this;
    this.forget();
    return cost === Infinity ? undefined : { cost, sources, sinks };
  }

  private findWay(root: number, costToStay: number): void {
    const { heap } = this;
    this.cost = costToStay;
    this.endSink = NONE;
    this.endSource = root;
    this.sourceDistance[root] = 0;
    this.reachedSources[this.sourcesReached++] = root;
    this.scan(root, 0);
    while (heap.size > 0) {
      const distance = heap.least();
      if (distance >= this.cost) break;
      const t = heap.pop();
      if (distance === this.sinkDistance[t]) this.reachSourcesServing(t, distance);
    }
  }

  /** Reads the row of a source whose distance is final. */
  private scan(s: number, sourceDistance: number): void {
    const { rows } = this;
    const { netPrice, short } = this.plan;
    const { node, score, capacity } = rows;
    const { sinkDistance, givenBy, givenScore, givenRoom } = this;
    const base = sourceDistance + this.plan.sourcePrice[s];
    let cost = this.cost;
    for (let e = rows.start[s], end = rows.end[s]; e < end; e++) {
      const t = node[e];
      const distance = base + netPrice[t] - score[e];
      if (distance >= cost || distance >= sinkDistance[t]) continue;
      if (capacity && givenRoom) {
        const room = this.roomOf(s, e);
        if (room === 0) continue;
        givenRoom[t] = room;
      }
      if (sinkDistance[t] === Infinity) this.reachedSinks[this.sinksReached++] = t;
      sinkDistance[t] = distance;
      givenBy[t] = s;
      givenScore[t] = score[e];
      if (short[t] > 0) {
        cost = distance;
        this.endSink = t;
      } else this.heap.push(distance, t);
    }
    this.cost = cost;
  }

  private reachSourcesServing(t: number, sinkDistance: number): void {
    const { links, sourcePrice, columns } = this.plan;
    const { sourceDistance } = this;
    for (let link = links.firstAtSink[t]; link >= 0; link = links.nextAtSink[link]) {
      const s = links.source[link];
      const distance = columns.capacity ? sinkDistance + this.plan.surplusOf(link) : sinkDistance;
      if (distance >= sourceDistance[s] || distance >= this.cost) continue;
      if (sourceDistance[s] === Infinity) this.reachedSources[this.sourcesReached++] = s;
      sourceDistance[s] = distance;
      this.sentBackBy[s] = link;
      const cost = distance + sourcePrice[s];
      if (cost < this.cost) {
        this.cost = cost;
        this.endSink = NONE;
        this.endSource = s;
      }
      this.scan(s, distance);
    }
  }

  /** Makes the way found cost nothing and lets no other cost less: nearer sinks rise, nearer sources fall. */
  private adjustPrices(): void {
    const { sourcePrice, netPrice } = this.plan;
    const { cost, sourceDistance, sinkDistance, reachedSources, reachedSinks } = this;
    for (let i = 0; i < this.sourcesReached; i++) {
      const s = reachedSources[i];
      if (sourceDistance[s] < cost) sourcePrice[s] -= cost - sourceDistance[s];
    }
    for (let i = 0; i < this.sinksReached; i++) {
      const t = reachedSinks[i];
      if (sinkDistance[t] < cost) netPrice[t] += cost - sinkDistance[t];
    }
  }

  private moveAlong(root: number, most: number): number {
    const units = Math.min(most, this.narrowest(root));
    const { spare, short, links } = this.plan;
    let t = this.endSink;
    if (t >= 0) short[t] -= units;
    else {
      spare[this.endSource] += units;
      t = this.sendBack(this.endSource, units);
    }
    for (;;) {
      const s = this.givenBy[t];
      const score = this.givenScore[t];
      const next = s === root ? NONE : this.sendBack(s, units);
      links.add(s, t, score, units);
      if (next < 0) return units;
      t = next;
    }
  }

  /** Takes units of source `s` back from the way's next sink, which it returns. */
  private sendBack(s: number, units: number): number {
    const link = this.sentBackBy[s];
    const t = this.plan.links.sink[link];
    this.plan.links.remove(link, units);
    return t;
  }

  /** The most units the way found can move. */
  private narrowest(root: number): number {
    const { short, links } = this.plan;
    const { givenBy, givenRoom, sentBackBy } = this;
    let t = this.endSink < 0 ? links.sink[sentBackBy[this.endSource]] : this.endSink;
    let units = this.endSink < 0 ? links.units[sentBackBy[this.endSource]] : short[t];
    for (;;) {
      const s = givenBy[t];
      if (givenRoom) units = Math.min(units, givenRoom[t]);
      if (s === root) return units;
      units = Math.min(units, links.units[sentBackBy[s]]);
      t = links.sink[sentBackBy[s]];
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
