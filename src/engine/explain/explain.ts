import type { Plan } from '../plan.js';
import { planOf } from '../plan-of.js';
import type { Problem } from '../problem.js';
import { SinkSearch, type Way } from '../sink-search.js';
import type { Solution } from '../solve.js';
import { SourceSearch } from '../source-search.js';
import { type Block, blockOfSink, blockOfSource } from './block.js';

/** A difference in the objective: units, each counted as many times as its class says, and score points. */
export interface Worth {
  readonly classUnits: number;
  readonly points: number;
}

/** What it would mean to have one unit more somewhere. */
export interface OneMore {
  /** By how much the plan would get better; negative: worse. */
  readonly worth: Worth;
  /** Who would move: each sink gets a unit of the source of the same index; a last one without a partner loses one. */
  readonly sources: readonly number[];
  readonly sinks: readonly number[];
}

export interface SinkExplanation {
  /** Units that it asks for and does not get. */
  readonly short: number;
  /** Bounds what the plan would gain by one more unit of demand here. */
  readonly price: Worth;
  /** One more unit forced in here; undefined where no way leads. */
  readonly oneMore: OneMore | undefined;
  /** Units of its candidates by the sink that they serve, most first; its own under its own index. */
  readonly candidates: readonly { readonly sink: number; readonly units: number }[];
  /** Idle units of its candidates. */
  readonly idle: number;
  /** Why it is short, for one that is. */
  readonly block: Block | undefined;
}

export interface SourceExplanation {
  readonly spare: number;
  /** Bounds what the plan would lose without one unit of this source. */
  readonly price: Worth;
  /** One more unit of this source forced into the plan; undefined where no way leads. */
  readonly oneMore: OneMore | undefined;
  /** Units of the sinks that it could serve, by the source that has them, most first. */
  readonly rivals: readonly { readonly source: number; readonly units: number }[];
  /** Why it is left over, for one that is. */
  readonly block: Block | undefined;
}

/** Says why the plan is as it is. All answers are facts about the optimum, found from prices and single ways. */
export class Explainer {
  private readonly fromSink: SinkSearch;
  private readonly fromSource: SourceSearch;

  constructor(private readonly plan: Plan) {
    this.fromSink = new SinkSearch(plan);
    this.fromSource = new SourceSearch(plan);
  }

  sink(t: number): SinkExplanation {
    const { columns, links, short, spare } = this.plan;
    const unitsBySink = new Map<number, number>();
    let idle = 0;
    for (let i = columns.start[t]; i < columns.end[t]; i++) {
      const s = columns.node[i];
      idle += spare[s];
      for (let link = links.firstAtSource[s]; link >= 0; link = links.nextAtSource[link])
        unitsBySink.set(links.sink[link], (unitsBySink.get(links.sink[link]) ?? 0) + links.units[link]);
    }
    const price = this.plan.sinkPrice(t);
    return {
      short: short[t],
      price: this.worth(price),
      oneMore: this.oneMore(price, this.fromSink.cheapestWay(t)),
      candidates: mostFirst(unitsBySink).map(([sink, units]) => ({ sink, units })),
      idle,
      block: short[t] > 0 ? blockOfSink(this.plan, t) : undefined,
    };
  }

  source(s: number): SourceExplanation {
    const { rows, links, spare, sourcePrice } = this.plan;
    const unitsBySource = new Map<number, number>();
    for (let e = rows.start[s]; e < rows.end[s]; e++) {
      for (let link = links.firstAtSink[rows.node[e]]; link >= 0; link = links.nextAtSink[link])
        unitsBySource.set(links.source[link], (unitsBySource.get(links.source[link]) ?? 0) + links.units[link]);
    }
    const price = sourcePrice[s];
    return {
      spare: spare[s],
      price: this.worth(price),
      oneMore: this.oneMore(price, this.fromSource.cheapestWay(s)),
      rivals: mostFirst(unitsBySource).map(([source, units]) => ({ source, units })),
      block: spare[s] > 0 ? blockOfSource(this.plan, s) : undefined,
    };
  }

  private oneMore(price: number, way: Way | undefined): OneMore | undefined {
    return way && { worth: this.worth(price - way.cost), sources: way.sources, sinks: way.sinks };
  }

  private worth(amount: number): Worth {
    const classUnits = Math.round(amount / this.plan.classStep);
    return { classUnits: classUnits + 0, points: amount - classUnits * this.plan.classStep };
  }
}

/** For a plan that solve() made. Takes time and memory in proportion to the edges. */
export function explainerOf(problem: Problem, solution: Solution): Explainer {
  return new Explainer(planOf(problem, solution, problem.supply.length));
}

function mostFirst(units: ReadonlyMap<number, number>): [node: number, units: number][] {
  return [...units].sort(([a, x], [b, y]) => y - x || a - b);
}
