import type { Demand } from '../edges/candidate.js';
import type { EdgeRows } from '../edges/edge-rows.js';
import type { Flow } from './partition.js';

/** Sampled workers and all needs, with the counties they are in. */
export interface Places {
  /** By supply. */
  readonly ofSupply: readonly string[];
  /** By demand. */
  readonly ofDemand: readonly string[];
  /** How many workers each supply stands for. */
  readonly workersEach: number;
}

/** What the feasible pairs say of counties: each worker is shared evenly among its pairs, and so is each need's seats. */
export function interactionOf(edges: EdgeRows, demands: readonly Demand[], places: Places): Flow[] {
  const { rowStart, sink } = edges;
  const pairsOfDemand = new Int32Array(demands.length);
  for (const demand of sink) pairsOfDemand[demand] = (pairsOfDemand[demand] ?? 0) + 1;
  const flows = new Map<string, { from: string; to: string; workers: number; seats: number }>();
  places.ofSupply.forEach((from, supply) => {
    const [start = 0, end = 0] = [rowStart[supply], rowStart[supply + 1]];
    for (let edge = start; edge < end; edge++) {
      const demand = sink[edge] ?? 0;
      const to = places.ofDemand[demand] ?? '';
      const flow = flows.get(`${from} ${to}`) ?? { from, to, workers: 0, seats: 0 };
      flow.workers += places.workersEach / (end - start);
      flow.seats += (demands[demand]?.seatsOpen ?? 0) / (pairsOfDemand[demand] ?? 1);
      flows.set(`${from} ${to}`, flow);
    }
  });
  return [...flows.values()];
}
