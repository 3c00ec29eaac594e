import { expect, it } from 'vitest';
import { reductionFindings, refuseEndDay } from './employment-end.rules.js';

it('the end of a contract is stated when it has come, within a year', () => {
  expect(refuseEndDay('2026-11-25', '2026-11-25', 'input.endedOn')).toBeUndefined();
  expect(refuseEndDay('2026-11-26', '2026-11-25', 'input.endedOn')).toMatchObject({ field: 'input.endedOn' });
  expect(refuseEndDay('2025-11-01', '2026-11-25', 'input.endedOn')).toBeDefined();
});

it.each([
  [19, 400, false],
  [20, 400, true],
  [5, 45, true],
  [5, 46, false],
  [4, 0, false],
])('R36 %i dismissed, %i still employed: is a hint given? %s', (dismissed, staff, isGiven) => {
  expect(reductionFindings({ dismissed, staff }).map(({ rule, severity }) => [rule, severity])).toEqual(
    isGiven ? [['R36', 'note']] : [],
  );
});
