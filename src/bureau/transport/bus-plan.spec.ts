import fc from 'fast-check';
import { expect, it } from 'vitest';
import solveProgram from '../../matching/solver/program-thread.js';
import { headsOf, loadsOf } from './bus-loads.rules.js';
import { type BusWay, busWays, type Ground } from './bus-ways.js';
import { costOf, planBuses, type Vehicle } from './bus-plan.js';

const solve: Parameters<typeof planBuses>[2] = (program, { timeLimitS, relativeGap = 0 }) =>
  solveProgram({ program, timeLimitS, relativeGap, start: undefined });

const place = fc.record({
  latitude: fc.double({ min: 25, max: 25.4, noNaN: true }),
  longitude: fc.double({ min: 118, max: 118.4, noNaN: true }),
});
const grounds: fc.Arbitrary<Ground> = fc
  .record({
    points: fc.array(place, { minLength: 1, maxLength: 3 }),
    sites: fc.array(place, { minLength: 1, maxLength: 2 }),
    wanted: fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 5 }),
  })
  .map(({ points, sites, wanted }) => ({
    ...{ points, sites },
    parties: wanted.map(([point, site, heads]) => ({
      ...{ point: point % points.length, site: site % sites.length, heads },
    })),
  }));
const fleets: fc.Arbitrary<Vehicle[]> = fc.array(
  fc.record({
    name: fc.constant('bus'),
    seats: fc.constantFrom(19, 33, 53),
    count: fc.integer({ min: 1, max: 3 }),
    fixedFen: fc.integer({ min: 10_000, max: 80_000 }),
    fenPerKm: fc.integer({ min: 100, max: 900 }),
  }),
  { minLength: 1, maxLength: 2 },
);

/** Everybody who can ride together, with the shortest way that takes all of them, by trying every set of parties. */
function together(ground: Ground): { readonly parties: readonly number[]; readonly way: BusWay }[] {
  const sets = Array.from({ length: 2 ** ground.parties.length }, (_, bits) =>
    [...ground.parties.keys()].filter((at) => (bits >> at) & 1),
  );
  return sets.flatMap((parties) => {
    const of = parties.flatMap((at) => ground.parties[at] ?? []);
    const [way] = busWays({ ...ground, parties: of })
      .filter((one) => parties.length > 0 && one.parties.length === parties.length)
      .toSorted((a, b) => a.km - b.km);
    return way ? [{ parties, way }] : [];
  });
}

/** Heads left and cost of the best choice, by trying every one. */
function best(ground: Ground, fleet: readonly Vehicle[]): [left: number, costFen: number] {
  const buses = together(ground);
  const search = (open: readonly number[], counts: readonly number[]): [number, number] => {
    const [first, ...rest] = open;
    if (first === undefined) return [0, 0];
    const [skipLeft, skipCost] = search(rest, counts);
    let found: [number, number] = [skipLeft + headsOf(ground, [first]), skipCost];
    for (const { parties, way } of buses.filter(
      (bus) => bus.parties.includes(first) && bus.parties.every((one) => open.includes(one)),
    ))
      for (const [at, vehicle] of fleet.entries()) {
        if (vehicle.seats < headsOf(ground, parties) || (counts[at] ?? 0) === 0) continue;
        const fewer = counts.map((count, index) => (index === at ? count - 1 : count));
        const after = search(
          open.filter((one) => !parties.includes(one)),
          fewer,
        );
        const one: [number, number] = [after[0], after[1] + costOf(vehicle, way)];
        if (one[0] < found[0] || (one[0] === found[0] && one[1] < found[1])) found = one;
      }
    return found;
  };
  return search(
    [...ground.parties.keys()],
    fleet.map(({ count }) => count),
  );
}

it('the chosen buses take as many as can be taken, as cheaply as can be', async () => {
  await fc.assert(
    fc.asyncProperty(grounds, fleets, async (ground, fleet) => {
      const plan = await planBuses(ground, fleet, solve);
      const seated = plan.trips.flatMap(({ way }) => way.parties);
      expect([...seated, ...plan.left].toSorted((a, b) => a - b)).toEqual([...ground.parties.keys()]);
      for (const { way, vehicle } of plan.trips)
        expect(headsOf(ground, way.parties)).toBeLessThanOrEqual(fleet[vehicle]?.seats ?? 0);
      for (const [at, { count }] of fleet.entries())
        expect(plan.trips.filter(({ vehicle }) => vehicle === at).length).toBeLessThanOrEqual(count);
      const [left, costFen] = best(ground, fleet);
      expect(headsOf(ground, plan.left)).toBe(left);
      // Rounded to a fen once for each bus.
      expect(plan.costFen).toBeLessThanOrEqual(costFen + plan.trips.length);
      expect(plan.boundFen).toBeLessThanOrEqual(plan.costFen);
    }),
    { numRuns: 60 },
  );
});

it('of two villages on one way, people share a bus; those that lie apart do not', async () => {
  const [a, near, far, work] = [25, 25.02, 25.4, 25.2].map((latitude) => ({ latitude, longitude: 118 }));
  const fleet = [{ name: 'bus', seats: 33, count: 5, fixedFen: 60_000, fenPerKm: 400 }];
  const of = async (points: Ground['points']): Promise<number> => {
    const parties = points.map((_, point) => ({ point, site: 0, heads: 15 }));
    return (await planBuses({ points, sites: work ? [work] : [], parties }, fleet, solve)).trips.length;
  };
  expect(await of(a && near ? [a, near] : [])).toBe(1);
  expect(await of(a && far ? [a, far] : [])).toBe(2);
});

it('of a way that is too full, the loads are those to which nobody could be added', () => {
  const ground = { points: [], sites: [], parties: [10, 9, 8, 3].map((heads) => ({ point: 0, site: 0, heads })) };
  expect(loadsOf(ground, [0, 1, 2, 3], 30)).toEqual([[0, 1, 2, 3]]);
  const loads = loadsOf(ground, [0, 1, 2, 3], 19);
  expect(loads).toContainEqual([0, 1]);
  for (const load of loads) {
    const free = 19 - headsOf(ground, load);
    expect(free).toBeGreaterThanOrEqual(0);
    for (const other of [0, 1, 2, 3].filter((one) => !load.includes(one)))
      expect(headsOf(ground, [other])).toBeGreaterThan(free);
  }
});
