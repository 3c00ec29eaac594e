import { expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays } from '../platform/clock/local-date.js';
import { addYear } from './days.js';

it('days add up over months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
      expect(addDays(addDays('2026-11-25', days), -days)).toBe('2026-11-25');
    }),
  );
});

it('a year later is the same day, and the last of February for the 29th', () => {
  expect(addYear('2026-11-25')).toBe('2027-11-25');
  expect(addYear('2028-02-29')).toBe('2029-02-28');
});
