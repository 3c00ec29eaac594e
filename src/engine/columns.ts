import { startOfEach } from './counting-sort.js';
import type { EdgeLists, Scores } from './edge-lists.js';
import type { Problem } from './problem.js';

/** Below this many entries left, a column is sorted to its end. */
const WHOLE = 64;
const BUCKETS = 256;
/** Where scores have 14 bits, runs of edges whose places have so many are sorted as 32-bit numbers. */
const SMALL_BITS = 17;

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
  /** False where some edge is not as Problem demands; then the rest is meaningless. */
  readonly isSound: boolean;
  private readonly counts = new Int32Array(BUCKETS);
  private readonly bucketShift: number;
  private spareNode = new Int32Array(0);
  private spareCapacity = new Int32Array(0);
  private smallKeys = new Int32Array(0);
  private largeKeys = new Float64Array(0);

  /** No score is above `bound`; `sourceStep` is more than any column will ever be long. */
  constructor(
    problem: Problem,
    private readonly bound: number,
    private readonly sourceStep: number,
  ) {
    const { demand, sink, capacity } = problem;
    this.bucketShift = Math.max(0, 32 - Math.clz32(bound) - 8);
    const start = startOfEach(sink, demand.length);
    this.start = start.subarray(0, demand.length);
    this.sortedEnd = this.start.slice();
    this.end = start.slice(1);
    this.node = new Int32Array(sink.length);
    this.score = problem.score instanceof Uint16Array ? new Uint16Array(sink.length) : new Int32Array(sink.length);
    this.capacity = capacity && new Int32Array(sink.length);
    const areSinks = start[0] === 0 && start[demand.length] === sink.length;
    this.isSound = areSinks && scatter(problem, start.slice(), this, bound);
    if (areSinks && capacity && this.capacity) scatterLimits(problem, start.slice(), this.capacity, capacity);
  }

  /** Puts at least the next `want` edges of sink `t` in order, all of them where few are left. */
  sortNext(t: number, want: number): void {
    const from = this.sortedEnd[t];
    const end = this.end[t];
    const to = end - from > Math.max(2 * want, WHOLE) ? this.gatherBest(from, end, want) : end;
    this.sortPlaces(from, to);
    this.sortedEnd[t] = to;
  }

  /** Brings the best edges of the places `from .. end - 1` to the front, in the order they had; answers where they end. */
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

  private sortPlaces(from: number, to: number): void {
    const { node, capacity } = this;
    const size = to - from;
    this.reserve(size);
    const { spareNode, spareCapacity } = this;
    spareNode.set(node.subarray(from, to));
    if (capacity) spareCapacity.set(capacity.subarray(from, to));
    if (this.bound < 2 ** 14 && size <= 2 ** SMALL_BITS) this.sortSmall(from, size);
    else this.sortLarge(from, size);
  }

  /** Sorts numbers that order by score downwards, then by place, and from which both come back: 32 bits are enough. */
  private sortSmall(from: number, size: number): void {
    const { score, node, capacity, bound, spareNode, spareCapacity, smallKeys } = this;
    for (let i = 0; i < size; i++) smallKeys[i] = ((bound - score[from + i]) << SMALL_BITS) | i;
    const keys = smallKeys.subarray(0, size).sort();
    for (let i = 0; i < size; i++) {
      const before = keys[i] & (2 ** SMALL_BITS - 1);
      score[from + i] = bound - (keys[i] >> SMALL_BITS);
      node[from + i] = spareNode[before];
      if (capacity) capacity[from + i] = spareCapacity[before];
    }
  }

  /** The same for greater scores and longer columns. */
  private sortLarge(from: number, size: number): void {
    const { score, node, capacity, bound, spareNode, spareCapacity, largeKeys, sourceStep } = this;
    for (let i = 0; i < size; i++) largeKeys[i] = (bound - score[from + i]) * sourceStep + i;
    const keys = largeKeys.subarray(0, size).sort();
    for (let i = 0; i < size; i++) {
      const before = keys[i] % sourceStep;
      score[from + i] = bound - (keys[i] - before) / sourceStep;
      node[from + i] = spareNode[before];
      if (capacity) capacity[from + i] = spareCapacity[before];
    }
  }

  /** Makes the scratch arrays long enough for so many edges. */
  private reserve(size: number): void {
    if (size <= this.spareNode.length) return;
    const length = 2 * size;
    this.spareNode = new Int32Array(length);
    this.spareCapacity = new Int32Array(length);
    this.smallKeys = new Int32Array(length);
    this.largeKeys = new Float64Array(length);
  }
}

/**
 * Copies every edge to its sink's column; `next` is where each column ends so far. Answers whether scores are in range
 * and no pair occurs twice, which it learns in passing.
 */
function scatter(problem: Problem, next: Int32Array, { node, score }: EdgeLists, bound: number): boolean {
  const { rowStart, sink, score: scoreOf } = problem;
  const lastSource = new Int32Array(next.length).fill(-1);
  let isSound = true;
  for (let s = 0, sources = rowStart.length - 1; s < sources; s++) {
    for (let e = rowStart[s], end = rowStart[s + 1]; e < end; e++) {
      const t = sink[e];
      const place = next[t]++;
      const points = scoreOf[e];
      if (points >>> 0 > bound || lastSource[t] === s) isSound = false;
      lastSource[t] = s;
      node[place] = s;
      score[place] = points;
    }
  }
  return isSound;
}

/** The same for the edges' limits. */
function scatterLimits(problem: Problem, next: Int32Array, limit: Int32Array, limitOf: Int32Array): void {
  for (let e = 0; e < limitOf.length; e++) limit[next[problem.sink[e]]++] = limitOf[e];
}
