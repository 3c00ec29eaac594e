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
    for (let e = rowStart[s]; e < rowStart[s + 1]; e++) {
      hasEdge[sink[e]] = 1;
      const root = rootOf(sink[e]);
      const first = rootOf(sink[rowStart[s]]);
      parent[Math.max(root, first)] = Math.min(root, first);
    }
  }
  const number = new Int32Array(demand.length).fill(-1);
  let count = 0;
  for (let t = 0; t < demand.length; t++) if (parent[t] === t && hasEdge[t]) number[t] = count++;
  const ofSink = Int32Array.from(demand, (_, t) => number[rootOf(t)]);
  const ofSource = Int32Array.from(supply, (_, s) => (rowStart[s] < rowStart[s + 1] ? ofSink[sink[rowStart[s]]] : -1));
  return { count, ofSource, ofSink };
}
