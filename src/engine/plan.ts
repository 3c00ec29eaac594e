import { Columns } from './columns.js';
import type { EdgeLists } from './edge-lists.js';
import { Links } from './links.js';
import type { Problem } from './problem.js';

/** How far apart the plan's numbers lie. */
export interface Layout {
  /** At least what classStepOf() says. */
  readonly classStep: number;
  /** More than any source's index, ever. */
  readonly sourceStep: number;
}

/**
 * A plan while it is made: what goes where, and prices. With w the weight of an edge, these hold between two searches
 * for all sinks that have been opened:
 *   1. sourcePrice + sinkPrice >= w on every edge that could carry more, and <= w where something goes along it;
 *   2. a source with supply to spare has price 0, and so has a sink that was left short;
 *   3. prices are integers, and not negative.
 */
export class Plan {
  /** The edges by source. */
  readonly rows: EdgeLists;
  /** The edges by sink. */
  readonly columns: Columns;
  readonly links: Links;
  /** What an edge to each sink weighs apart from its score. */
  classWeight: Float64Array;
  /** Units each source still has to give. */
  spare: Int32Array;
  /** Units each opened sink is short of. */
  short: Int32Array;
  sourcePrice: Float64Array;
  /** Prices of sinks less their classWeight: what is left to compare with a score. */
  netPrice: Float64Array;

  readonly classStep: number;

  /** No score of the problem is above `bound`. */
  constructor(
    readonly problem: Problem,
    bound: number,
    { classStep, sourceStep }: Layout,
  ) {
    const { supply, demand, priority, rowStart, sink, score, capacity } = problem;
    this.rows = { start: rowStart.subarray(0, -1), end: rowStart.subarray(1), node: sink, score, capacity };
    this.columns = new Columns(problem, bound, sourceStep);
    this.links = new Links(supply.length, demand.length);
    this.classStep = classStep;
    this.classWeight = Float64Array.from(priority, (k) => k * classStep);
    this.spare = supply.slice();
    this.short = new Int32Array(demand.length);
    this.sourcePrice = new Float64Array(supply.length);
    this.netPrice = this.classWeight.map((weight) => -weight);
  }

  sinkPrice(t: number): number {
    return this.netPrice[t] + this.classWeight[t];
  }

  /** What a link is worth beyond its ends' prices: more than 0 only where its edge is at its limit. */
  surplusOf(link: number): number {
    const { links } = this;
    return links.score[link] - this.sourcePrice[links.source[link]] - this.netPrice[links.sink[link]];
  }
}

/** How many more edges of a column are put in order when a search comes to the end of those that are. */
export const WANT = 64;
