import type { Demand, SupplyFacts } from '../edges/candidate.js';

/** What is different now; undefined: no longer on the market. */
export interface MarketChanges {
  readonly workers: ReadonlyMap<string, SupplyFacts | undefined>;
  readonly needs: ReadonlyMap<string, Demand | undefined>;
}
