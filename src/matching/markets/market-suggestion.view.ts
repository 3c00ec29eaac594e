import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Cluster } from './partition.js';

const contained =
  'Percent, 0 to 100: the smaller of the share of its workers’ possible work that lies inside, and of its seats’ possible workers who live inside.';

@ObjectType({ description: 'Counties that belong together, by whom their needs could have.' })
export class SuggestedMarket {
  @Field(() => Int, { description: 'Workers of these counties who could work anywhere in the region.' })
  workers: number;
  @Field(() => Int, { description: 'Open seats in these counties that somebody could take.' }) seats: number;
  @Field(() => Float, { description: contained }) containedPercent: number;
  @Field({ description: 'Whether these counties, and no others of the region, make a market today.' })
  isAsToday: boolean;
  readonly placeIds: readonly string[];
  /** The market to which most of the counties belong today. */
  readonly marketId: string | undefined;
}

@ObjectType({ description: 'How much a market of today keeps of its own.' })
export class MarketContainment {
  @Field(() => Int, { description: 'Its workers, inside the region, who could work anywhere in the region.' })
  workers: number;
  @Field(() => Int, { description: 'Its open seats, inside the region, that somebody could take.' }) seats: number;
  @Field(() => Float, { description: contained }) containedPercent: number;
  readonly marketId: string;
}

@ObjectType({ description: 'A division of a region into markets, found from how far its workers and needs reach.' })
export class MarketSuggestion {
  @Field(() => Date, { description: 'When the reach of workers and needs was measured.' }) measuredAt: Date;
  @Field(() => [SuggestedMarket], { description: 'The division, at most one market a county.' })
  suggested: SuggestedMarket[];
  @Field(() => [MarketContainment], { description: 'The markets of today, by the same measure.' })
  today: MarketContainment[];
}

const percent = (share: number): number => Math.round(share * 1_000) / 10;
const figuresOf = ({ workers, seats, contained: share }: Cluster) => ({
  ...{ workers: Math.round(workers), seats: Math.round(seats), containedPercent: percent(share) },
});

export const toContainment = (marketId: string, cluster: Cluster): MarketContainment => ({
  ...figuresOf(cluster),
  marketId,
});

/** `marketOf`: today’s market of each county. */
export function toSuggestedMarket(cluster: Cluster, marketOf: ReadonlyMap<string, string>): SuggestedMarket {
  const { places } = cluster;
  const counts = new Map<string, number>();
  for (const place of places) {
    const market = marketOf.get(place);
    if (market) counts.set(market, (counts.get(market) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const today = most && [...marketOf].filter(([, market]) => market === most[0]);
  const isAsToday = today?.length === places.length && today.every(([place]) => places.includes(place));
  return { ...figuresOf(cluster), isAsToday, placeIds: places, marketId: most?.[0] };
}
