import { EngineInputError } from './errors.js';

export const MAX_SCORE = 10_000;
export const MAX_PRIORITY = 255;

/**
 * Sources with supply, sinks with demand, and the edges along which supply may go, in compressed sparse rows:
 * the edges of source `s` are `rowStart[s] .. rowStart[s + 1] - 1`, in ascending order of sink.
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
  /** What one unit along the edge is worth, 0..10000. */
  readonly score: Uint16Array;
}

/** Throws an EngineInputError unless the arrays form a Problem as described above. */
export function checkProblem(problem: Problem): void {
  checkShape(problem);
  checkNodes(problem);
  checkEdges(problem);
}

function checkShape({ supply, demand, priority, rowStart, sink, score }: Problem): void {
  sameLength('priority', priority.length, 'demand', demand.length);
  sameLength('score', score.length, 'sink', sink.length);
  sameLength('rowStart', rowStart.length, 'supply plus one', supply.length + 1);
  if (rowStart[0] !== 0)
    throw new EngineInputError('SHAPE_MISMATCH', `rowStart begins with ${String(rowStart[0])}, not 0`);
  for (let s = 0; s < supply.length; s++) {
    const start = rowStart[s] as number;
    const end = rowStart[s + 1] as number;
    if (end < start) throw new EngineInputError('SHAPE_MISMATCH', `Row ${s} ends at ${end}, before its start ${start}`);
  }
  sameLength('last row', rowStart[supply.length] as number, 'sink', sink.length);
}

function sameLength(name: string, length: number, otherName: string, otherLength: number): void {
  if (length === otherLength) return;
  throw new EngineInputError('SHAPE_MISMATCH', `${name} has ${length} entries, ${otherName} has ${otherLength}`);
}

function checkNodes({ supply, demand, priority }: Problem): void {
  for (const [s, units] of supply.entries()) {
    if (units < 0) throw new EngineInputError('NEGATIVE_SUPPLY', `Source ${s} has supply ${units}`);
  }
  for (const [t, units] of demand.entries()) {
    if (units < 0) throw new EngineInputError('NEGATIVE_DEMAND', `Sink ${t} has demand ${units}`);
    if (priority[t] === 0)
      throw new EngineInputError('PRIORITY_OUT_OF_RANGE', `Sink ${t} has priority 0, the least is 1`);
  }
}

function checkEdges({ supply, demand, rowStart, sink, score }: Problem): void {
  for (let s = 0; s < supply.length; s++) {
    let previous = -1;
    for (let e = rowStart[s] as number; e < (rowStart[s + 1] as number); e++) {
      const t = sink[e] as number;
      const worth = score[e] as number;
      if (t < 0 || t >= demand.length) {
        throw new EngineInputError('INDEX_OUT_OF_RANGE', `Edge ${e} leads to sink ${t} of ${demand.length}`);
      }
      if (t === previous) throw new EngineInputError('DUPLICATE_EDGE', `Source ${s} has two edges to sink ${t}`);
      if (t < previous) {
        throw new EngineInputError('UNSORTED_ROW', `Source ${s} lists sink ${t} after sink ${previous}`);
      }
      if (worth > MAX_SCORE)
        throw new EngineInputError('SCORE_OUT_OF_RANGE', `Edge ${e} scores ${worth} of ${MAX_SCORE}`);
      previous = t;
    }
  }
}
