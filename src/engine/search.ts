import type { Plan } from './plan.js';
import { SinkHeap } from './sink-heap.js';

/**
 * Finds the cheapest way for a sink to gain a unit. A way goes sink, source, sink, source ...: each sink takes from a
 * source along an edge, at the cost `sourcePrice + sinkPrice - weight >= 0`; each source without spare supply takes
 * back, at no cost, from a sink it serves. It ends at a source with supply to spare, at no further cost, or at a sink
 * that is left one unit shorter, at the cost of that sink's price. The way of length zero leaves the root short.
 */
export class Search {
  /** Cost of the cheapest way found. */
  private cost = 0;
  /** Where that way ends: a source with spare supply, or else (-1) `endSink`. */
  private endSource = -1;
  private endSink = -1;

  private readonly sourceDistance: Float64Array;
  private readonly sinkDistance: Float64Array;
  /** The edge by which a reached source is taken from. */
  private readonly takenBy: Int32Array;
  /** The edge, and its source, by which a reached sink loses. */
  private readonly lostBy: Int32Array;
  private readonly lostTo: Int32Array;
  private readonly reachedSources: number[] = [];
  private readonly reachedSinks: number[] = [];
  private readonly heap: SinkHeap;

  constructor(private readonly plan: Plan) {
    const sources = plan.spare.length;
    const sinks = plan.sinkPrice.length;
    this.sourceDistance = new Float64Array(sources).fill(Infinity);
    this.sinkDistance = new Float64Array(sinks).fill(Infinity);
    this.takenBy = new Int32Array(sources);
    this.lostBy = new Int32Array(sinks);
    this.lostTo = new Int32Array(sinks);
    this.heap = new SinkHeap(this.sinkDistance);
  }

  /**
   * Moves up to `units` to sink `root` by one cheapest way and returns how many, or 0 when it is best to leave the root
   * short. Prices follow, so the plan's invariants hold again.
   */
  augment(root: number, units: number): number {
    this.findWay(root);
    this.adjustPrices();
    const moved = this.endSource < 0 && this.endSink === root ? 0 : this.moveAlong(root, units);
    this.forget();
    return moved;
  }

  private findWay(root: number): void {
    this.cost = Infinity;
    this.reachSink(root, 0);
    while (this.heap.nearest() < this.cost) this.scan(this.heap.pop());
  }

  /** Reads the column of a sink whose distance is final. */
  private scan(t: number): void {
    const { columns, sourcePrice, spare, sinkPrice } = this.plan;
    const { start, source, score, edge } = columns;
    const { sourceDistance } = this;
    const end = start[t + 1] as number;
    const base = (this.sinkDistance[t] as number) + (sinkPrice[t] as number) - this.plan.classWeight(t);
    for (let place = start[t] as number; place < end; place++) {
      const unpriced = base - (score[place] as number);
      if (unpriced >= this.cost) break; // scores only fall from here on, and prices are not negative
      const s = source[place] as number;
      const distance = unpriced + (sourcePrice[s] as number);
      if (distance >= this.cost || distance >= (sourceDistance[s] as number)) continue;
      if (sourceDistance[s] === Infinity) this.reachedSources.push(s);
      sourceDistance[s] = distance;
      this.takenBy[s] = edge[place] as number;
      if ((spare[s] as number) > 0) this.endAtSource(s, distance);
      else this.reachSinksServedBy(s, distance);
    }
  }

  private reachSinksServedBy(s: number, distance: number): void {
    const { problem, carrier, carrying } = this.plan;
    const first = problem.rowStart[s] as number;
    const end = first + (carrying[s] as number);
    for (let place = first; place < end; place++) {
      const e = carrier[place] as number;
      const t = problem.sink[e] as number;
      if (distance >= (this.sinkDistance[t] as number)) continue;
      this.lostBy[t] = e;
      this.lostTo[t] = s;
      this.reachSink(t, distance);
    }
  }

  private reachSink(t: number, distance: number): void {
    if (this.sinkDistance[t] === Infinity) this.reachedSinks.push(t);
    this.sinkDistance[t] = distance;
    this.heap.rise(t);
    const cost = distance + (this.plan.sinkPrice[t] as number);
    if (cost >= this.cost) return;
    this.cost = cost;
    this.endSource = -1;
    this.endSink = t;
  }

  private endAtSource(s: number, cost: number): void {
    this.cost = cost;
    this.endSource = s;
  }

  /** Makes the way found cost nothing and lets no other cost less: nearer sources rise, nearer sinks fall. */
  private adjustPrices(): void {
    const { sourcePrice, sinkPrice } = this.plan;
    for (const s of this.reachedSources) {
      const nearer = this.cost - (this.sourceDistance[s] as number);
      if (nearer > 0) sourcePrice[s] = (sourcePrice[s] as number) + nearer;
    }
    for (const t of this.reachedSinks) {
      const nearer = this.cost - (this.sinkDistance[t] as number);
      if (nearer > 0) sinkPrice[t] = (sinkPrice[t] as number) - nearer;
    }
  }

  private moveAlong(root: number, most: number): number {
    const units = Math.min(most, this.narrowest(root));
    const { plan } = this;
    let s = this.endSource;
    if (s >= 0) plan.spare[s] = (plan.spare[s] as number) - units;
    else s = this.loseAt(this.endSink, units);
    for (;;) {
      const e = this.takenBy[s] as number;
      plan.send(s, e, units);
      const t = plan.problem.sink[e] as number;
      if (t === root) return units;
      s = this.loseAt(t, units);
    }
  }

  /** Takes units from sink t for the way's next source, which it returns. */
  private loseAt(t: number, units: number): number {
    const s = this.lostTo[t] as number;
    this.plan.takeBack(s, this.lostBy[t] as number, units);
    return s;
  }

  /** The most units the way found can move. */
  private narrowest(root: number): number {
    const { spare, flow, problem } = this.plan;
    let units = this.endSource < 0 ? Infinity : (spare[this.endSource] as number);
    let t = this.endSource < 0 ? this.endSink : (problem.sink[this.takenBy[this.endSource] as number] as number);
    while (t !== root) {
      units = Math.min(units, flow[this.lostBy[t] as number] as number);
      t = problem.sink[this.takenBy[this.lostTo[t] as number] as number] as number;
    }
    return units;
  }

  private forget(): void {
    for (const s of this.reachedSources) this.sourceDistance[s] = Infinity;
    for (const t of this.reachedSinks) this.sinkDistance[t] = Infinity;
    this.reachedSources.length = 0;
    this.reachedSinks.length = 0;
    this.heap.clear();
  }
}
