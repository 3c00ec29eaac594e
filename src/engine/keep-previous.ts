import { allocationOf } from './allocation.js';
import { EngineInputError } from './errors.js';
import { type Allocation, type Duals, scoreBound } from './objective.js';
import { Plan } from './plan.js';
import type { Problem } from './problem.js';
import { SinkSearch } from './sink-search.js';
import { SourceSearch } from './source-search.js';

/** Pairs of an earlier plan, in the present problem's indices: the source and, beside it, the sink of each. */
export interface Pairs {
  readonly source: Int32Array;
  readonly sink: Int32Array;
}

/**
 * Of all plans as good as the one given, one in which previous pairs carry the most units. Every unit on a previous pair
 * is worth a bonus, so small that all bonuses together never buy a point of score: prices stay valid but for the
 * bonuses, so only the sources of tied previous pairs are placed anew. Returns the same plan where nothing is tied.
 */
export function keepPrevious(problem: Problem, plan: Allocation, duals: Duals, previous: Pairs): Allocation {
  const bonusEdges = tiedEdges(problem, duals, previous);
  if (useNoOther(plan, bonusEdges) || carryAllTheyCan(problem, plan, bonusEdges)) return plan;
  const kept = new Settlement(problem, plan, duals, bonusEdges).settle();
  return { ...kept, score: scoreOf(problem, kept), filledByClass: plan.filledByClass };
}

/** How many of the previous pairs carry nothing now. */
export function movedPairs({ rowStart, sink }: Problem, { edge }: Allocation, previous: Pairs): number {
  const width = sink.reduce((most, t) => Math.max(most, t + 1), 1);
  const present = new Set<number>();
  let s = 0;
  for (const e of edge) {
    while (rowStart[s + 1] <= e) s++;
    present.add(s * width + sink[e]);
  }
  return previous.source.reduce(
    (moved, source, i) => moved + (present.has(source * width + previous.sink[i]) ? 0 : 1),
    0,
  );
}

/** The edges of previous pairs that an optimal plan may use: those that are worth no less than their ends' prices. */
function tiedEdges(problem: Problem, { sourcePrice, sinkPrice, classStep }: Duals, previous: Pairs): number[] {
  const { rowStart, sink, score, priority, supply } = problem;
  const tied: number[] = [];
  for (let i = 0; i < previous.source.length; i++) {
    const s = previous.source[i];
    if (s < 0 || s >= supply.length) throw new EngineInputError('INDEX_OUT_OF_RANGE', `There is no source ${s}`);
    for (let e = rowStart[s]; e < rowStart[s + 1]; e++) {
      const t = sink[e];
      const weight = priority[t] * classStep + score[e];
      if (t === previous.sink[i] && weight >= sourcePrice[s] + sinkPrice[t]) tied.push(e);
    }
  }
  return tied.sort((a, b) => a - b);
}

/** Every unit goes along one of the edges: no plan as good has more there. */
function useNoOther({ edge }: Allocation, edges: readonly number[]): boolean {
  const known = new Set(edges);
  return edge.every((e) => known.has(e));
}

function carryAllTheyCan(problem: Problem, plan: Allocation, edges: readonly number[]): boolean {
  const { supply, demand, rowStart, sink, capacity } = problem;
  const unitsOf = new Map(Array.from(plan.edge, (e, i) => [e, plan.units[i]]));
  let s = 0;
  return edges.every((e) => {
    while (rowStart[s + 1] <= e) s++;
    return (unitsOf.get(e) ?? 0) === Math.min(supply[s], demand[sink[e]], capacity?.[e] ?? Infinity);
  });
}

function scoreOf({ score }: Problem, { edge, units }: Allocation): number {
  return edge.reduce((sum, e, i) => sum + units[i] * score[e], 0);
}

/** The problem with bonuses, solved from the plan and prices of the one without. */
class Settlement {
  private readonly plan: Plan;
  private readonly scale: number;

  constructor(
    private readonly problem: Problem,
    private readonly before: Allocation,
    duals: Duals,
    private readonly bonusEdges: readonly number[],
  ) {
    this.scale = Math.min(problem.supply.length, problem.demand.length) + 2;
    const bound = this.scale * scoreBound(problem) + 1;
    if (bound > 2 ** 31 - 1 || (bound + 1) * problem.supply.length > 2 ** 52)
      throw new EngineInputError('TOO_LARGE', `Scores up to ${bound} leave no room to prefer the previous plan`);
    const score = Int32Array.from(problem.score, (points) => points * this.scale);
    for (const e of bonusEdges) score[e]++;
    const layout = { classStep: duals.classStep * this.scale, sourceStep: problem.supply.length };
    this.plan = new Plan({ ...problem, score }, bound, layout);
    const { sourcePrice, netPrice, classWeight } = this.plan;
    for (let s = 0; s < sourcePrice.length; s++) sourcePrice[s] = duals.sourcePrice[s] * this.scale;
    for (let t = 0; t < netPrice.length; t++) netPrice[t] = duals.sinkPrice[t] * this.scale - classWeight[t];
  }

  settle(): Allocation {
    const { plan } = this;
    const { sourcePrice, spare, links } = plan;
    const isLoose = this.sourcesWithBonus();
    const sources = this.leaveContent(isLoose);
    const lost = this.adopt(isLoose);
    for (const s of sources) {
      sourcePrice[s] = Infinity;
      spare[s] = 0;
    }
    this.shortenSinks(lost);
    const fromSink = new SinkSearch(plan);
    for (let t = 0; t < lost.length; t++) if (lost[t] > 0) fromSink.fill(t, lost[t]);
    const fromSource = new SourceSearch(plan);
    for (const s of sources) {
      fromSource.price(s);
      fromSource.place(s, this.problem.supply[s]);
    }
    return allocationOf({ problem: plan.problem, links });
  }

  /** By source: 1 where one of its edges bears a bonus. */
  private sourcesWithBonus(): Uint8Array {
    const { rowStart, supply } = this.problem;
    const has = new Uint8Array(supply.length);
    let s = 0;
    for (const e of this.bonusEdges) {
      while (rowStart[s + 1] <= e) s++;
      has[s] = 1;
    }
    return has;
  }

  /**
   * A source whose units all go along bonuses already is content: the bonus raises its price, and it stays. Takes such
   * sources out of `isLoose` and answers the others, which few are where the plan has hardly changed.
   */
  private leaveContent(isLoose: Uint8Array): number[] {
    const { rowStart, supply } = this.problem;
    const isBonus = new Set(this.bonusEdges);
    const kept = new Int32Array(supply.length);
    let s = 0;
    for (const [i, e] of this.before.edge.entries()) {
      while (rowStart[s + 1] <= e) s++;
      if (isBonus.has(e)) kept[s] += this.before.units[i];
    }
    const loose: number[] = [];
    for (let source = 0; source < isLoose.length; source++) {
      if (!isLoose[source]) continue;
      if (kept[source] < supply[source]) loose.push(source);
      else {
        isLoose[source] = 0;
        this.plan.sourcePrice[source]++;
      }
    }
    return loose;
  }

  /** Takes over what goes from sources that need no new place; answers what each sink loses by the others. */
  private adopt(isLoose: Uint8Array): Int32Array {
    const { rowStart, sink } = this.problem;
    const { links, spare } = this.plan;
    const lost = new Int32Array(this.problem.demand.length);
    let s = 0;
    for (const [i, e] of this.before.edge.entries()) {
      while (rowStart[s + 1] <= e) s++;
      const units = this.before.units[i];
      if (isLoose[s]) {
        lost[sink[e]] += units;
        continue;
      }
      links.add(s, sink[e], this.plan.problem.score[e], units);
      spare[s] -= units;
    }
    return lost;
  }

  /** Counts as short what no source filled before either; what the loose sources leave is filled one by one. */
  private shortenSinks(lost: Int32Array): void {
    const { links, short } = this.plan;
    for (let t = 0; t < short.length; t++) {
      short[t] = this.problem.demand[t] - lost[t];
      for (let link = links.firstAtSink[t]; link >= 0; link = links.nextAtSink[link]) short[t] -= links.units[link];
    }
  }
}
