import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { v7 } from 'uuid';
import {
  boxAround,
  placeOf,
  placeText,
  refuseNearestToNowhere,
  refuseWageWithoutUnit,
  sortOf,
} from './open-work.rules.js';

describe('the order of open work', () => {
  it('is by distance where there is a place, otherwise by age, unless one is asked for', () => {
    expect(sortOf({ near: {} })).toBe('nearest');
    expect(sortOf({})).toBe('newest');
    expect(sortOf({ near: {}, sort: 'highest_wage' })).toBe('highest_wage');
  });

  it('needs a place for distances and a unit for wages', () => {
    expect(refuseNearestToNowhere({ sort: 'nearest' })).toMatchObject({ field: 'near' });
    expect(refuseNearestToNowhere({ sort: 'nearest', near: {} })).toBeUndefined();
    expect(refuseWageWithoutUnit({ sort: 'highest_wage' })).toMatchObject({ field: 'wageUnit' });
    expect(refuseWageWithoutUnit({ minWageFen: 0 })).toMatchObject({ field: 'wageUnit' });
    expect(refuseWageWithoutUnit({ minWageFen: 100, wageUnit: 'hour' })).toBeUndefined();
    expect(refuseWageWithoutUnit({})).toBeUndefined();
  });

  it('is kept by a cursor, and no cursor of another order is taken for it', () => {
    const place = { guess: 1, value: 12_345, needId: v7() };
    expect(placeOf('nearest', placeText('nearest', place))).toEqual(place);
    expect(placeOf('newest', placeText('nearest', place))).toBeUndefined();
    expect(placeOf('newest', v7())).toBeUndefined();
    expect(placeOf('newest', 'newest:0:1e9:x')).toBeUndefined();
  });
});

describe('the box around a circle', () => {
  const radians = Math.PI / 180;
  const distance = (a: { latitude: number; longitude: number }, b: typeof a): number =>
    2 *
    6_371_008.8 *
    Math.asin(
      Math.sqrt(
        Math.sin(((b.latitude - a.latitude) / 2) * radians) ** 2 +
          Math.cos(a.latitude * radians) *
            Math.cos(b.latitude * radians) *
            Math.sin(((b.longitude - a.longitude) / 2) * radians) ** 2,
      ),
    );

  it('holds every place of the circle', () => {
    const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
    fc.assert(
      fc.property(degrees(80), degrees(170), degrees(3), degrees(3), (latitude, longitude, up, right) => {
        const near = { latitude, longitude };
        const site = { latitude: latitude + up, longitude: longitude + right };
        const box = boxAround(near, distance(near, site) + 1);
        if (!box) return;
        expect(site.latitude >= box.south && site.latitude <= box.north).toBe(true);
        expect(site.longitude >= box.west && site.longitude <= box.east).toBe(true);
      }),
    );
  });

  it('is not drawn over a pole or the 180th meridian', () => {
    expect(boxAround({ latitude: 88.9, longitude: 0 }, 50_000)).toBeUndefined();
    expect(boxAround({ latitude: 0, longitude: 179.9 }, 50_000)).toBeUndefined();
  });
});
