import { expect, it } from 'vitest';
import { lastDay, refuseEarlyStart } from './placement.rules.js';

const placement = { startsOn: '2026-11-23', endsOn: '2026-12-23' };

it('a placement starts on its first day, not before', () => {
  expect(refuseEarlyStart(placement, '2026-11-22')).toMatchObject({ code: 'CONFLICT' });
  expect(refuseEarlyStart(placement, '2026-11-23')).toBeUndefined();
});

it('a placement that ends early counts to today, within its period', () => {
  expect(lastDay(placement, '2026-12-01')).toBe('2026-12-01');
  expect(lastDay(placement, '2026-11-01')).toBe('2026-11-23');
  expect(lastDay(placement, '2027-01-01')).toBe('2026-12-23');
});
