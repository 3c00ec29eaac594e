/** How many people went from one end to another. */
export interface Flow {
  /** Null for people who were hired directly, by no lender. */
  readonly source: string | null;
  readonly target: string;
  readonly heads: number;
  /** Whether all of them live in the region that is looked at. */
  readonly isOwn: boolean;
}

export interface FoldedFlows {
  /** The largest first. */
  readonly links: readonly Flow[];
  /** Heads of all flows that are not shown. */
  readonly others: number;
  readonly heads: number;
}

/** So few people of elsewhere are not told of: they would be persons rather than a number. */
export const leastForeign = 5;

/** The largest flows, at most `most`; the others, and small ones of people who live elsewhere, as one sum. */
export function foldFlows(flows: readonly Flow[], most: number): FoldedFlows {
  const shown = flows
    .filter(({ heads, isOwn }) => isOwn || heads >= leastForeign)
    .toSorted(
      (a, b) => b.heads - a.heads || (a.source ?? '').localeCompare(b.source ?? '') || a.target.localeCompare(b.target),
    )
    .slice(0, most);
  const sum = (of: readonly Flow[]): number => of.reduce((total, { heads }) => total + heads, 0);
  const heads = sum(flows);
  return { links: shown, heads, others: heads - sum(shown) };
}

/** Upper ends of the bands of distances, in km; the last band has none. */
export const bandEnds = [2, 5, 10, 20, 50] as const;

export interface DistanceBand {
  readonly fromKm: number;
  readonly untilKm: number | null;
  readonly heads: number;
}

/** Heads by band, in order, also of bands that nobody is in; `counts` by the number of the band from 0. */
export function bandsOf(counts: ReadonlyMap<number, number>): DistanceBand[] {
  return [0, ...bandEnds].map((fromKm, band) => ({
    ...{ fromKm, untilKm: bandEnds[band] ?? null, heads: counts.get(band) ?? 0 },
  }));
}
