import type { Problem } from './problem.js';

/** Below this many entries left, a column is sorted to its end. */
const WHOLE = 64;
const BUCKETS = 256;

/**
 * The edges by sink. Those of sink `t` are the places `start[t] .. end[t] - 1`; up to `sortedEnd[t]` they are in order,
 * best score first and, among equal scores, lowest source first, and none after is better. Searches read a few hundred
 * of a long column's edges and rarely more, so the rest is put in order only when somebody comes to it. Edges along
 * which nothing can go are left out.
 */
export class Columns {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly sortedEnd: Int32Array;
  /** Source of the edge at each place. */
  readonly source: Int32Array;
  /** Score of the edge at each place. */
  readonly score: Uint16Array | Int32Array;
  /** Most units of the edge at each place; undefined where no edge has a limit. */
  readonly capacity: Int32Array | undefined;
  private readonly counts = new Int32Array(BUCKETS);
  private readonly bucketShift: number;
  private readonly sources: number;

  constructor(problem: Problem, bound: number) {
    const { supply, demand, sink } = problem;
    this.sources = supply.length;
    this.bucketShift = Math.max(0, 32 - Math.clz32(bound) - 8);
    const start = startOfColumns(problem);
    this.start = start.subarray(0, demand.length);
    this.sortedEnd = this.start.slice();
    this.end = this.start.slice();
    const edges = start[demand.length];
    this.source = new Int32Array(edges);
    this.score = problem.score instanceof Uint16Array ? new Uint16Array(edges) : new Int32Array(edges);
    this.capacity = problem.capacity && new Int32Array(edges);
    if (edges === sink.length) scatterAll(problem, this.end, this.source, this.score, this.capacity);
    else scatterUsable(problem, this.end, this.source, this.score, this.capacity);
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
    const { score, source, capacity, counts, bucketShift } = this;
    counts.fill(0);
    for (let i = from; i < end; i++) counts[score[i] >> bucketShift]++;
    let bucket = BUCKETS - 1;
    for (let found = counts[bucket]; found < want; found += counts[bucket]) bucket--;
    const least = bucket << bucketShift;
    let to = from;
    for (let i = from; i < end; i++) {
      const points = score[i];
      if (points < least) continue;
      const s = source[i];
      score[i] = score[to];
      source[i] = source[to];
      score[to] = points;
      source[to] = s;
      if (capacity) [capacity[i], capacity[to]] = [capacity[to], capacity[i]];
      to++;
    }
    return to;
  }

  /** One number for each edge, which orders by score downwards and by source upwards, and from which both come back. */
  private sortPlaces(from: number, to: number): void {
    const { score, source, capacity, sources } = this;
    const limitOf = capacity && new Map<number, number>();
    const keys = new Float64Array(to - from);
    for (let i = from; i < to; i++) {
      keys[i - from] = source[i] - score[i] * sources;
      limitOf?.set(source[i], capacity?.[i] ?? 0);
    }
    keys.sort();
    for (let i = from; i < to; i++) {
      const points = Math.ceil(-keys[i - from] / sources);
      score[i] = points;
      source[i] = keys[i - from] + points * sources;
      if (capacity) capacity[i] = limitOf?.get(source[i]) ?? 0;
    }
  }
}

/** Where each column starts; the last entry is the number of usable edges. */
function startOfColumns({ supply, demand, rowStart, sink, capacity }: Problem): Int32Array {
  const start = new Int32Array(demand.length + 1);
  for (let s = 0; s < supply.length; s++) {
    if (supply[s] === 0) continue;
    for (let e = rowStart[s], end = rowStart[s + 1]; e < end; e++) if (capacity?.[e] !== 0) start[sink[e] + 1]++;
  }
  for (let t = 0; t < demand.length; t++) start[t + 1] = start[t] + (demand[t] === 0 ? 0 : start[t + 1]);
  return start;
}

type Scores = Uint16Array | Int32Array;

/** The common case, where every edge is usable, in a loop of its own: it takes a tenth of a solve. */
function scatterAll(
  p: Problem,
  next: Int32Array,
  source: Int32Array,
  score: Scores,
  limit: Int32Array | undefined,
): void {
  for (let s = 0; s < p.supply.length; s++) {
    for (let e = p.rowStart[s], end = p.rowStart[s + 1]; e < end; e++) {
      const place = next[p.sink[e]]++;
      source[place] = s;
      score[place] = p.score[e];
      if (limit) limit[place] = p.capacity?.[e] ?? 0;
    }
  }
}

function scatterUsable(
  p: Problem,
  next: Int32Array,
  source: Int32Array,
  score: Scores,
  limit: Int32Array | undefined,
): void {
  for (let s = 0; s < p.supply.length; s++) {
    if (p.supply[s] === 0) continue;
    for (let e = p.rowStart[s], end = p.rowStart[s + 1]; e < end; e++) {
      if (p.capacity?.[e] === 0 || p.demand[p.sink[e]] === 0) continue;
      const place = next[p.sink[e]]++;
      source[place] = s;
      score[place] = p.score[e];
      if (limit) limit[place] = p.capacity?.[e] ?? 0;
    }
  }
}
