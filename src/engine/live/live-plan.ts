import { EngineInputError } from '../errors.js';
import { classStepOf, type Duals, scoreBound } from '../objective.js';
import { Pace, type PaceOptions } from '../pace.js';
import type { Plan } from '../plan.js';
import { MAX_PRIORITY, type Problem } from '../problem.js';
import { SinkSearch } from '../sink-search.js';
import { planOf } from '../plan-of.js';
import { planFor, type Solution } from '../solve.js';
import { SourceSearch } from '../source-search.js';
import { type Change, ChangeLog, MAX_NODES } from './change-log.js';
import { checkEdges, checkNode, checkUnits } from './live-input.js';
import { type EdgeEnd, LiveNetwork } from './live-network.js';
import { difference, edgesOfSink, edgesOfSource } from './live-reads.js';
import { grown } from './room.js';
import { takeAllFromSink, takeAllFromSource } from './take-all.js';

export interface LiveOptions extends Omit<PaceOptions, 'timeBudgetMs'> {
  readonly from?: Solution | undefined;
}

/**
 * A plan that stays optimal while its problem changes. Every method that changes something repairs the plan by a few
 * cheapest ways and answers which pairs carry more or fewer units than before. Nodes keep their indices; those of nodes
 * that are gone are not used again. Throws EngineInputError, before anything is changed, on input that makes no sense.
 */
export class LivePlan {
  readonly plan: Plan;
  supply: Int32Array;
  demand: Int32Array;
  priority: Uint8Array;
  private sources: number;
  private sinks: number;
  private readonly network: LiveNetwork;
  private fromSink: SinkSearch;
  private fromSource: SourceSearch;
  /** The highest score there may be. */
  private readonly bound: number;
  private readonly maxSources: number;
  private readonly changes = new ChangeLog();

  /**
   * Solves the problem from nothing, or goes on from `options.from`, a proven solution of it; how far that one can grow
   * is up to the step between classes it was made with. `options` can end the solving early only with an error.
   */
  constructor(problem: Problem, options: LiveOptions = {}) {
    this.bound = scoreBound(problem);
    this.maxSources = Math.min(MAX_NODES, Math.floor(2 ** 52 / (this.bound + 1)));
    this.plan = options.from
      ? planOf(problem, options.from, this.maxSources)
      : this.solved(problem, options, widestClassStep(this.bound));
    this.supply = problem.supply.slice();
    this.demand = problem.demand.slice();
    this.priority = problem.priority.slice();
    this.sources = problem.supply.length;
    this.sinks = problem.demand.length;
    this.network = new LiveNetwork(this.plan.rows, this.plan.columns);
    this.fromSink = new SinkSearch(this.plan);
    this.fromSource = new SourceSearch(this.plan);
    this.priceIdle();
    this.plan.links.onChange = (s, t, units) => this.changes.note(s, t, units);
  }

  private solved(problem: Problem, options: LiveOptions, classStep: number): Plan {
    const pace = new Pace(options);
    const plan = planFor(problem, pace, { classStep, sourceStep: this.maxSources });
    if (pace.hasStopped) throw new Error('stopped before there was a plan to keep');
    return plan;
  }

  get sourceCount(): number {
    return this.sources;
  }

  get sinkCount(): number {
    return this.sinks;
  }

  get duals(): Duals {
    const { sourcePrice, netPrice, classStep } = this.plan;
    return {
      sourcePrice: sourcePrice.slice(0, this.sources),
      sinkPrice: netPrice.slice(0, this.sinks).map((_, t) => this.plan.sinkPrice(t)),
      classStep,
    };
  }

  isSource(s: number): boolean {
    return s >= 0 && s < this.sources && this.plan.sourcePrice[s] < Infinity;
  }

  isSink(t: number): boolean {
    return t >= 0 && t < this.sinks && this.plan.netPrice[t] < Infinity;
  }

  isPlaced(s: number): boolean {
    return this.plan.links.firstAtSource[s] >= 0;
  }

  /** Units that a sink asks for and does not get. */
  shortOf(t: number): number {
    return this.plan.short[t];
  }

  unitsBetween(source: number, sink: number): number {
    return this.plan.links.unitsBetween(source, sink);
  }

  edge(source: number, sink: number): Omit<EdgeEnd, 'node'> | undefined {
    return this.network.edge(source, sink);
  }

  /** A new source, `edges` to sinks. */
  addSource(supply: number, edges: readonly EdgeEnd[]): { readonly source: number; readonly changes: Change[] } {
    checkUnits('Supply', supply);
    checkEdges(edges, this.plan, this.bound, (t) => this.isSink(t));
    if (this.sources === this.plan.spare.length) this.grow(2 * this.sources + 1, this.plan.short.length);
    const s = this.sources++;
    this.supply[s] = supply;
    for (const edge of edges) this.network.add(s, edge.node, edge);
    this.fromSource.price(s);
    this.fromSource.place(s, supply);
    return { source: s, changes: this.changes.take() };
  }

  /** A new sink, `edges` to sources. */
  addSink(
    demand: number,
    priority: number,
    edges: readonly EdgeEnd[],
  ): { readonly sink: number; readonly changes: Change[] } {
    checkUnits('Demand', demand);
    if (!(Number.isInteger(priority) && priority >= 1 && priority <= MAX_PRIORITY))
      throw new EngineInputError('PRIORITY_OUT_OF_RANGE', `Priority ${priority} is not between 1 and ${MAX_PRIORITY}`);
    checkEdges(edges, this.plan, this.bound, (s) => this.isSource(s));
    if (this.sinks === this.plan.short.length) this.grow(this.plan.spare.length, 2 * this.sinks + 1);
    const t = this.sinks++;
    this.demand[t] = demand;
    this.priority[t] = priority;
    this.plan.classWeight[t] = priority * this.plan.classStep;
    for (const edge of edges) this.network.add(edge.node, t, edge);
    this.fromSink.price(t);
    this.fromSink.fill(t, demand);
    return { sink: t, changes: this.changes.take() };
  }

  removeSource(s: number): Change[] {
    checkNode('Source', s, this.isSource(s));
    const lost = takeAllFromSource(this.plan.links, s);
    this.plan.spare[s] = 0;
    this.plan.sourcePrice[s] = Infinity;
    this.supply[s] = 0;
    this.network.dropSource(s, (source) => !this.isSource(source));
    for (const [t, units] of lost) this.fromSink.fill(t, units);
    return this.changes.take();
  }

  removeSink(t: number): Change[] {
    checkNode('Sink', t, this.isSink(t));
    const freed = takeAllFromSink(this.plan.links, t);
    this.plan.short[t] = 0;
    this.plan.netPrice[t] = Infinity;
    this.demand[t] = 0;
    this.network.dropSink(t, (sink) => !this.isSink(sink));
    for (const [s, units] of freed) this.fromSource.place(s, units);
    return this.changes.take();
  }

  setSupply(s: number, supply: number): Change[] {
    checkNode('Source', s, this.isSource(s));
    checkUnits('Supply', supply);
    this.changeSupply(s, supply - this.supply[s]);
    return this.changes.take();
  }

  setDemand(t: number, demand: number): Change[] {
    checkNode('Sink', t, this.isSink(t));
    checkUnits('Demand', demand);
    this.changeDemand(t, demand - this.demand[t]);
    return this.changes.take();
  }

  /** Adds the edge, changes it, or with `undefined` takes it away. */
  setEdge(s: number, t: number, edge: Omit<EdgeEnd, 'node'> | undefined): Change[] {
    checkNode('Source', s, this.isSource(s));
    checkNode('Sink', t, this.isSink(t));
    const others = edgesOfSource(this, s).filter(({ node }) => node !== t);
    return this.setEdgesOfSource(s, edge ? [...others, { node: t, ...edge }] : others);
  }

  /** Gives source `s` these edges, all of them to sinks, in place of those it has. */
  setEdgesOfSource(s: number, edges: readonly EdgeEnd[]): Change[] {
    checkNode('Source', s, this.isSource(s));
    checkEdges(edges, this.plan, this.bound, (t) => this.isSink(t));
    const { links, spare, sourcePrice } = this.plan;
    const lost = takeAllFromSource(links, s);
    const units = lost.reduce((sum, [, some]) => sum + some, spare[s]);
    spare[s] = 0;
    const { gone, added } = difference(edgesOfSource(this, s), edges);
    for (const { node } of gone) this.network.remove(s, node);
    for (const edge of added) this.network.add(s, edge.node, edge);
    if (this.isKept(s, lost, units)) {
      for (const [sink, some] of lost) links.add(s, sink, this.scoreOf(s, sink), some);
      return this.changes.take();
    }
    sourcePrice[s] = Infinity;
    for (const [sink, some] of lost) this.fromSink.fill(sink, some);
    this.fromSource.price(s);
    this.fromSource.place(s, units);
    return this.changes.take();
  }

  /** Gives sink `t` these edges, all of them to sources, in place of those it has. */
  setEdgesOfSink(t: number, edges: readonly EdgeEnd[]): Change[] {
    checkNode('Sink', t, this.isSink(t));
    checkEdges(edges, this.plan, this.bound, (s) => this.isSource(s));
    const freed = takeAllFromSink(this.plan.links, t);
    const demand = this.demand[t];
    this.plan.short[t] = 0;
    this.plan.netPrice[t] = Infinity;
    for (const [s, units] of freed) this.fromSource.place(s, units);
    const { gone, added } = difference(edgesOfSink(this, t), edges);
    for (const { node } of gone) this.network.remove(node, t);
    for (const edge of added) this.network.add(edge.node, t, edge);
    this.fromSink.price(t);
    this.fromSink.fill(t, demand);
    return this.changes.take();
  }

  /**
   * Takes units of a pair out of the plan's hands: until they are unpinned they count neither as supply nor as demand,
   * nor against the edge's limit.
   */
  pin(s: number, t: number, units: number): Change[] {
    checkNode('Source', s, this.isSource(s));
    checkNode('Sink', t, this.isSink(t));
    checkUnits('Pinned units', units);
    const most = Math.min(this.supply[s], this.demand[t]);
    if (units > most) throw new EngineInputError('TOO_LARGE', `${units} units cannot be pinned where ${most} are free`);
    const { links, rows } = this.plan;
    const link = links.between(s, t);
    const there = link < 0 || rows.capacity ? 0 : Math.min(units, links.units[link]);
    if (there > 0) links.remove(link, there);
    this.supply[s] -= there;
    this.demand[t] -= there;
    this.changeSupply(s, there - units);
    this.changeDemand(t, there - units);
    return this.changes.take();
  }

  unpin(s: number, t: number, units: number): Change[] {
    checkNode('Source', s, this.isSource(s));
    checkNode('Sink', t, this.isSink(t));
    checkUnits('Pinned units', units);
    checkUnits('Supply', this.supply[s] + units);
    checkUnits('Demand', this.demand[t] + units);
    this.changeDemand(t, units);
    this.changeSupply(s, units);
    return this.changes.take();
  }

  /** Gives those who have nothing to give or ask, whom solving passes over, the prices at which they might come in. */
  private priceIdle(): void {
    for (let t = 0; t < this.sinks; t++) if (this.demand[t] === 0) this.fromSink.price(t);
    for (let s = 0; s < this.sources; s++) if (this.supply[s] === 0) this.fromSource.price(s);
  }

  private changeSupply(s: number, by: number): void {
    this.supply[s] += by;
    if (by >= 0) {
      this.fromSource.place(s, by);
      return;
    }
    const { spare, links } = this.plan;
    const idle = Math.min(spare[s], -by);
    spare[s] -= idle;
    for (let left = -by - idle; left > 0;) {
      const link = this.leastWorthwhile(links.firstAtSource[s], links.nextAtSource);
      const t = links.sink[link];
      const units = Math.min(left, links.units[link]);
      this.plan.sourcePrice[s] += this.plan.surplusOf(link);
      links.remove(link, units);
      left -= units;
      this.fromSink.fill(t, units);
    }
  }

  private changeDemand(t: number, by: number): void {
    this.demand[t] += by;
    if (by >= 0) {
      this.fromSink.fill(t, by);
      return;
    }
    const { short, links } = this.plan;
    const open = Math.min(short[t], -by);
    short[t] -= open;
    for (let left = -by - open; left > 0;) {
      const link = this.leastWorthwhile(links.firstAtSink[t], links.nextAtSink);
      const s = links.source[link];
      const units = Math.min(left, links.units[link]);
      this.plan.netPrice[t] += this.plan.surplusOf(link);
      links.remove(link, units);
      left -= units;
      this.fromSource.place(s, units);
    }
  }

  /** Of a node's links, the first that earns least beyond its ends' prices; only links at their limit earn anything. */
  private leastWorthwhile(first: number, next: Int32Array): number {
    if (!this.plan.rows.capacity) return first;
    let least = first;
    for (let link = next[first]; link >= 0; link = next[link])
      if (this.plan.surplusOf(link) < this.plan.surplusOf(least)) least = link;
    return least;
  }

  /** Whether source `s` may keep all that it gave, at a new price; if so, it has that price. */
  private isKept(s: number, lost: readonly [sink: number, units: number][], units: number): boolean {
    const { sourcePrice, netPrice, rows } = this.plan;
    if (rows.capacity || lost.length > 1) return false;
    const [sink, some] = lost[0] ?? [-1, 0];
    const edge = sink < 0 ? undefined : this.network.edge(s, sink);
    const price = sink < 0 ? 0 : edge ? edge.score - netPrice[sink] : -1;
    const isRight = price >= this.fromSource.bestOffer(s) && (price === 0 || some === units);
    if (!isRight) return false;
    sourcePrice[s] = price;
    this.plan.spare[s] = units - some;
    return true;
  }

  private scoreOf(s: number, t: number): number {
    return this.network.edge(s, t)?.score ?? 0;
  }

  private grow(sources: number, sinks: number): void {
    const { plan, bound, maxSources } = this;
    const isTooLarge = classStepOf(sources, sinks, bound) > plan.classStep || sources > maxSources || sinks > MAX_NODES;
    if (isTooLarge) throw new EngineInputError('TOO_LARGE', `No room for ${sources} sources and ${sinks} sinks`);
    this.supply = grown(this.supply, sources);
    this.demand = grown(this.demand, sinks);
    this.priority = Uint8Array.from({ length: sinks }, (_, t) => this.priority[t] ?? 0);
    plan.spare = grown(plan.spare, sources);
    plan.sourcePrice = grown(plan.sourcePrice, sources);
    plan.short = grown(plan.short, sinks);
    plan.netPrice = grown(plan.netPrice, sinks);
    plan.classWeight = grown(plan.classWeight, sinks);
    plan.links.growTo(sources, sinks);
    this.network.growTo(sources, sinks);
    this.fromSink = new SinkSearch(plan);
    this.fromSource = new SourceSearch(plan);
  }
}

/** The greatest class step that keeps every distance exact, whatever is added later. */
function widestClassStep(bound: number): number {
  return Math.floor(Number.MAX_SAFE_INTEGER / 4 / (MAX_PRIORITY + 1)) - bound;
}
