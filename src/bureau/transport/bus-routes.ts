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

/** A bus way: its parties, and its points and sites in the order in which they are driven to work. */
export interface BusRoute {
  readonly parties: readonly number[];
  readonly heads: number;
  readonly points: readonly number[];
  readonly sites: readonly number[];
  /** On the road. */
  readonly km: number;
}

/** Roads are so much longer than the crow flies. */
export const roadFactor = 1.3;
const mostPoints = 4;
const mostSites = 3;
/** Nobody rides more than so many times as far as directly, and some kilometres. */
const mostDetour = 1.6;
const freeKm = 5;
const nearestTried = 10;
const mostRoutes = 20_000;

export const roadKm = (a: Place, b: Place): number => (distanceM(a, b) / 1000) * roadFactor;

/**
 * Ways for buses of at most `seats`: every party by itself, then with others that lie near, up to four points and three
 * sites, as long as no ride becomes much longer; each in the order that is shortest. At most 20,000, the small ones first.
 */
export function busRoutes(ground: Ground, seats: number): BusRoute[] {
  const near = ground.parties.map((_, at) => nearestParties(ground, at));
  const found = new Map<string, BusRoute>();
  const queue: BusRoute[] = [];
  const take = (parties: readonly number[]): void => {
    const sorted = parties.toSorted((a, b) => a - b);
    const key = sorted.join();
    if (found.has(key) || found.size >= mostRoutes) return;
    const route = shortest(ground, sorted);
    if (!route || route.heads > seats || (sorted.length > 1 && isTooLong(ground, route))) return;
    found.set(key, route);
    queue.push(route);
  };
  for (const at of ground.parties.keys()) take([at]);
  for (let next = 0; next < queue.length; next++) {
    const { parties = [] } = queue[next] ?? {};
    const others = new Set(parties.flatMap((at) => near[at] ?? []));
    for (const other of others) if (!parties.includes(other)) take([...parties, other]);
  }
  return [...found.values()];
}

function nearestParties({ points, sites, parties }: Ground, at: number): number[] {
  const one = parties[at];
  const apart = (other: Party): number =>
    between(points, one?.point, other.point) + between(sites, one?.site, other.site);
  return [...parties.keys()]
    .filter((other) => other !== at)
    .map((other): [number, number] => [other, parties[other] ? apart(parties[other]) : Infinity])
    .toSorted((a, b) => a[1] - b[1])
    .slice(0, nearestTried)
    .map(([other]) => other);
}

function between(places: readonly Place[], a: number | undefined, b: number | undefined): number {
  const [one, other] = [places[a ?? -1], places[b ?? -1]];
  return one && other ? roadKm(one, other) : Infinity;
}

/** The shortest order: points before sites. Undefined where there would be too many stops. */
function shortest({ points, sites, parties }: Ground, chosen: readonly number[]): BusRoute | undefined {
  const of = chosen.flatMap((at) => parties[at] ?? []);
  const [pointIds, siteIds] = [[...new Set(of.map(({ point }) => point))], [...new Set(of.map(({ site }) => site))]];
  if (pointIds.length > mostPoints || siteIds.length > mostSites) return undefined;
  let best: Pick<BusRoute, 'points' | 'sites' | 'km'> | undefined;
  for (const first of orders(pointIds))
    for (const second of orders(siteIds)) {
      const km = lengthOf([...first.flatMap((id) => points[id] ?? []), ...second.flatMap((id) => sites[id] ?? [])]);
      if (!best || km < best.km) best = { points: first, sites: second, km };
    }
  return best && { parties: chosen, heads: of.reduce((sum, { heads }) => sum + heads, 0), ...best };
}

export function lengthOf(places: readonly Place[]): number {
  return places.reduce((km, place, at) => {
    const before = places[at - 1];
    return before ? km + roadKm(before, place) : km;
  }, 0);
}

function orders(ids: readonly number[]): number[][] {
  if (ids.length <= 1) return [[...ids]];
  return ids.flatMap((first) => orders(ids.filter((id) => id !== first)).map((rest) => [first, ...rest]));
}

/** Whether somebody rides much longer than directly. */
function isTooLong({ points, sites, parties }: Ground, route: BusRoute): boolean {
  const stops = [...route.points.flatMap((id) => points[id] ?? []), ...route.sites.flatMap((id) => sites[id] ?? [])];
  return route.parties.some((at) => {
    const party = parties[at];
    const [home, work] = [points[party?.point ?? -1], sites[party?.site ?? -1]];
    if (!party || !home || !work) return true;
    const [from, until] = [route.points.indexOf(party.point), route.points.length + route.sites.indexOf(party.site)];
    return lengthOf(stops.slice(from, until + 1)) > roadKm(home, work) * mostDetour + freeKm;
  });
}
