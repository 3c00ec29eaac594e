import { countingSort } from './counting-sort.js';
import { EngineInputError } from './errors.js';

export const MAX_SCORE = 10_000;
export const MAX_PRIORITY = 255;

/**
 * Sources with supply, sinks with demand, and the edges along which supply may go, in compressed sparse rows:
 * the edges of source `s` are `rowStart[s] .. rowStart[s + 1] - 1`, in any order, no two to the same sink.
 */
export interface Problem {
  /** Units each source has to give, >= 0. */
  readonly supply: Int32Array;
  /** Units each sink asks for, >= 0. */
  readonly demand: Int32Array;
  /** Class of each sink, 1..255; a higher number is more urgent and is filled first. */
  readonly priority: Uint8Array;
  /** First edge of each source, and after the last source the number of edges. */
  readonly rowStart: Int32Array;
  /** Sink of each edge. */
  readonly sink: Int32Array;
  /** What one unit along the edge is worth: 0..10000, or in an Int32Array 0..2^31 - 1. */
  readonly score: Uint16Array | Int32Array;
  /** Most units along each edge, >= 0; without it edges have no limit. */
  readonly capacity?: Int32Array | undefined;
}

/** Sinks in the order of their classes, the most urgent first, and of their indices. */
export function sinksByClass({ priority }: Problem): Int32Array {
  return countingSort(
    Int32Array.from(priority, (k) => MAX_PRIORITY - k),
    MAX_PRIORITY,
  );
}

/** Throws an EngineInputError unless the arrays form a Problem as described above. */
export function checkProblem(problem: Problem): void {
  checkNodes(problem);
  checkEdges(problem);
}

/** The part of checkProblem() that takes little time. */
export function checkNodes(problem: Problem): void {
  checkShape(problem);
  checkUnits(problem);
  checkLimits(problem);
}

function checkShape({ supply, demand, priority, rowStart, sink, score, capacity }: Problem): void {
  sameLength('priority', priority.length, 'demand', demand.length);
  sameLength('score', score.length, 'sink', sink.length);
  if (capacity) sameLength('capacity', capacity.length, 'sink', sink.length);
  sameLength('rowStart', rowStart.length, 'supply plus one', supply.length + 1);
  if (rowStart[0] !== 0) throw new EngineInputError('SHAPE_MISMATCH', `rowStart begins with ${rowStart[0]}, not 0`);
  for (let s = 0; s < supply.length; s++) {
    const start = rowStart[s];
    const end = rowStart[s + 1];
    if (end < start) throw new EngineInputError('SHAPE_MISMATCH', `Row ${s} ends at ${end}, before its start ${start}`);
  }
  sameLength('last row', rowStart[supply.length], 'sink', sink.length);
}

function sameLength(name: string, length: number, otherName: string, otherLength: number): void {
  if (length === otherLength) return;
  throw new EngineInputError('SHAPE_MISMATCH', `${name} has ${length} entries, ${otherName} has ${otherLength}`);
}

function checkUnits({ supply, demand, priority }: Problem): void {
  for (let s = 0; s < supply.length; s++)
    if (supply[s] < 0) throw new EngineInputError('NEGATIVE_SUPPLY', `Source ${s} has supply ${supply[s]}`);
  for (let t = 0; t < demand.length; t++) {
    if (demand[t] < 0) throw new EngineInputError('NEGATIVE_DEMAND', `Sink ${t} has demand ${demand[t]}`);
    if (priority[t] === 0)
      throw new EngineInputError('PRIORITY_OUT_OF_RANGE', `Sink ${t} has priority 0, the least is 1`);
  }
}

function checkLimits({ capacity }: Problem): void {
  const limit = capacity?.findIndex((units) => units < 0) ?? -1;
  if (limit >= 0)
    throw new EngineInputError('NEGATIVE_CAPACITY', `Edge ${limit} has capacity ${String(capacity?.[limit])}`);
}

/** The part that is about edges. Solving asks the same questions in passing, and comes here for the answer's words. */
export function checkEdges(problem: Problem): void {
  const { supply, demand, rowStart, sink, score } = problem;
  const sinks = demand.length;
  const most = score instanceof Uint16Array ? MAX_SCORE : Infinity;
  const lastSource = new Int32Array(sinks).fill(-1);
  for (let s = 0; s < supply.length; s++) {
    for (let e = rowStart[s], end = rowStart[s + 1]; e < end; e++) {
      const t = sink[e];
      const isSound = t >= 0 && t < sinks && lastSource[t] !== s && score[e] <= most && score[e] >= 0;
      if (!isSound) throw edgeFault(problem, s, e);
      lastSource[t] = s;
    }
  }
}

function edgeFault({ demand, sink, score }: Problem, s: number, e: number): EngineInputError {
  const t = sink[e];
  const most = score instanceof Uint16Array ? MAX_SCORE : 2 ** 31 - 1;
  if (t < 0 || t >= demand.length)
    return new EngineInputError('INDEX_OUT_OF_RANGE', `Edge ${e} leads to sink ${t} of ${demand.length}`);
  if (score[e] < 0 || score[e] > most)
    return new EngineInputError('SCORE_OUT_OF_RANGE', `Edge ${e} scores ${score[e]} of ${most}`);
  return new EngineInputError('DUPLICATE_EDGE', `Source ${s} has two edges to sink ${t}`);
}
