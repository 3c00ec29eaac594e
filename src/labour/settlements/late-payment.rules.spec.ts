import { describe, expect, it } from 'vitest';
import { latePlaceOf, latePlaceText } from './late-payment.rules.js';

describe('a place among late payments', () => {
  it('comes back from its cursor', () => {
    const place = { dueOn: '2026-11-15', id: '0190aaaa-0000-7000-8000-000000000000' };
    expect(latePlaceOf(latePlaceText(place))).toEqual(place);
  });

  it.each([
    '',
    '2026-11-15',
    '2026-13-45:0190aaaa-0000-7000-8000-000000000000',
    '0190aaaa-0000-7000-8000-000000000000',
  ])('is not what another list’s cursor says: %s', (text) => expect(latePlaceOf(text)).toBeUndefined());
});
