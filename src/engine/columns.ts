import { startOfEach } from './counting-sort.js';
import type { EdgeLists, Scores } from './edge-lists.js';
import type { Problem } from './problem.js';

/** Below this many entries left, a column is sorted to its end. */
const WHOLE = 64;
const BUCKETS = 256;

/**
 * The edges by sink. Those of sink `t` are the places `start[t] .. end[t] - 1`; up to `sortedEnd[t]` they are in order,
 * best score first and, among equal scores, lowest source first, and none after is better. Searches read a few hundred
 * of a long column's edges and rarely more, so the rest is put in order only when somebody comes to it.
 */
export class Columns implements EdgeLists {
  start: Int32Array;
  end: Int32Array;
  sortedEnd: Int32Array;
  /** Source of the edge at each place. */
  node: Int32Array;
  score: Scores;
  capacity: Int32Array | undefined;
  private readonly counts = new Int32Array(BUCKETS);
  private readonly bucketShift: number;
  /** More than any source's index: what sorting multiplies scores by. */
  private readonly sourceStep: number;

  /** False where some edge is not as Problem demands; then the rest is meaningless. */
  readonly isSound: boolean;

  constructor(problem: Problem, bound: number, sourceStep: number) {
    const { demand, sink } = problem;
    this.sourceStep = sourceStep;
    this.bucketShift = Math.max(0, 32 - Math.clz32(bound) - 8);
    const start = startOfEach(sink, demand.length);
    this.start = start.subarray(0, demand.length);
    this.sortedEnd = this.start.slice();
    this.end = this.start.slice();
    this.node = new Int32Array(sink.length);
    this.score = problem.score instanceof Uint16Array ? new Uint16Array(sink.length) : new Int32Array(sink.length);
    this.capacity = problem.capacity && new Int32Array(sink.length);
    const areSinks = start[0] === 0 && start[demand.length] === sink.length;
    this.isSound = areSinks && scatter(problem, this.end, this, bound);
  }

  /** Puts at least the next `want` edges of sink `t` in order, all of them where few are left. */
  sortNext(t: number, want: number): void {
    const from = this.sortedEnd[t];
    const end = this.end[t];
    const to = end - from > Math.max(2 * want, WHOLE) ? this.gatherBest(from, end, want) : end;
    this.sortPlaces(from, to);
    this.sortedEnd[t] = to;
  }

  /** Brings the best edges of the places `from .. end - 1` to the front; answers where they end. */
  private gatherBest(from: number, end: number, want: number): number {
    const { score, node, capacity, counts, bucketShift } = this;
    counts.fill(0);
    for (let i = from; i < end; i++) counts[score[i] >> bucketShift]++;
    let bucket = BUCKETS - 1;
    for (let found = counts[bucket]; found < want; found += counts[bucket]) bucket--;
    const least = bucket << bucketShift;
    let to = from;
    for (let i = from; i < end; i++) {
      const points = score[i];
      if (points < least) continue;
      const s = node[i];
      score[i] = score[to];
      node[i] = node[to];
      score[to] = points;
      node[to] = s;
      if (capacity) [capacity[i], capacity[to]] = [capacity[to], capacity[i]];
      to++;
    }
    return to;
  }

  /** One number for each edge, which orders by score downwards and by source upwards, and from which both come back. */
  private sortPlaces(from: number, to: number): void {
    const { score, node, capacity, sourceStep } = this;
    const limitOf = capacity && new Map<number, number>();
    const keys = new Float64Array(to - from);
    for (let i = from; i < to; i++) {
      keys[i - from] = node[i] - score[i] * sourceStep;
      limitOf?.set(node[i], capacity?.[i] ?? 0);
    }
    keys.sort();
    for (let i = from; i < to; i++) {
      const points = Math.ceil(-keys[i - from] / sourceStep);
      score[i] = points;
      node[i] = keys[i - from] + points * sourceStep;
      if (capacity) capacity[i] = limitOf?.get(node[i]) ?? 0;
    }
  }
}

/**
 * Copies every edge to its sink's column; `next` is where each column ends so far. Answers whether scores are in range
 * and no pair occurs twice, which here costs nothing: the same pair's edges would be neighbours.
 */
function scatter(problem: Problem, next: Int32Array, { node, score, capacity }: EdgeLists, bound: number): boolean {
  const { rowStart, sink, score: scoreOf, capacity: capacityOf } = problem;
  const first = next.slice();
  let isSound = true;
  for (let s = 0, sources = rowStart.length - 1; s < sources; s++) {
    for (let e = rowStart[s], end = rowStart[s + 1]; e < end; e++) {
      const t = sink[e];
      const place = next[t]++;
      const points = scoreOf[e];
      if (points > bound || points < 0 || (node[place - 1] === s && place > first[t])) isSound = false;
      node[place] = s;
      score[place] = points;
      if (!capacity || !capacityOf) continue;
      capacity[place] = capacityOf[e];
      if (capacityOf[e] < 0) isSound = false;
    }
  }
  return isSound;
}
