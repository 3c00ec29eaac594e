import type { Problem } from '../problem.js';

/**
 * The connected parts of the graph, numbered from 0 in the order of their first sinks. Sources and sinks without edges
 * belong to no part: -1.
 */
export interface Components {
  readonly count: number;
  readonly ofSource: Int32Array;
  readonly ofSink: Int32Array;
}

export function componentsOf({ supply, demand, rowStart, sink }: Problem): Components {
  const parent = Int32Array.from(demand, (_, t) => t);
  const rootOf = (t: number): number => {
    let root = t;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  };
  const hasEdge = new Uint8Array(demand.length);
  for (let s = 0; s < supply.length; s++) {
    let joined = rowStart[s] < rowStart[s + 1] ? rootOf(sink[rowStart[s]]) : 0;
    for (let e = rowStart[s], end = rowStart[s + 1]; e < end; e++) {
      const t = sink[e];
      hasEdge[t] = 1;
      if (parent[t] === joined) continue;
      const root = rootOf(t);
      const first = Math.min(root, joined);
      parent[root] = first;
      parent[joined] = first;
      joined = first;
    }
  }
  const number = new Int32Array(demand.length).fill(-1);
  let count = 0;
  for (let t = 0; t < demand.length; t++) if (parent[t] === t && hasEdge[t]) number[t] = count++;
  const ofSink = Int32Array.from(demand, (_, t) => number[rootOf(t)]);
  const ofSource = Int32Array.from(supply, (_, s) => (rowStart[s] < rowStart[s + 1] ? ofSink[sink[rowStart[s]]] : -1));
  return { count, ofSource, ofSink };
}
