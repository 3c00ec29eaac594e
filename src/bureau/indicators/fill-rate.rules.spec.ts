import { describe, expect, it } from 'vitest';
import { rate, refuseRange } from './fill-rate.rules.js';

describe('a fill rate', () => {
  it('is filled heads over requested heads', () => expect(rate(4, 5)).toBe(0.8));
  it('of nothing requested is no number', () => expect(rate(0, 0)).toBeNull());
  it('never exceeds the whole', () => expect(rate(6, 5)).toBe(1));
});

describe('a date range', () => {
  it('may be a single day', () => expect(refuseRange('2026-11-23', '2026-11-23')).toBeUndefined());
  it('does not run backwards', () =>
    expect(refuseRange('2026-11-23', '2026-11-22')).toMatchObject({ field: 'input.until' }));
  it('is two years at most', () => {
    expect(refuseRange('2026-01-01', '2028-01-01')).toBeUndefined();
    expect(refuseRange('2026-01-01', '2028-01-02')).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});
