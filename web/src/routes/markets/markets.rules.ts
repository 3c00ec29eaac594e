import type { CountyFragment, MarketsOfTodayQuery, SuggestionQuery } from './markets.graphql.ts';

export type County = CountyFragment;
export type Market = MarketsOfTodayQuery['labourMarkets']['edges'][number]['node'];
export type Suggestion = NonNullable<SuggestionQuery['marketSuggestion']>;
export type Suggested = Suggestion['suggested'][number];

/** How much of its own each market has to keep, percent: what one can choose. */
export const leastPercents = [50, 60, 70, 80, 90, 95, 100] as const;

/** Counties that are solved together, as a map and a table show them. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly countyIds: readonly string[];
  /** Nothing where nobody there could work, or it was never measured. */
  readonly figures: { readonly workers: number; readonly seats: number; readonly containedPercent: number } | undefined;
}

/** The markets of today with what was measured of them, the one with most workers first. */
export function groupsOfToday(markets: readonly Market[], suggestion: Suggestion | null): readonly Group[] {
  return markets
    .map(({ id, name, counties }) => ({
      ...{ id, name, countyIds: counties.map((county) => county.id) },
      figures: suggestion?.today.find(({ market }) => market?.id === id),
    }))
    .toSorted((a, b) => (b.figures?.workers ?? 0) - (a.figures?.workers ?? 0));
}

/** The same of what is suggested, which has no names yet: its counties name it. */
export function groupsOf(
  suggested: readonly Suggested[],
  list: (names: readonly string[]) => string,
): readonly Group[] {
  return bySize(suggested).map((market) => ({
    id: idOf(market),
    name: market.isAsToday && market.market ? market.market.name : list(market.counties.map(({ name }) => name)),
    countyIds: market.counties.map(({ id }) => id),
    figures: market,
  }));
}

export function bySize(suggested: readonly Suggested[]): readonly Suggested[] {
  return suggested.toSorted((a, b) => b.workers - a.workers);
}

/** A division has each county once. */
export function idOf({ counties }: Suggested): string {
  return counties[0]?.id ?? '';
}

const hues = 5;
const strengths = [55, 25, 85];

/** The colour of the so manieth group, light enough to be written on; neighbours in a list differ. */
export function colourAt(place: number): string {
  const strength = strengths[Math.floor(place / hues) % strengths.length] ?? 55;
  return `color-mix(in oklab, var(--series-${(place % hues) + 1}) ${strength}%, var(--surface))`;
}

/** Colours by county. */
export function coloursOf(groups: readonly Group[]): ReadonlyMap<string, string> {
  return new Map(groups.flatMap(({ countyIds }, place) => countyIds.map((id) => [id, colourAt(place)] as const)));
}

/** The place of each county's group in the list, from 1: what the map writes on it. */
export function numbersOf(groups: readonly Group[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap(({ countyIds }, place) => countyIds.map((id) => [id, place + 1] as const)));
}

/** The market of each county today. */
export function marketByCounty(markets: readonly Market[]): ReadonlyMap<string, Market> {
  return new Map(markets.flatMap((market) => market.counties.map(({ id }) => [id, market] as const)));
}

/** The topmost region above a county. */
export function topOf({ parent }: County): { readonly id: string; readonly name: string } | undefined {
  return parent?.parent ?? parent ?? undefined;
}

/** Which of some counties would really move, and from where. */
export function movesTo(
  marketId: string | null,
  counties: readonly Pick<County, 'id' | 'name'>[],
  today: ReadonlyMap<string, Market>,
): readonly { readonly id: string; readonly name: string; readonly from: string | undefined }[] {
  return counties
    .filter(({ id }) => marketId === null || today.get(id)?.id !== marketId)
    .map(({ id, name }) => ({ id, name, from: today.get(id)?.name }));
}
