import { Columns } from './columns.js';
import { Links } from './links.js';
import { classStepOf } from './objective.js';
import type { Problem } from './problem.js';

/** The edges by source: those of source `s` are the places `start[s] .. end[s] - 1`. */
export interface Rows {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly sink: Int32Array;
  readonly score: Uint16Array | Int32Array;
  readonly capacity?: Int32Array | undefined;
}

/**
 * A plan while it is made: what goes where, and prices. With w the weight of an edge, these hold between two searches
 * for all sinks that have been opened:
 *   1. sourcePrice + sinkPrice >= w on every edge that could carry more, and <= w where something goes along it;
 *   2. a source with supply to spare has price 0, and so has a sink that was left short;
 *   3. prices are integers, and not negative.
 */
export class Plan {
  readonly rows: Rows;
  readonly columns: Columns;
  readonly links: Links;
  readonly classStep: number;
  /** What an edge to each sink weighs apart from its score. */
  readonly classWeight: Float64Array;
  /** Units each source still has to give. */
  readonly spare: Int32Array;
  /** Units each opened sink is short of. */
  readonly short: Int32Array;
  readonly sourcePrice: Float64Array;
  readonly sinkPrice: Float64Array;

  constructor(
    readonly problem: Problem,
    bound: number,
  ) {
    const { supply, demand, priority, rowStart, sink, score, capacity } = problem;
    this.rows = { start: rowStart.subarray(0, -1), end: rowStart.subarray(1), sink, score, capacity };
    this.columns = new Columns(problem, bound);
    this.links = new Links(supply.length, demand.length);
    this.classStep = classStepOf(problem, bound);
    this.classWeight = Float64Array.from(priority, (k) => k * this.classStep);
    this.spare = supply.slice();
    this.short = new Int32Array(demand.length);
    this.sourcePrice = new Float64Array(supply.length);
    this.sinkPrice = new Float64Array(demand.length);
  }

  /** Gives sink `t` the lowest price that outbids every source in reach, so that invariant 1 holds for its edges. */
  open(t: number): void {
    const { columns, sourcePrice } = this;
    const { source, score, sortedEnd } = columns;
    const end = columns.end[t];
    const classWeight = this.classWeight[t];
    let price = 0;
    for (let i = columns.start[t]; i < end; i++) {
      if (i === sortedEnd[t]) columns.sortNext(t, WANT);
      const weight = classWeight + score[i];
      if (weight <= price) break;
      price = Math.max(price, weight - sourcePrice[source[i]]);
    }
    this.sinkPrice[t] = price;
    this.short[t] = this.problem.demand[t];
  }
}

/** How many more edges of a column are put in order when a search comes to the end of those that are. */
export const WANT = 64;
