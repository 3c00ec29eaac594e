import { describe, expect, it } from 'vitest';
import { pointsOf, tenths, verdictOf } from './forecast.rules';

describe('a forecast on screen', () => {
  it('is one line of weeks: those over, then those ahead with their band', () => {
    const point = { ...{ openSeats: 8, orderHeads: 0, stays: 4, toCome: 1 }, meanError: 1 };
    expect(
      pointsOf({
        history: [{ week: '2026-11-16', wanted: 8, shortage: 5 }],
        weeks: [{ week: '2026-11-23', expected: 5, low: 4, high: 7, ...point }],
      }),
    ).toEqual([
      { at: '2026-11-16', past: 5, expected: null, low: null, high: null },
      { at: '2026-11-23', past: null, expected: 5, low: 4, high: 7 },
    ]);
  });

  it('says plainly whether the method was worth anything', () => {
    expect(verdictOf({ meanError: 3, naiveError: 5 })).toBe('better');
    expect(verdictOf({ meanError: 5, naiveError: 3 })).toBe('worse');
    expect(verdictOf({ meanError: 3, naiveError: 3.01 })).toBe('same');
    expect(tenths(2.345)).toBe(2.3);
  });
});
