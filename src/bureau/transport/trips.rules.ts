import type { Place } from '../../matching/index.js';
import { type BusPlan, type Vehicle } from './bus-plan.js';
import { type Ground, type Party, roadKm } from './bus-ways.js';
import { pickUpsOf } from './pick-ups.rules.js';
import type { Rider } from './riders.loader.js';
import { timetable } from './timetable.rules.js';
import type { TransportDirection } from './transport.entity.js';

/** A site as near to another as this (in degrees) is the same. */
const siteGrid = 0.001;

/** Who travels, as parties of the ground that buses are planned on. */
export interface Travel {
  readonly ground: Ground;
  /** Riders of each party. */
  readonly riders: readonly (readonly Rider[])[];
  /** What each site is called: its enterprises. */
  readonly siteNames: readonly string[];
}

/** People who board and leave at the same places are one party; more than a vehicle holds are several. */
export function travelOf(riders: readonly Rider[], walkM: number, mostSeats: number): Travel {
  const homes = riders.map(({ homeLatitude, homeLongitude }) => ({ latitude: homeLatitude, longitude: homeLongitude }));
  const { points, pointOf } = pickUpsOf(homes, walkM);
  const sites = new Map<string, { readonly at: number; readonly place: Place; readonly hosts: Set<string> }>();
  const groups = new Map<string, { point: number; site: number; of: Rider[] }>();
  for (const [at, rider] of riders.entries()) {
    const key = [rider.siteLatitude, rider.siteLongitude].map((degrees) => Math.round(degrees / siteGrid)).join();
    const place = { latitude: rider.siteLatitude, longitude: rider.siteLongitude };
    const site = sites.get(key) ?? { at: sites.size, place, hosts: new Set() };
    site.hosts.add(rider.host);
    sites.set(key, site);
    const point = pointOf[at] ?? 0;
    const group = groups.get(`${point} ${site.at}`) ?? { point, site: site.at, of: [] };
    group.of.push(rider);
    groups.set(`${point} ${site.at}`, group);
  }
  const whole = [...groups.values()].flatMap(({ point, site, of }) =>
    chunksOf(of, mostSeats).map((chunk) => ({ party: { point, site, heads: chunk.length } satisfies Party, chunk })),
  );
  return {
    ground: { points, sites: [...sites.values()].map(({ place }) => place), parties: whole.map(({ party }) => party) },
    riders: whole.map(({ chunk }) => chunk),
    siteNames: [...sites.values()].map(({ hosts }) => [...hosts].join('、').slice(0, 100)),
  };
}

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < all.length; at += size) chunks.push(all.slice(at, at + size));
  return chunks;
}

/** A bus with its stops in the order of driving, and who boards and leaves where (indices of stops). */
export interface Trip {
  readonly vehicle: string;
  readonly seats: number;
  readonly costFen: number;
  readonly km: number;
  readonly stops: readonly (Place & {
    readonly kind: 'home' | 'work';
    readonly name: string;
    readonly minute: number;
  })[];
  readonly riders: readonly { readonly rider: Rider; readonly boardsAt: number; readonly leavesAt: number }[];
}

/** The trips of a plan of buses. On the way home a bus drives its way in reverse. */
export function tripsOf(
  { trips }: BusPlan,
  { ground, riders, siteNames }: Travel,
  vehicles: readonly Vehicle[],
  drive: { readonly direction: TransportDirection; readonly minute: number; readonly kmPerHour: number },
  pointName: (point: number) => string,
): Trip[] {
  return trips.map(({ way, vehicle, costFen }) => {
    const there = [
      ...way.points.map((id) => ({ kind: 'home' as const, id, place: ground.points[id] })),
      ...way.sites.map((id) => ({ kind: 'work' as const, id, place: ground.sites[id] })),
    ];
    const order = drive.direction === 'out' ? there : there.toReversed();
    const places = order.flatMap(({ place }) => place ?? []);
    const legs = places.slice(1).map((place, at) => roadKm(places[at] ?? place, place));
    const minutes = timetable(legs, drive.direction, drive.minute, drive.kmPerHour);
    const stopOf = (kind: 'home' | 'work', id: number): number =>
      order.findIndex((one) => one.kind === kind && one.id === id);
    return {
      ...{ vehicle: vehicles[vehicle]?.name ?? '', seats: vehicles[vehicle]?.seats ?? 0, costFen, km: way.km },
      stops: order.flatMap(({ kind, id, place }, at) =>
        place
          ? [
              {
                ...place,
                kind,
                name: kind === 'home' ? pointName(id) : (siteNames[id] ?? ''),
                minute: minutes[at] ?? 0,
              },
            ]
          : [],
      ),
      riders: way.parties.flatMap((party) => {
        const { point = -1, site = -1 } = ground.parties[party] ?? {};
        const ends = [stopOf('home', point), stopOf('work', site)] as const;
        const [boardsAt, leavesAt] = drive.direction === 'out' ? ends : [ends[1], ends[0]];
        return (riders[party] ?? []).map((rider) => ({ rider, boardsAt, leavesAt }));
      }),
    };
  });
}
