import { describe, expect, it } from 'vitest';
import { lastPoint, refuseTrendRange } from './fill-trend.rules.js';

describe('a trend', () => {
  it('may be a single day', () => expect(refuseTrendRange('2026-11-23', '2026-11-23', 'day')).toBeUndefined());
  it('does not run backwards', () =>
    expect(refuseTrendRange('2026-11-23', '2026-11-22', 'week')).toMatchObject({ field: 'input.until' }));
  it('has at most 400 points, so that a longer one goes by weeks', () => {
    expect(refuseTrendRange('2025-01-01', '2026-02-04', 'day')).toBeUndefined();
    expect(refuseTrendRange('2025-01-01', '2026-02-05', 'day')).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(refuseTrendRange('2025-01-01', '2026-02-05', 'week')).toBeUndefined();
  });
  it('ends today, for what is still to come has no history', () => {
    expect(lastPoint('2026-12-31', '2026-11-23')).toBe('2026-11-23');
    expect(lastPoint('2026-11-01', '2026-11-23')).toBe('2026-11-01');
  });
});
