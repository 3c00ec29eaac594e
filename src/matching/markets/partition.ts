/** How much the workers of one place and the seats of another have to do with each other. */
export interface Flow {
  /** Where the workers live. */
  readonly from: string;
  /** Where the seats are. */
  readonly to: string;
  /** Workers of `from`, each shared evenly among what it could do; the parts that fall on `to`. */
  readonly workers: number;
  /** Seats of `to`, each shared evenly among who could take it; the parts that fall on `from`. */
  readonly seats: number;
}

/** Places that are solved together. */
export interface Cluster {
  /** In order. */
  readonly places: readonly string[];
  readonly workers: number;
  readonly seats: number;
  /** 0..1: the smaller of the share of its workers' work that lies inside, and of its seats' workers who live inside. */
  readonly contained: number;
}

interface Sums {
  readonly workers: number;
  readonly seats: number;
}

const none: Sums = { workers: 0, seats: 0 };
const plus = (a: Sums, b: Sums): Sums => ({ workers: a.workers + b.workers, seats: a.seats + b.seats });

/** A market in the making: what stays inside, what its people and seats amount to, and what it shares with others. */
interface Group {
  readonly places: string[];
  total: Sums;
  inside: Sums;
  readonly shared: Map<Group, Sums>;
}

/**
 * Divides places into markets of which each keeps at least `leastContained` of its own, as travel-to-work areas are found:
 * beginning with each place by itself, the one that keeps least joins the one it shares most with, until all keep enough.
 * The same flows give the same markets, whatever their order.
 */
export function partition(flows: readonly Flow[], leastContained: number): Cluster[] {
  const groups = groupPerPlace(flows);
  for (;;) {
    const weakest = leastOf([...groups].filter(({ shared }) => shared.size > 0));
    if (!weakest || containedIn(weakest) >= leastContained) break;
    merge(groups, weakest, partnerOf(weakest));
  }
  return [...groups].map(clusterOf).sort((a, b) => compare(a.places[0], b.places[0]));
}

/** What a given division keeps inside: one cluster for each name that `marketOf` gives. */
export function containment(flows: readonly Flow[], marketOf: (place: string) => string): Map<string, Cluster> {
  const named = flows.map((flow) => ({ ...flow, from: marketOf(flow.from), to: marketOf(flow.to) }));
  const groups = groupPerPlace(named);
  return new Map([...groups].map((group) => [group.places[0] ?? '', clusterOf(group)]));
}

function groupPerPlace(flows: readonly Flow[]): Set<Group> {
  const groups = new Map<string, Group>();
  const ordered = [...flows].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  for (const { from, to, workers, seats } of ordered) {
    const [home, site] = [groupOf(groups, from), groupOf(groups, to)];
    home.total = plus(home.total, { workers, seats: 0 });
    site.total = plus(site.total, { workers: 0, seats });
    if (home === site) home.inside = plus(home.inside, { workers, seats });
    else share(home, site, { workers, seats });
  }
  return new Set([...groups.values()].sort((a, b) => compare(a.places[0], b.places[0])));
}

function groupOf(groups: Map<string, Group>, place: string): Group {
  const known = groups.get(place);
  if (known) return known;
  const group: Group = { places: [place], total: none, inside: none, shared: new Map() };
  groups.set(place, group);
  return group;
}

function share(a: Group, b: Group, sums: Sums): void {
  a.shared.set(b, plus(a.shared.get(b) ?? none, sums));
  b.shared.set(a, plus(b.shared.get(a) ?? none, sums));
}

/** Where there are no workers, or no seats, all of them stay inside. */
function containedIn({ total, inside }: Group): number {
  const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 1);
  return Math.min(shareOf(inside.workers, total.workers), shareOf(inside.seats, total.seats));
}

function leastOf(groups: readonly Group[]): Group | undefined {
  return groups.reduce<Group | undefined>(
    (least, group) => (!least || containedIn(group) < containedIn(least) ? group : least),
    undefined,
  );
}

/** By shares, not by heads: else the largest neighbour would draw in everyone. */
function partnerOf(group: Group): Group {
  const bond = (other: Group, { workers, seats }: Sums): number =>
    workers / (group.total.workers + other.total.workers || 1) + seats / (group.total.seats + other.total.seats || 1);
  const [best] = [...group.shared].sort(
    ([a, x], [b, y]) => bond(b, y) - bond(a, x) || compare(a.places[0], b.places[0]),
  );
  if (!best) throw new Error('a group that shares with nobody keeps all of its own');
  return best[0];
}

/** Makes one of two: what they shared stays inside from here on. */
function merge(groups: Set<Group>, gone: Group, into: Group): void {
  into.inside = [gone.inside, gone.shared.get(into) ?? none].reduce(plus, into.inside);
  into.total = plus(into.total, gone.total);
  into.places.push(...gone.places);
  into.places.sort(compare);
  into.shared.delete(gone);
  for (const [other, sums] of gone.shared) {
    other.shared.delete(gone);
    if (other !== into) share(into, other, sums);
  }
  groups.delete(gone);
}

function clusterOf(group: Group): Cluster {
  const { places, total } = group;
  return { places, workers: total.workers, seats: total.seats, contained: containedIn(group) };
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}
