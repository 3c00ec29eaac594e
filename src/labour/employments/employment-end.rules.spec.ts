import { expect, it } from '@jest/globals';
import { refuseEndDay } from './employment-end.rules.js';

it('the end of a contract is stated when it has come, within a year', () => {
  expect(refuseEndDay('2026-11-25', '2026-11-25', 'input.endedOn')).toBeUndefined();
  expect(refuseEndDay('2026-11-26', '2026-11-25', 'input.endedOn')).toMatchObject({ field: 'input.endedOn' });
  expect(refuseEndDay('2025-11-01', '2026-11-25', 'input.endedOn')).toBeDefined();
});
