import { describe, expect, it } from 'vitest';
import { WageUnit } from '../wage.js';
import { filtersOf, refuseFilters, refuseOneMore } from './saved-search.rules.js';

describe('the filters of a search', () => {
  it('hold only what says something', () => {
    expect(filtersOf({ text: '', near: null, regionId: null, currency: 'CNY' })).toEqual({});
    expect(filtersOf({ minWageFen: 0, lodging: false })).toEqual({ minWageFen: 0, lodging: false });
    expect(filtersOf({ wageUnit: WageUnit.HOUR, currency: 'CNY', text: '焊工' })).toEqual({
      ...{ wageUnit: WageUnit.HOUR, currency: 'CNY', text: '焊工' },
    });
  });

  it('hold a place with or without a radius', () => {
    expect(filtersOf({ near: { latitude: 0, longitude: 0, radiusM: null } })).toEqual({
      near: { latitude: 0, longitude: 0 },
    });
    expect(filtersOf({ near: { latitude: 25, longitude: 118, radiusM: 5000 } }).near).toHaveProperty('radiusM', 5000);
  });

  it('need a unit for a wage', () => {
    expect(refuseFilters({ minWageFen: 1 })).toMatchObject({ field: 'input.filters.wageUnit' });
    expect(refuseFilters({ minWageFen: 1, wageUnit: WageUnit.DAY })).toBeUndefined();
  });
});

describe('searches', () => {
  it('are ten at most', () => {
    expect(refuseOneMore(9)).toBeUndefined();
    expect(refuseOneMore(10)).toMatchObject({ code: 'CONFLICT' });
  });
});
