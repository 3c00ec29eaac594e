import { describe, expect, it } from 'vitest';
import { addressOf, againOf, filtersOf } from './saved.rules';
import { searchOf } from './work.rules';

const nothing = {
  ...{ near: null, text: null, minWageFen: null, wageUnit: null, lodging: null, currency: null },
  ...{ regionId: null, occupationId: null },
};
const near = { latitude: 25.06, longitude: 118.19, radiusM: 10_000 };
const some = { ...nothing, near, text: '焊工', minWageFen: 2550, wageUnit: 'DAY' as const, lodging: true };

describe('a kept search', () => {
  it('becomes an address that asks for the same', () => {
    const { text, minWageFen, wageUnit, lodging } = some;
    expect(filtersOf(searchOf(addressOf(some)))).toEqual({ near, text, minWageFen, wageUnit, lodging });
  });

  it('of no place asks for work anywhere, not from home', () => {
    expect(addressOf(nothing).toString()).toBe('anywhere=yes');
    expect(filtersOf(searchOf(addressOf(nothing)))).toEqual({});
  });

  it('is wider rather than narrower where the page has no such distance', () => {
    expect(addressOf({ ...nothing, near: { ...near, radiusM: 7_000 } }).get('km')).toBe('10');
    expect(addressOf({ ...nothing, near: { ...near, radiusM: 900_000 } }).get('km')).toBe('50');
  });

  it('can be kept again as it was after it was deleted', () => {
    const kept = { id: 'x', name: 'n', alerts: false, newCount: 3, filters: { ...some, currency: 'CNY' } };
    expect(againOf(kept)).toEqual({ name: 'n', alerts: false, filters: kept.filters });
    expect(againOf({ ...kept, filters: nothing }).filters).not.toHaveProperty('currency');
  });
});
