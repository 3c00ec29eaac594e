import { describe, expect, it } from 'vitest';
import { demand } from '../edges/pair.builder.js';
import { countyOfNeed, favoured, seatOutcome, workersMoved } from './seat-outcome.js';
import type { World } from './world.js';

const world: World = {
  ...{ above: new Map(), centres: new Map(), regionOfWorker: new Map(), workers: new Map(), substitutes: new Map() },
  countyOf: new Map([['town', 'anxi']]),
  regionOfNeed: new Map([['n1', 'town'], ['n2', 'jinjiang'], ['n3', 'jinjiang']]), // prettier-ignore
  needs: new Map([
    ['n1', demand({ needId: 'n1', hostId: 'a', seatsOpen: 2, occupationId: 'weaver' })],
    ['n2', demand({ needId: 'n2', hostId: 'b', seatsOpen: 2, occupationId: 'welder' })],
    ['n3', demand({ needId: 'n3', hostId: 'b', seatsOpen: 1, occupationId: 'weaver' })],
  ]),
};
const seats = (of: Record<string, string>): Map<string, string> => new Map(Object.entries(of));

describe('whom other weights favour', () => {
  it('are those with more seats filled; what one gains, others lose', () => {
    const found = favoured(world, seats({ w1: 'n1', w2: 'n1', w3: 'n3' }), seats({ w1: 'n1', w2: 'n2', w3: 'n2' }));
    expect(found.enterprises).toEqual([
      { enterpriseId: 'a', before: { seats: 2, filled: 2 }, after: { seats: 2, filled: 1 } },
      { enterpriseId: 'b', before: { seats: 3, filled: 1 }, after: { seats: 3, filled: 2 } },
    ]);
    expect(found.regions.map(({ regionId, before, after }) => [regionId, before.filled, after.filled])).toEqual([
      ['anxi', 2, 1],
      ['jinjiang', 1, 2],
    ]);
    expect(found.occupations.map(({ occupationId, before, after }) => [occupationId, before.filled, after.filled])).toEqual([['weaver', 3, 1], ['welder', 0, 2]]); // prettier-ignore
    expect(found.moved.map(({ needId }) => needId)).toEqual(['n2', 'n1', 'n3']);
  });

  it('is nobody where the same seats are filled by others', () => {
    const found = favoured(world, seats({ w1: 'n1', w2: 'n2' }), seats({ w1: 'n2', w2: 'n1' }));
    expect([found.enterprises, found.moved]).toEqual([[], []]);
  });
});

describe('seats', () => {
  it('that open count after, and those that close before', () => {
    const opened = new Map([...world.needs, ['new', demand({ needId: 'new', seatsOpen: 4 })] as const]);
    const outcome = seatOutcome(
      { needs: world.needs, seats: new Map() },
      { needs: opened, seats: new Map([['w1', 'new']]) },
      (needId) => countyOfNeed(world, needId) ?? 'dehua',
    );
    expect(outcome).toMatchObject({ before: { seats: 5, filled: 0 }, after: { seats: 9, filled: 1 } });
    expect(outcome.moved).toMatchObject([{ needId: 'new', regionId: 'dehua', before: { seats: 0 } }]);
  });

  it('move workers who change, get or lose one', () => {
    const moved = workersMoved(new Map([['w1', 'a'], ['w2', 'a'], ['w3', 'b']]), new Map([['w1', 'a'], ['w2', 'b'], ['w4', 'a']])); // prettier-ignore
    expect(moved).toBe(3);
  });
});
