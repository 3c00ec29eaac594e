import { expect, it } from 'vitest';
import { monthsBefore, openAddress, type OpenRow, ratesOf } from './statistics.rules';

it('offers the months that are over', () => {
  expect(monthsBefore('2026-02-28', 3)).toEqual(['2026-01', '2025-12', '2025-11']);
});

it('asks for a month in a form', () => {
  expect(openAddress('csv', '2026-01', 'county')).toBe('/open/statistics.csv?month=2026-01&by=county');
});

it('leaves what is not told off the map', () => {
  const row = (key: string, fillRate: number | null): OpenRow => ({
    ...{ key, nameZh: key, nameEn: key, fillRate, wanted: null, seekers: null, openingsPerSeeker: null },
    ...{ seats: null, onSite: null, personDays: null },
  });
  expect([...ratesOf([row('A', 0.5), row('B', null)])]).toEqual([['A', 0.5]]);
});
