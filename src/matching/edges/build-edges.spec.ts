import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { buildEdges } from './build-edges.js';
import type { Demand, Substitutes, Supply } from './candidate.js';
import { type Place } from './distance.js';
import { demand, supply, weights } from './pair.builder.js';
import { PairJudge } from './pair-judge.js';

const none: Substitutes = new Map();
const today = 100;
const clamp = (latitude: number): number => Math.max(-90, Math.min(90, latitude));
const anywhere: fc.Arbitrary<Place> = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** The edges as a list, with the scores. */
const build = (s: readonly Supply[], d: readonly Demand[], substitutes: Substitutes = none): string[] => {
  const { rowStart, sink, score } = buildEdges(s, d, substitutes, weights, today);
  return s.flatMap((_, i) =>
    [...sink.subarray(rowStart[i], rowStart[i + 1])].map((j, k) => `${i} ${j} ${score[(rowStart[i] ?? 0) + k]}`),
  );
};

describe('building edges', () => {
  const substitutes: Substitutes = new Map([
    [
      'weaver',
      [
        { occupationId: 'packer', penalty: 30 },
        { occupationId: 'welder', penalty: 30 },
      ],
    ],
    ['welder', [{ occupationId: 'packer', penalty: 0 }]],
    ['packer', [{ occupationId: 'weaver', penalty: 100 }]],
  ]);
  const pay = {
    wageUnit: fc.constantFrom('hour', 'hour', 'hour', 'day'),
    currency: fc.constantFrom('CNY', 'CNY', 'CNY', 'USD'),
  };
  const firstDay = fc.integer({ min: 95, max: 130 });
  const occupation = fc.constantFrom('weaver', 'welder', 'packer');
  const supplyFacts = {
    ...pay,
    lenderId: fc.constantFrom(null, 'host', 'other'),
    firstDay,
    days: fc.integer({ min: 1, max: 80 }),
    wageFloorFen: fc.oneof(fc.constant(0), fc.integer({ min: 1800, max: 2600 })),
    rating: fc.option(fc.integer({ min: 0, max: 100 })),
    waitingSinceDay: fc.integer({ min: 50, max: 110 }),
    skills: fc.uniqueArray(fc.record({ occupationId: occupation, level: fc.integer({ min: 1, max: 5 }) }), {
      selector: ({ occupationId }) => occupationId,
      maxLength: 3,
    }),
    certificates: fc.array(
      fc.record({ code: fc.constantFrom('weld', 'lift'), lastDay: fc.integer({ min: 100, max: 200 }) }),
      { maxLength: 2 },
    ),
    shuttles: fc.constantFrom(undefined, undefined, [{ ...demand(), radiusM: 20_000 }]),
    blockedHosts: fc.constantFrom(undefined, undefined, ['host'], ['other', 'third']),
    appliedNeeds: fc.constantFrom(undefined, undefined, ['n1'], ['n2', 'elsewhere'], ['n1', 'n2']),
    booked: fc.array(fc.record({ firstDay, days: fc.integer({ min: 1, max: 20 }) }), { maxLength: 1 }),
  };
  const demandFacts = {
    ...pay,
    needId: fc.constantFrom('n1', 'n2', 'n3'),
    hostId: fc.constantFrom('host', 'another'),
    occupationId: occupation,
    minLevel: fc.integer({ min: 1, max: 4 }),
    acceptsSubstitutes: fc.boolean(),
    certificateCodes: fc.uniqueArray(fc.constantFrom('weld', 'lift'), { maxLength: 1 }),
    firstDay,
    days: fc.integer({ min: 0, max: 60 }),
    minOverlapPercent: fc.integer({ min: 1, max: 100 }),
    wageFen: fc.integer({ min: 1800, max: 4000 }),
    lodging: fc.boolean(),
  };
  const lasting = <T extends { firstDay: number; days: number }>({
    days,
    ...facts
  }: T): Omit<T, 'days'> & { lastDay: number } => ({
    ...facts,
    lastDay: facts.firstDay + days - 1,
  });
  /** Supplies and demands about one spot, so that many pairs are in reach. */
  const marketAt = (
    spot: fc.Arbitrary<Place>,
    radiusM: fc.Arbitrary<number>,
  ): fc.Arbitrary<{ s: Supply[]; d: Demand[] }> =>
    fc.record({
      s: fc.array(
        fc
          .record({ ...supplyFacts, place: spot, radiusM, relocationRadiusM: fc.option(radiusM) })
          .map(({ place, booked, ...facts }) => supply({ ...lasting(facts), ...place, booked: booked.map(lasting) })),
        { maxLength: 12 },
      ),
      d: fc.array(
        fc
          .record({ ...demandFacts, place: spot })
          .map(({ place, ...facts }) => demand({ ...lasting(facts), ...place })),
        { maxLength: 12 },
      ),
    });
  const near = (latitude: number, longitude: number, degrees: number): fc.Arbitrary<Place> => {
    const shift = fc.oneof(fc.constantFrom(0, degrees / 2), fc.double({ min: -degrees, max: degrees, noNaN: true }));
    return fc.record({ latitude: shift, longitude: shift }).map((by) => ({
      latitude: clamp(latitude + by.latitude),
      longitude: ((longitude + by.longitude + 540) % 360) - 180,
    }));
  };

  it.each([
    ['in a county', near(25.05, 118.2, 0.3), fc.integer({ min: 0, max: 40_000 })],
    ['in one place', near(25.05, 118.2, 0.00001), fc.integer({ min: 0, max: 2 })],
    ['across the 180th meridian', near(-17, 180, 0.5), fc.integer({ min: 0, max: 90_000 })],
    [
      'about a pole',
      fc.record({
        latitude: fc.double({ min: 89, max: 90, noNaN: true }),
        longitude: anywhere.map(({ longitude }) => longitude),
      }),
      fc.nat(150_000),
    ],
    ['all over the world', anywhere, fc.oneof(fc.nat(9_000_000), fc.nat(21_000_000))],
  ])('finds exactly the pairs and scores that looking at every pair finds, %s', (_name, spot, radiusM) => {
    const judge = new PairJudge(substitutes, weights, today);
    let pairs = 0;
    fc.assert(
      fc.property(marketAt(spot, radiusM), ({ s, d }) => {
        const expected = s.flatMap((one, i) =>
          d.flatMap((other, j) => {
            const pair = judge.judge(one, other);
            return pair ? [`${i} ${j} ${pair.score}`] : [];
          }),
        );
        pairs += expected.length;
        expect(build(s, d, substitutes).sort()).toEqual(expected.sort());
      }),
      { numRuns: 1000 },
    );
    expect(pairs).toBeGreaterThan(100);
  });

  it('makes do with the skill of least penalty, and the first of several', () => {
    const judge = new PairJudge(substitutes, weights, today);
    const skills = [
      { occupationId: 'welder', level: 5 },
      { occupationId: 'packer', level: 2 },
    ];
    expect(judge.judge(supply({ skills }), demand())?.parts.skill).toBe(4900);
    expect(judge.judge(supply({ skills: skills.toReversed() }), demand())?.parts.skill).toBe(7000);
    const own = [...skills, { occupationId: 'weaver', level: 1 }];
    expect(judge.judge(supply({ skills: own }), demand())).toBeUndefined();
    expect(build([supply({ skills: own })], [demand()], substitutes)).toEqual([]);
  });

  it('a substitute occupation costs its penalty', () => {
    const packer = supply({ skills: [{ occupationId: 'packer', level: 2 }] });
    const judge = new PairJudge(new Map([['weaver', [{ occupationId: 'packer', penalty: 40 }]]]), weights, today);
    expect(judge.judge(packer, demand())?.parts.skill).toBe(6000);
    expect(judge.judge(packer, demand({ acceptsSubstitutes: false }))).toBeUndefined();
  });

  it('grows with the edges and keeps each row in its place', () => {
    const crowd = Array.from({ length: 300 }, () => supply());
    const { rowStart, sink } = buildEdges(
      crowd,
      Array.from({ length: 700 }, () => demand()),
      none,
      weights,
      today,
    );
    expect([...rowStart]).toEqual(Array.from({ length: 301 }, (_, i) => 700 * i));
    for (const start of rowStart.subarray(0, 300)) expect(new Set(sink.subarray(start, start + 700)).size).toBe(700);
  });

  it('refuses weights that weigh nothing', () => {
    const nothing = { skill: 0, distance: 0, wage: 0, overlap: 0, waiting: 0, rating: 0, applied: 0 };
    expect(() => buildEdges([], [], none, nothing, today)).toThrow(RangeError);
    expect(() => buildEdges([], [], none, { ...weights, wage: -1 }, today)).toThrow(RangeError);
  });

  it('works with nobody on either side', () => {
    expect(build([], [demand()])).toEqual([]);
    expect(build([supply()], [])).toEqual([]);
  });
});
