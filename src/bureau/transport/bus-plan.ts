import { type Entry, Program, type ProgramData, type SolveProgram } from '../../matching/index.js';
import { headsOf, loadsOf } from './bus-loads.rules.js';
import { type BusWay, busWays, type Ground, trimmed } from './bus-ways.js';

/** A kind of vehicle that can be had. */
export interface Vehicle {
  readonly name: string;
  readonly seats: number;
  readonly count: number;
  readonly fixedFen: number;
  readonly fenPerKm: number;
}

export interface BusTrip {
  readonly way: BusWay;
  /** Which kind of vehicle. */
  readonly vehicle: number;
  readonly costFen: number;
}

export interface BusPlan {
  readonly trips: readonly BusTrip[];
  /** Parties for whom there is no vehicle. */
  readonly left: readonly number[];
  readonly costFen: number;
  /** What it would cost if every party had a vehicle of its own, as many as wanted. */
  readonly aloneFen: number;
  /** No choice among the ways looked at costs less. */
  readonly boundFen: number;
  /** How many ways with a vehicle and a load were looked at. */
  readonly routes: number;
}

/** A bus that could drive: a way, a vehicle, and who rides. */
interface Offer extends BusTrip {
  readonly load: readonly number[];
}

const timeLimitS = 15;

export const costOf = ({ fixedFen, fenPerKm }: Vehicle, { km }: Pick<BusWay, 'km'>): number =>
  Math.round(fixedFen + fenPerKm * km);

/**
 * The cheapest choice of buses that takes every party (set covering, solved exactly over the ways of `busWays`), with no
 * more vehicles of a kind than there are. Only where they do not do are people left, as few as can be.
 */
export async function planBuses(ground: Ground, vehicles: readonly Vehicle[], solve: SolveProgram): Promise<BusPlan> {
  const offers = offersOf(ground, vehicles);
  const whole = programOf(ground, vehicles, offers, 0);
  const { values, bound } = await solve(whole, { timeLimitS, relativeGap: 0 });
  if (values) return planOf(ground, vehicles, offers, values, -bound);
  // Dearer than any choice of buses: people are left only where they must be.
  const leftFen = 1 + ground.parties.length * Math.max(0, ...offers.map(({ costFen }) => costFen));
  const some = await solve(programOf(ground, vehicles, offers, leftFen), { timeLimitS, relativeGap: 0 });
  const plan = planOf(ground, vehicles, offers, some.values ?? new Float64Array(), 0);
  const boundFen = Math.round(-some.bound - leftFen * headsOf(ground, plan.left));
  return { ...plan, boundFen: Math.min(plan.costFen, Math.max(0, boundFen)) };
}

/** Every way with every kind of vehicle and load; of those with one vehicle and load only the cheapest. */
function offersOf(ground: Ground, vehicles: readonly Vehicle[]): Offer[] {
  const offers = new Map<string, Offer>();
  for (const way of busWays(ground))
    for (const [at, vehicle] of vehicles.entries()) {
      const costFen = costOf(vehicle, way);
      for (const load of loadsOf(ground, way.parties, vehicle.seats)) {
        const key = `${at} ${load.join()}`;
        if (costFen < (offers.get(key)?.costFen ?? Infinity)) offers.set(key, { way, vehicle: at, costFen, load });
      }
    }
  return [...offers.values()];
}

/** Columns: the offers, then, where `leftFen` is more than 0, who is left. */
function programOf(
  ground: Ground,
  vehicles: readonly Vehicle[],
  offers: readonly Offer[],
  leftFen: number,
): ProgramData {
  const program = new Program();
  const takers = ground.parties.map((): Entry[] => []);
  const users = vehicles.map((): Entry[] => []);
  for (const { costFen, load, vehicle } of offers) {
    const column = program.column(-costFen, 0, 1, 'integer');
    for (const party of load) takers[party]?.push([column, 1]);
    users[vehicle]?.push([column, 1]);
  }
  if (leftFen > 0)
    for (const [party, { heads }] of ground.parties.entries())
      takers[party]?.push([program.column(-leftFen * heads, 0, 1, 'integer'), 1]);
  for (const entries of takers) program.row(1, Infinity, entries);
  for (const [at, { count }] of vehicles.entries()) program.row(0, count, users[at] ?? []);
  return program.finish();
}

/** Everybody rides on the first chosen bus that would take them; stops where then nobody boards or leaves fall away. */
function planOf(
  ground: Ground,
  vehicles: readonly Vehicle[],
  offers: readonly Offer[],
  values: Float64Array,
  boundFen: number,
): BusPlan {
  const open = new Set(ground.parties.keys());
  const trips: BusTrip[] = [];
  const chosen = offers.filter((_, column) => (values[column] ?? 0) > 0.5);
  for (const { way, vehicle, load } of chosen.toSorted((a, b) => b.load.length - a.load.length)) {
    const riding = load.filter((party) => open.delete(party));
    const kind = vehicles[vehicle];
    if (riding.length === 0 || !kind) continue;
    const driven = trimmed(way, ground, riding);
    trips.push({ way: driven, vehicle, costFen: costOf(kind, driven) });
  }
  const costFen = trips.reduce((sum, trip) => sum + trip.costFen, 0);
  return {
    ...{ trips, left: [...open], costFen, routes: offers.length, aloneFen: aloneOf(ground, vehicles) },
    boundFen: Math.min(costFen, Math.max(0, Math.round(boundFen))),
  };
}

function aloneOf(ground: Ground, vehicles: readonly Vehicle[]): number {
  return ground.parties.reduce((sum, { point, site, heads }, at) => {
    const way = { points: [point], sites: [site], km: Infinity, parties: [at] };
    const costs = vehicles
      .filter(({ seats }) => seats >= heads)
      .map((vehicle) => costOf(vehicle, trimmed(way, ground, [at])));
    return sum + (costs.length > 0 ? Math.min(...costs) : 0);
  }, 0);
}
