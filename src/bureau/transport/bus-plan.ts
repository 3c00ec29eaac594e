import { type Entry, Program, type SolveProgram } from '../../matching/index.js';
import { type BusRoute, busRoutes, type Ground } from './bus-routes.js';

/** A kind of vehicle that can be had. */
export interface Vehicle {
  readonly name: string;
  readonly seats: number;
  readonly count: number;
  readonly fixedFen: number;
  readonly fenPerKm: number;
}

export interface BusTrip {
  readonly route: BusRoute;
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
  readonly routes: number;
}

const timeLimitS = 20;

export const costOf = ({ fixedFen, fenPerKm }: Vehicle, { km }: Pick<BusRoute, 'km'>): number =>
  Math.round(fixedFen + fenPerKm * km);

/**
 * The cheapest choice of ways and vehicles that takes every party once (set partitioning, solved exactly over the ways
 * of `busRoutes`), with no more vehicles of a kind than there are.
 */
export async function planBuses(ground: Ground, vehicles: readonly Vehicle[], solve: SolveProgram): Promise<BusPlan> {
  const seats = Math.max(0, ...vehicles.map((vehicle) => vehicle.seats));
  const routes = busRoutes(ground, seats);
  const program = new Program();
  const offers = routes.flatMap((route) =>
    vehicles.flatMap((vehicle, at) => {
      if (vehicle.seats < route.heads) return [];
      const costFen = costOf(vehicle, route);
      return [{ route, vehicle: at, costFen, column: program.column(-costFen, 0, 1, 'integer') }];
    }),
  );
  // Dearer than taking everybody: people are left only where they must be.
  const leftFen = 1 + ground.parties.length * Math.max(0, ...offers.map(({ costFen }) => costFen));
  const lefts = ground.parties.map(({ heads }) => program.column(-leftFen * heads, 0, 1, 'integer'));
  for (const [party, left] of lefts.entries()) {
    const takers = offers.filter(({ route }) => route.parties.includes(party));
    program.row(1, 1, [[left, 1], ...takers.map(({ column }): Entry => [column, 1])]);
  }
  for (const [at, { count }] of vehicles.entries()) {
    const users = offers.filter(({ vehicle }) => vehicle === at);
    if (users.length > 0)
      program.row(
        0,
        count,
        users.map(({ column }): Entry => [column, 1]),
      );
  }
  const { values, bound } = await solve(program.finish(), { timeLimitS, relativeGap: 0 });
  const isChosen = (column: number): boolean => (values?.[column] ?? 0) > 0.5;
  const trips = offers.filter(({ column }) => isChosen(column)).map(({ column: _column, ...trip }) => trip);
  const left = values ? [...lefts.keys()].filter((at) => isChosen(lefts[at] ?? -1)) : [...ground.parties.keys()];
  const costFen = trips.reduce((sum, trip) => sum + trip.costFen, 0);
  const leftHeads = left.reduce((sum, at) => sum + (ground.parties[at]?.heads ?? 0), 0);
  return {
    ...{ trips, left, costFen, routes: routes.length },
    aloneFen: aloneOf(routes, vehicles),
    boundFen: Math.min(costFen, Math.max(0, Math.round(-bound - leftFen * leftHeads))),
  };
}

function aloneOf(routes: readonly BusRoute[], vehicles: readonly Vehicle[]): number {
  return routes
    .filter(({ parties }) => parties.length === 1)
    .reduce((sum, route) => {
      const costs = vehicles.filter(({ seats }) => seats >= route.heads).map((vehicle) => costOf(vehicle, route));
      return sum + (costs.length > 0 ? Math.min(...costs) : 0);
    }, 0);
}
