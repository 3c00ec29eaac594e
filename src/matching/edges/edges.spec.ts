import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Demand, Supply } from './candidate.js';
import { CellGrid } from './cell-grid.js';
import {
  agreementM,
  agreementReachM,
  distanceAlong,
  distanceM,
  halfLineSquared,
  type Place,
  pointOf,
} from './distance.js';
import { infeasibility, reachM } from './feasibility.rules.js';
import { demand, supply, weights } from './pair.builder.js';
import { scorePair, scoreParts, totalScore } from './score.rules.js';

const today = 100;
const clamp = (latitude: number): number => Math.max(-90, Math.min(90, latitude));
const anywhere: fc.Arbitrary<Place> = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('a pair is feasible when nothing stands against it', () => {
  const reason = (s: Partial<Supply>, d: Partial<Demand>, level = 3): string | undefined => {
    const [a, b] = [supply(s), demand(d)];
    return infeasibility(a, b, level, distanceM(a, b));
  };

  it.each<[string, Partial<Supply>, Partial<Demand>, number, string | undefined]>([
    ['everything fits', {}, {}, 3, undefined],
    ['the lender is the host', { lenderId: 'host' }, {}, 3, 'LENDER_IS_HOST'],
    ['the level is too low', {}, {}, 1, 'LEVEL'],
    ['the wage is for another unit', { wageUnit: 'month' }, {}, 3, 'WAGE_UNIT'],
    ['the wage is in another currency', { currency: 'USD' }, {}, 3, 'WAGE_UNIT'],
    ['the wage equals the floor', { wageFloorFen: 2400 }, {}, 3, undefined],
    ['the wage is a fen below the floor', { wageFloorFen: 2401 }, {}, 3, 'WAGE'],
    ['the worker leaves a day early', { lastDay: 149 }, {}, 3, 'PERIOD'],
    ['the host is content with less', { lastDay: 149 }, { minOverlapPercent: 90 }, 3, undefined],
    ['there is no common day', { lastDay: 109 }, { minOverlapPercent: 1 }, 3, 'PERIOD'],
    ['the site is beyond the radius', { radiusM: 5_000 }, {}, 3, 'DISTANCE'],
    [
      'lodging opens the relocation radius',
      { radiusM: 5_000, relocationRadiusM: 50_000 },
      { lodging: true },
      3,
      undefined,
    ],
    ['no lodging, no relocation', { radiusM: 5_000, relocationRadiusM: 50_000 }, {}, 3, 'DISTANCE'],
    ['a certificate is missing', {}, { certificateCodes: ['weld'] }, 3, 'CERTIFICATE'],
    [
      'a certificate runs out too early',
      { certificates: [{ code: 'weld', lastDay: 149 }] },
      { certificateCodes: ['weld'] },
      3,
      'CERTIFICATE',
    ],
    [
      'a certificate holds to the last day',
      { certificates: [{ code: 'weld', lastDay: 150 }] },
      { certificateCodes: ['weld'] },
      3,
      undefined,
    ],
    ['a day is booked', { booked: [{ firstDay: 150, lastDay: 170 }] }, {}, 3, 'BOOKED'],
    ['the booking ends the day before', { booked: [{ firstDay: 100, lastDay: 109 }] }, {}, 3, undefined],
  ])('%s', (_name, s, d, level, expected) => expect(reason(s, d, level)).toBe(expected));
});

describe('a score', () => {
  it('and each of its parts lie between 0 and 10000 for every feasible pair', () => {
    const pair = fc.record({
      radiusM: fc.integer({ min: 0, max: 100_000 }),
      wageFloorFen: fc.integer({ min: 0, max: 2400 }),
      level: fc.integer({ min: 2, max: 5 }),
      penalty: fc.integer({ min: 0, max: 100 }),
      rating: fc.option(fc.integer({ min: 0, max: 100 })),
      waitingSinceDay: fc.integer({ min: 0, max: 200 }),
    });
    fc.assert(
      fc.property(pair, ({ level, penalty, ...facts }) => {
        const [s, d] = [supply({ ...facts, latitude: 25.1, longitude: 118.2 }), demand()];
        const parts = scorePair(s, d, { level, penalty }, distanceM(s, d), reachM(s, d), today);
        for (const name of scoreParts) expect(parts[name]).toBeGreaterThanOrEqual(0);
        for (const name of scoreParts) expect(parts[name]).toBeLessThanOrEqual(10_000);
        const total = totalScore(parts, weights);
        expect(Number.isInteger(total) && total >= 0 && total <= 10_000).toBe(true);
      }),
    );
  });

  it('rises with the wage and falls with the distance', () => {
    const total = (d: Demand): number => {
      const s = supply();
      return totalScore(scorePair(s, d, { level: 3, penalty: 0 }, distanceM(s, d), reachM(s, d), today), weights);
    };
    expect(total(demand({ wageFen: 2500 }))).toBeGreaterThan(total(demand({ wageFen: 2400 })));
    expect(total(demand({ latitude: 25.06 }))).toBeGreaterThan(total(demand({ latitude: 25.15 })));
  });
});

describe('what is known of a worker', () => {
  /** Everything that may decide. A field more does not compile until it is named here: never sex, age, ethnicity, origin, marriage, health. */
  const known: Record<keyof Required<Supply>, true> = {
    ...{ workerIds: true, lenderId: true, latitude: true, longitude: true, firstDay: true, lastDay: true },
    ...{ wageFloorFen: true, wageUnit: true, currency: true, radiusM: true, relocationRadiusM: true, rating: true },
    ...{ waitingSinceDay: true, skills: true, certificates: true, booked: true },
    ...{ blockedHosts: true, barredNeeds: true, appliedNeeds: true, shuttles: true },
  };

  it('is work, place, time and wage', () => {
    for (const field of Object.keys(supply())) expect(known).toHaveProperty(field);
    expect(Object.keys(known)).toHaveLength(20);
  });
});

describe('distance', () => {
  it('is the great circle on the mean sphere', () => {
    expect(distanceM({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(
      Math.PI * 6_371_008.8,
      0,
    );
    expect(
      Math.round(distanceM({ latitude: 25.0558, longitude: 118.1866 }, { latitude: 24.7814, longitude: 118.5519 })),
    ).toBe(47_833);
  });

  it('shows in the straight line to less than a thousandth of a millimetre', () => {
    const shift = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(anywhere, shift, shift, fc.integer({ min: 0, max: 6 }), (a, dLat, dLon, zoom) => {
        const b = {
          latitude: clamp(a.latitude + dLat * 90 * 10 ** -zoom),
          longitude: a.longitude + dLon * 90 * 10 ** -zoom,
        };
        const distance = distanceM(a, b);
        fc.pre(distance <= agreementReachM);
        const [p, q] = [pointOf(a), pointOf(b)];
        const half = ((p.x - q.x) ** 2 + (p.y - q.y) ** 2 + (p.z - q.z) ** 2) / 4;
        expect(Math.abs(distanceAlong(half) - distance)).toBeLessThan(agreementM / 2);
        expect(half).toBeLessThanOrEqual(halfLineSquared(distance + agreementM));
        expect(half).toBeGreaterThanOrEqual(distance > agreementM ? halfLineSquared(distance - agreementM) : 0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a grid of cells', () => {
  it('shows every place in a circle once, wherever the circle is', () => {
    const circles = fc.record({ centre: anywhere, radiusM: fc.oneof(fc.nat(100_000), fc.nat(21_000_000)) });
    fc.assert(
      fc.property(
        fc.array(anywhere, { minLength: 1, maxLength: 12 }),
        circles,
        fc.integer({ min: 1, max: 5000 }),
        (places, { centre, radiusM }, mostCells) => {
          const grid = new CellGrid(places, mostCells);
          expect(grid.cells).toBeLessThanOrEqual(mostCells);
          const spans = grid.emptySpans();
          const seen = new Uint8Array(grid.cells);
          const end = grid.spansAround(centre, radiusM, spans);
          for (let i = 0; i < end; i += 2)
            for (let cell = spans[i] ?? 0; cell < (spans[i + 1] ?? 0); cell++) seen[cell] = (seen[cell] ?? 0) + 1;
          expect(Math.max(...seen)).toBeLessThanOrEqual(1);
          for (const place of places) if (distanceM(centre, place) <= radiusM) expect(seen[grid.cellOf(place)]).toBe(1);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
