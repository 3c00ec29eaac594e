import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { containment, type Flow, partition } from './partition.js';

const flow = (from: string, to: string, workers: number, seats = workers): Flow => ({ from, to, workers, seats });
const shuffled = (flows: readonly Flow[]): fc.Arbitrary<Flow[]> =>
  fc.shuffledSubarray([...flows], { minLength: flows.length, maxLength: flows.length });

const place = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const amount = fc.integer({ min: 1, max: 500 });
const flowsOf = fc.uniqueArray(fc.record({ from: place, to: place, workers: amount, seats: amount }), {
  maxLength: 30,
  selector: ({ from, to }) => from + to,
});

describe('partition', () => {
  it('leaves apart what has nothing to do with each other', () => {
    const clusters = partition([flow('a', 'a', 10), flow('b', 'b', 5)], 1);
    expect(clusters.map(({ places }) => places)).toEqual([['a'], ['b']]);
  });

  it('puts together places of which one keeps too little of its own', () => {
    const flows = [flow('a', 'a', 90), flow('b', 'a', 60), flow('b', 'b', 40), flow('c', 'c', 80), flow('c', 'b', 2)];
    expect(partition(flows, 0.9).map(({ places }) => places)).toEqual([['a', 'b'], ['c']]);
    expect(partition(flows, 0.3).map(({ places }) => places)).toEqual([['a'], ['b'], ['c']]);
    expect(partition(flows, 1).map(({ places }) => places)).toEqual([['a', 'b', 'c']]);
  });

  it('says what stays inside, by workers and by seats', () => {
    const [both] = partition([flow('a', 'a', 30, 10), flow('a', 'b', 10, 10), flow('b', 'b', 5, 30)], 0.5);
    expect(both).toMatchObject({ places: ['a'], workers: 40, seats: 10, contained: 0.75 });
  });

  it('gives markets that keep enough, or that nobody shares with, each place in one', () => {
    fc.assert(
      fc.property(flowsOf, fc.double({ min: 0, max: 1, noNaN: true }), (flows, least) => {
        const clusters = partition(flows, least);
        const places = clusters.flatMap((cluster) => cluster.places);
        expect(places.toSorted()).toEqual([...new Set(flows.flatMap(({ from, to }) => [from, to]))].sort());
        const marketOf = new Map(clusters.flatMap(({ places: of }) => of.map((one) => [one, of[0] ?? ''])));
        const measured = containment(flows, (one) => marketOf.get(one) ?? '');
        for (const { places: of, contained, workers, seats } of clusters) {
          const again = measured.get(of[0] ?? '');
          expect(again?.contained).toBeCloseTo(contained, 9);
          expect(again).toMatchObject({ workers, seats });
          expect(contained >= least - 1e-9 || contained > 1 - 1e-9).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order of the flows', () => {
    fc.assert(
      fc.property(
        flowsOf.chain((flows) => fc.tuple(fc.constant(flows), shuffled(flows))),
        ([flows, mixed]) => {
          expect(partition(mixed, 0.8)).toEqual(partition(flows, 0.8));
        },
      ),
    );
  });
});
