import { type Columns, columnsOf } from './columns.js';
import { classStepOf } from './objective.js';
import type { Problem } from './problem.js';

/**
 * The plan while it grows: flow and prices. With w the weight of an edge, these hold between any two searches, for
 * every sink that has been opened:
 *   1. sourcePrice + sinkPrice >= w on every edge, and = w where there is flow;
 *   2. a source with supply to spare has price 0, and so has a sink that was left short;
 *   3. source prices only rise, sink prices only fall.
 */
export class Plan {
  readonly columns: Columns;
  readonly classStep: number;
  /** Units along each edge. */
  readonly flow: Int32Array;
  /** Units each source still has to give. */
  readonly spare: Int32Array;
  /** Edges of source s that carry flow: places rowStart[s] .. rowStart[s] + carrying[s] - 1. */
  readonly carrier: Int32Array;
  readonly carrying: Int32Array;
  readonly sourcePrice: Float64Array;
  readonly sinkPrice: Float64Array;

  constructor(readonly problem: Problem) {
    this.columns = columnsOf(problem);
    this.classStep = classStepOf(problem);
    this.flow = new Int32Array(problem.sink.length);
    this.spare = problem.supply.slice();
    this.carrier = new Int32Array(problem.sink.length);
    this.carrying = new Int32Array(problem.supply.length);
    this.sourcePrice = new Float64Array(problem.supply.length);
    this.sinkPrice = new Float64Array(problem.demand.length);
  }

  /** What an edge to sink t weighs apart from its score. */
  classWeight(t: number): number {
    return (this.problem.priority[t] as number) * this.classStep;
  }

  /** Gives sink t the lowest price that outbids every source in reach, so that invariant 1 holds for its edges. */
  open(t: number): void {
    const { start, source, score } = this.columns;
    const classWeight = this.classWeight(t);
    let price = 0;
    for (let place = start[t] as number; place < (start[t + 1] as number); place++) {
      const weight = classWeight + (score[place] as number);
      if (weight <= price) break;
      price = Math.max(price, weight - (this.sourcePrice[source[place] as number] as number));
    }
    this.sinkPrice[t] = price;
  }

  /** Sends units from source s along edge e. */
  send(s: number, e: number, units: number): void {
    const before = this.flow[e] as number;
    if (before === 0) {
      const count = this.carrying[s] as number;
      this.carrier[(this.problem.rowStart[s] as number) + count] = e;
      this.carrying[s] = count + 1;
    }
    this.flow[e] = before + units;
  }

  /** Takes units back from edge e of source s. */
  takeBack(s: number, e: number, units: number): void {
    const after = (this.flow[e] as number) - units;
    this.flow[e] = after;
    if (after > 0) return;
    const first = this.problem.rowStart[s] as number;
    const last = first + (this.carrying[s] as number) - 1;
    this.carrier[this.carrier.indexOf(e, first)] = this.carrier[last] as number;
    this.carrying[s] = last - first;
  }
}
