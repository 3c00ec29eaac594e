import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceM } from '../../matching/index.js';
import { pickUpsOf } from './pick-ups.rules.js';
import { clockOf, timetable } from './timetable.rules.js';

const home = fc.record({
  latitude: fc.double({ min: 25, max: 25.3, noNaN: true }),
  longitude: fc.double({ min: 118, max: 118.3, noNaN: true }),
});

describe('points where people are picked up', () => {
  it('are within reach of everybody, on the grid, and nobody’s home', () => {
    fc.assert(
      fc.property(
        fc.array(home, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 800, max: 5_000 }),
        (homes, walkM) => {
          const { points, pointOf } = pickUpsOf(homes, walkM);
          for (const [at, one] of homes.entries()) {
            const point = points[pointOf[at] ?? -1];
            expect(point && distanceM(point, one)).toBeLessThanOrEqual(Math.max(walkM, 800));
          }
          for (const { latitude, longitude } of points)
            for (const degrees of [latitude, longitude])
              expect((degrees * 100) % 1).toBeCloseTo(Math.round((degrees * 100) % 1), 6);
          expect(new Set(pointOf).size).toBeLessThanOrEqual(points.length);
        },
      ),
    );
  });
});

describe('a timetable', () => {
  it('ends in time on the way to work, and begins in time on the way home', () => {
    expect(timetable([10, 20], 'out', 480, 40)).toEqual([425, 445, 480]);
    expect(timetable([20, 10], 'home', 1_080, 40)).toEqual([1_080, 1_115, 1_135]);
  });

  it('says on which day', () => {
    expect(clockOf(485)).toEqual({ at: '08:05', dayOffset: 0 });
    expect(clockOf(-10)).toEqual({ at: '23:50', dayOffset: -1 });
    expect(clockOf(1_445)).toEqual({ at: '00:05', dayOffset: 1 });
  });
});
