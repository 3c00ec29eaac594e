import { countingSort } from './counting-sort.js';
import type { EdgeLists } from './edge-lists.js';
import type { Plan } from './plan.js';
import { MAX_PRIORITY, sinksByClass } from './problem.js';

const NOBODY = -1;
const NOT_THERE = -2;
const UNUSABLE = 255;
/** Sixty-fourths of a source for a unit of demand, beyond which more choice makes no difference. */
const MAX_CHOICE = 2 ** 16;

/**
 * Where demand cannot all be met. A sink of shortage level k > 0 competes, directly or through others, with a sink of
 * class k that cannot be filled whole, and none of a higher class; all who could serve it are needed there. Level 0 can
 * be filled to the last unit. What has nothing to give or ask has level 255.
 */
export interface Shortage {
  readonly sinkLevel: Uint8Array;
  /** The highest level among the sinks that a source could serve. */
  readonly sourceLevel: Uint8Array;
}

export const isScarce = (level: number): boolean => level > 0 && level < UNUSABLE;

/**
 * Finds the levels of a problem whose sources have one unit at most, by filling as many units as can be, the most
 * urgent class first: augmenting ways by depth-first search, each sink trying its idle sources before others'. When a
 * search fails, all sinks that it saw are short for ever, and later searches leave them out.
 */
export function shortageOf(plan: Plan): Shortage {
  const { supply, demand } = plan.problem;
  const sinkLevel = Uint8Array.from(demand, (units) => (units === 0 ? UNUSABLE : 0));
  const sourceLevel = Uint8Array.from(supply, (units) => (units === 0 ? UNUSABLE : 0));
  const matching = new Matching(plan, sinkLevel);
  for (const sinks of sinksByNeed(plan)) {
    for (const t of sinks) matching.takeIdle(t);
    const level = plan.problem.priority[sinks[0]];
    for (const t of sinks) matching.complete(t, level);
    markSources(plan, level, sinkLevel, sourceLevel);
  }
  return { sinkLevel, sourceLevel };
}

/** Sinks with demand, by class from the highest, those with the fewest sources for a unit first. */
function sinksByNeed({ problem, columns: { start, end } }: Plan): Int32Array[] {
  const classes = Array.from({ length: MAX_PRIORITY + 1 }, (): number[] => []);
  for (const t of sinksByClass(problem)) if (problem.demand[t] > 0) classes[problem.priority[t]].push(t);
  const filled = classes.filter((sinks) => sinks.length > 0).reverse();
  return filled.map((sinks) => {
    const choice = sinks.map((t) => Math.min(MAX_CHOICE, Math.floor((64 * (end[t] - start[t])) / problem.demand[t])));
    return countingSort(Int32Array.from(choice), MAX_CHOICE + 1).map((place) => sinks[place]);
  });
}

function markSources(plan: Plan, level: number, sinkLevel: Uint8Array, sourceLevel: Uint8Array): void {
  const { start, end, node } = plan.columns;
  for (let t = 0; t < sinkLevel.length; t++) {
    if (sinkLevel[t] !== level) continue;
    for (let i = start[t]; i < end[t]; i++) if (sourceLevel[node[i]] === 0) sourceLevel[node[i]] = level;
  }
}

/** The rows of the scarce sources, with the edges to sinks of their own level only: the others are never used. */
export function rowsInShortage({ rows }: Plan, { sinkLevel, sourceLevel }: Shortage): EdgeLists {
  const within = (s: number, e: number): boolean => sinkLevel[rows.node[e]] === sourceLevel[s];
  const start = new Int32Array(sourceLevel.length);
  const end = new Int32Array(sourceLevel.length);
  let count = 0;
  for (let s = 0; s < start.length; s++) {
    start[s] = count;
    if (isScarce(sourceLevel[s])) for (let e = rows.start[s]; e < rows.end[s]; e++) if (within(s, e)) count++;
    end[s] = count;
  }
  const node = new Int32Array(count);
  const score = new Int32Array(count);
  count = 0;
  for (let s = 0; s < start.length; s++) {
    if (!isScarce(sourceLevel[s])) continue;
    for (let e = rows.start[s]; e < rows.end[s]; e++) {
      if (!within(s, e)) continue;
      node[count] = rows.node[e];
      score[count++] = rows.score[e];
    }
  }
  return { start, end, node, score, capacity: undefined };
}

/** Who serves whom while the levels are found. */
class Matching {
  private readonly servedBy: Int32Array;
  private readonly load: Int32Array;
  /** Where each sink goes on looking for idle sources; sources never become idle again. */
  private readonly nextIdle: Int32Array;
  /** Where each sink of the present search goes on looking for sources of others. */
  private readonly nextTaken: Int32Array;
  private readonly seenIn: Int32Array;
  private readonly seen: Int32Array;
  private seenCount = 0;
  /** The way being tried: its sinks, and the place of the source by which each goes on to the next. */
  private readonly way: Int32Array;
  private readonly wayPlace: Int32Array;
  private searches = 0;

  constructor(
    private readonly plan: Plan,
    private readonly sinkLevel: Uint8Array,
  ) {
    const sinks = plan.problem.demand.length;
    this.servedBy = plan.problem.supply.map((units) => (units === 0 ? NOT_THERE : NOBODY));
    this.load = new Int32Array(sinks);
    this.nextIdle = plan.columns.start.slice();
    this.nextTaken = new Int32Array(sinks);
    this.seenIn = new Int32Array(sinks);
    this.seen = new Int32Array(sinks);
    this.way = new Int32Array(sinks);
    this.wayPlace = new Int32Array(sinks);
  }

  /** Gives sink `t` idle sources, as far as there are any. */
  takeIdle(t: number): void {
    const { node } = this.plan.columns;
    let lacking = this.plan.problem.demand[t];
    for (; lacking > 0; lacking--) {
      const place = this.idlePlace(t);
      if (place < 0) break;
      this.servedBy[node[place]] = t;
    }
    this.load[t] = this.plan.problem.demand[t] - lacking;
  }

  /** Fills sink `t` by augmenting ways; where there is no more, all sinks that the search saw get this level. */
  complete(t: number, level: number): void {
    while (this.load[t] < this.plan.problem.demand[t] && this.sinkLevel[t] === 0) {
      if (this.augment(t)) this.load[t]++;
      else for (let i = 0; i < this.seenCount; i++) this.sinkLevel[this.seen[i]] = level;
    }
  }

  private augment(root: number): boolean {
    const { node } = this.plan.columns;
    const { way, wayPlace, servedBy } = this;
    this.searches++;
    this.seenCount = 0;
    this.see(root);
    way[0] = root;
    for (let depth = 0; depth >= 0;) {
      const idle = this.idlePlace(way[depth]);
      if (idle >= 0) {
        servedBy[node[idle]] = way[depth];
        for (let d = depth - 1; d >= 0; d--) servedBy[node[wayPlace[d]]] = way[d];
        return true;
      }
      const place = this.takenPlace(way[depth]);
      if (place < 0) depth--;
      else {
        wayPlace[depth] = place;
        way[++depth] = servedBy[node[place]];
        this.see(way[depth]);
      }
    }
    return false;
  }

  private see(t: number): void {
    this.seenIn[t] = this.searches;
    this.seen[this.seenCount++] = t;
    this.nextTaken[t] = this.plan.columns.start[t];
  }

  private idlePlace(t: number): number {
    const { node, end } = this.plan.columns;
    let place = this.nextIdle[t];
    while (place < end[t] && this.servedBy[node[place]] !== NOBODY) place++;
    this.nextIdle[t] = place + 1;
    return place < end[t] ? place : NOBODY;
  }

  /** A source of sink `t` that serves a sink which this search has not seen yet. */
  private takenPlace(t: number): number {
    const { node, end } = this.plan.columns;
    const { servedBy, seenIn, sinkLevel, searches } = this;
    for (let place = this.nextTaken[t]; place < end[t]; place++) {
      const other = servedBy[node[place]];
      if (other < 0 || seenIn[other] === searches || sinkLevel[other] !== 0) continue;
      this.nextTaken[t] = place + 1;
      return place;
    }
    this.nextTaken[t] = end[t];
    return NOBODY;
  }
}
