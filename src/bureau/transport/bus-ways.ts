import { distanceM, type Place } from '../../matching/index.js';

/** People who board at one point and leave at one site; they stay together on a bus. */
export interface Party {
  readonly point: number;
  readonly site: number;
  readonly heads: number;
}

export interface Ground {
  readonly points: readonly Place[];
  readonly sites: readonly Place[];
  readonly parties: readonly Party[];
}

/** Where a bus may drive: its points and sites in the order of driving to work, and the parties that could ride. */
export interface BusWay {
  readonly points: readonly number[];
  readonly sites: readonly number[];
  /** On the road. */
  readonly km: number;
  readonly parties: readonly number[];
}

/** Roads are so much longer than the crow flies. */
const roadFactor = 1.3;
const mostPoints = 4;
const mostSites = 3;
/** Nobody rides more than so many times as far as directly, and some kilometres. */
const mostDetour = 1.6;
const freeKm = 5;
const nearestTried = 10;
const mostWays = 6_000;

export const roadKm = (a: Place, b: Place): number => (distanceM(a, b) / 1000) * roadFactor;

/**
 * Ways for buses: that of every party by itself, then with the stops of others that lie near, up to four points and three
 * sites, in the order that is shortest, as long as every stop serves somebody whose ride does not become much longer.
 * At most 6,000, those of few stops first.
 */
export function busWays(ground: Ground): BusWay[] {
  const road = roadsOf(ground);
  const near = ground.parties.map((_, at) => nearestParties(ground, road, at));
  const found = new Map<string, BusWay | undefined>();
  const queue: BusWay[] = [];
  const take = (points: readonly number[], sites: readonly number[]): void => {
    const key = `${points.toSorted((a, b) => a - b).join()} ${sites.toSorted((a, b) => a - b).join()}`;
    if (found.has(key) || queue.length >= mostWays) return;
    const way = wayOf(ground, road, points, sites);
    found.set(key, way);
    if (way) queue.push(way);
  };
  for (const { point, site } of ground.parties) take([point], [site]);
  for (let next = 0; next < queue.length; next++) {
    const { points = [], sites = [], parties = [] } = queue[next] ?? {};
    for (const other of new Set(parties.flatMap((at) => near[at] ?? []))) {
      const { point = 0, site = 0 } = ground.parties[other] ?? {};
      take([...new Set([...points, point])], [...new Set([...sites, site])]);
    }
  }
  return queue;
}

/** Kilometres on the road between points and sites by index, sites after points. */
type Roads = (from: number, to: number) => number;

function roadsOf({ points, sites }: Ground): Roads {
  const places = [...points, ...sites];
  const lengths = places.map((from) => places.map((to) => roadKm(from, to)));
  return (from, to) => lengths[from]?.[to] ?? Infinity;
}

function nearestParties({ points, parties }: Ground, road: Roads, at: number): number[] {
  const one = parties[at];
  if (!one) return [];
  const apart = ({ point, site }: Party): number =>
    road(one.point, point) + road(points.length + one.site, points.length + site);
  return [...parties.entries()]
    .filter(([other]) => other !== at)
    .map(([other, party]): [number, number] => [other, apart(party)])
    .toSorted((a, b) => a[1] - b[1])
    .slice(0, nearestTried)
    .map(([other]) => other);
}

/** The way of some stops; undefined where there are too many, or one of them serves nobody who would ride so far. */
function wayOf(
  { points: { length: firstSite }, parties }: Ground,
  road: Roads,
  points: readonly number[],
  sites: readonly number[],
): BusWay | undefined {
  if (points.length > mostPoints || sites.length > mostSites) return undefined;
  const lengthOf = (stops: readonly number[]): number =>
    stops.reduce((km, stop, at) => (at === 0 ? 0 : km + road(stops[at - 1] ?? -1, stop)), 0);
  let best: { readonly order: readonly number[]; readonly km: number } | undefined;
  for (const first of orders(points))
    for (const second of orders(sites.map((site) => firstSite + site))) {
      const order = [...first, ...second];
      const km = lengthOf(order);
      if (!best || km < best.km) best = { order, km };
    }
  if (!best) return undefined;
  const { order, km } = best;
  const riding = [...parties.keys()].filter((at) => {
    const party = parties[at];
    const [from, until] = [order.indexOf(party?.point ?? -1), order.indexOf(firstSite + (party?.site ?? -1))];
    if (!party || from < 0 || until < 0) return false;
    const direct = road(party.point, firstSite + party.site);
    return lengthOf(order.slice(from, until + 1)) <= direct * mostDetour + freeKm;
  });
  const serves = (stop: number): boolean =>
    riding.some((at) => parties[at]?.point === stop || firstSite + (parties[at]?.site ?? -1) === stop);
  if (!order.every(serves)) return undefined;
  const isSite = (stop: number): boolean => stop >= firstSite;
  return {
    ...{ km, parties: riding, points: order.filter((stop) => !isSite(stop)) },
    sites: order.filter(isSite).map((stop) => stop - firstSite),
  };
}

/** A way without the stops at which none of these parties boards or leaves: never longer. */
export function trimmed(way: BusWay, ground: Ground, parties: readonly number[]): BusWay {
  const of = parties.flatMap((at) => ground.parties[at] ?? []);
  const points = way.points.filter((id) => of.some(({ point }) => point === id));
  const sites = way.sites.filter((id) => of.some(({ site }) => site === id));
  const places = [...points.flatMap((id) => ground.points[id] ?? []), ...sites.flatMap((id) => ground.sites[id] ?? [])];
  const km = places.slice(1).reduce((sum, place, at) => sum + roadKm(places[at] ?? place, place), 0);
  return { points, sites, parties, km: Math.min(km, way.km) };
}

function orders(ids: readonly number[]): number[][] {
  if (ids.length <= 1) return [[...ids]];
  return ids.flatMap((first) => orders(ids.filter((id) => id !== first)).map((rest) => [first, ...rest]));
}
