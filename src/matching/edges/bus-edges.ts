import type { Demand, Substitutes, Supply } from './candidate.js';
import type { GrowingRows } from './edge-rows.js';
import { doableBesides } from './fits.js';
import type { PairJudge } from './pair-judge.js';

/** Edges of those whom a bus takes to sites beyond their circle: only what-ifs know of any, so pairs are looked at one by one. */
export class BusEdges {
  private readonly besides: Substitutes;
  /** Occupation → places among the demands. */
  private readonly demandsOf = new Map<string, number[]>();

  constructor(
    private readonly demands: readonly Demand[],
    substitutes: Substitutes,
    private readonly judge: PairJudge,
  ) {
    this.besides = doableBesides(substitutes);
    for (const [place, { occupationId }] of demands.entries()) {
      const known = this.demandsOf.get(occupationId);
      if (known) known.push(place);
      else this.demandsOf.set(occupationId, [place]);
    }
  }

  /** Adds a supply's row. */
  add(supply: Supply, rows: GrowingRows): void {
    const own = supply.skills.map(({ occupationId }) => occupationId);
    const doable = own.flatMap((id) => (this.besides.get(id) ?? []).map(({ occupationId }) => occupationId));
    const places = [...new Set([...own, ...doable])].flatMap((id) => this.demandsOf.get(id) ?? []);
    rows.reserve(places.length);
    for (const place of places) {
      const pair = this.judge.judge(supply, this.demands[place] as Demand);
      if (!pair) continue;
      rows.sink[rows.count] = place;
      rows.score[rows.count++] = pair.score;
    }
    rows.endRow();
  }
}
