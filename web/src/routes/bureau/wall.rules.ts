import type { FilledFragment } from './wall.graphql.ts';

/** How far a position has come; each stage contains the ones after it. */
export const stages = ['proposed', 'accepted', 'onSite'] as const;
export type Stage = (typeof stages)[number];

/** How many days ahead the wall looks. */
export const horizons = [7, 30, 90] as const;
export type Horizon = (typeof horizons)[number];

/** How many days back the trend goes. */
export const trendDays = 56;

export function rateOf(row: FilledFragment, stage: Stage): number | null {
  return { proposed: row.proposedRate, accepted: row.acceptedRate, onSite: row.onSiteRate }[stage];
}

/** Rates by region id, as the map colours them; a region in which nobody is wanted has none. */
export function sharesOf(rows: readonly FilledFragment[], stage: Stage): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap((row) => {
      const rate = rateOf(row, stage);
      return row.key === null || rate === null ? [] : [[row.key, rate] as const];
    }),
  );
}
