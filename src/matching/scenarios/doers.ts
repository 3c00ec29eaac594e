import type { Demand, SupplyFacts } from '../edges/candidate.js';
import type { World } from './world.js';

/** Who could do what: workers by what they have learnt. */
export class Doers {
  private readonly byTrade = new Map<string, [string, SupplyFacts][]>();

  constructor(private readonly world: World) {
    for (const worker of world.workers) {
      for (const { occupationId } of worker[1].skills) {
        const known = this.byTrade.get(occupationId);
        if (known) known.push(worker);
        else this.byTrade.set(occupationId, [worker]);
      }
    }
  }

  /** Everyone who has an occupation of some of the needs, or one that may stand in for it. */
  of(needs: readonly Demand[]): ReadonlyMap<string, SupplyFacts> {
    const trades = new Set(
      needs.flatMap(({ occupationId }) => [
        occupationId,
        ...(this.world.substitutes.get(occupationId) ?? []).map((one) => one.occupationId),
      ]),
    );
    return new Map([...trades].flatMap((trade) => this.byTrade.get(trade) ?? []));
  }
}
