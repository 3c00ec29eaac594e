import { countingSort, startOfEach } from './counting-sort.js';
import { MAX_SCORE, type Problem } from './problem.js';

/**
 * The same edges by sink: those of sink `t` are the places `start[t] .. start[t + 1] - 1`, best score first and, among
 * equal scores, lowest source first. A search may stop reading a column as soon as the score is too low.
 */
export interface Columns {
  readonly start: Int32Array;
  /** Source of the edge at each place. */
  readonly source: Int32Array;
  /** Score of the edge at each place. */
  readonly score: Uint16Array;
  /** The edge's index in the Problem. */
  readonly edge: Int32Array;
}

export function columnsOf(problem: Problem): Columns {
  const shortfall = problem.score.map((score) => MAX_SCORE - score);
  const sinks = problem.demand.length;
  const edge = countingSort(problem.sink, sinks, countingSort(shortfall, MAX_SCORE + 1));
  const source = new Int32Array(edge.length);
  const score = new Uint16Array(edge.length);
  const sourceOfEdge = sourcesOfEdges(problem);
  for (let place = 0; place < edge.length; place++) {
    const e = edge[place] as number;
    source[place] = sourceOfEdge[e] as number;
    score[place] = problem.score[e] as number;
  }
  return { start: startOfEach(problem.sink, sinks), source, score, edge };
}

function sourcesOfEdges({ supply, rowStart, sink }: Problem): Int32Array {
  const source = new Int32Array(sink.length);
  for (let s = 0; s < supply.length; s++) source.fill(s, rowStart[s], rowStart[s + 1]);
  return source;
}
