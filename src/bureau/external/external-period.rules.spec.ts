import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../platform/clock/local-date.js';
import type { Step } from '../reports/period.rules.js';
import { isDue, nextOf, periodNamed, periodOf } from './external-period.rules.js';

const cadences: readonly Step[] = ['day', 'week', 'month', 'quarter', 'year'];
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1960-01-01', days));

describe('the period that a text names', () => {
  it.each<[string, Step, string]>([
    ['2026-10', 'month', '2026-10-01'],
    ['202610', 'month', '2026-10-01'],
    ['2026/3', 'month', '2026-03-01'],
    ['２０２６年３月', 'month', '2026-03-01'],
    ['2026-10-17', 'month', '2026-10-01'],
    ['2026年10月17日', 'month', '2026-10-01'],
    ['2026Q3', 'quarter', '2026-07-01'],
    ['2026-q4', 'quarter', '2026-10-01'],
    ['2026年三季度', 'quarter', '2026-07-01'],
    ['2026年第2季度', 'quarter', '2026-04-01'],
    ['2026-08', 'quarter', '2026-07-01'],
    ['2026', 'year', '2026-01-01'],
    ['2026年', 'year', '2026-01-01'],
    ['2026-W01', 'week', '2025-12-29'],
    ['2026-W53', 'week', '2026-12-28'],
    ['2026-11-26', 'week', '2026-11-23'],
    ['20261126', 'day', '2026-11-26'],
  ])('%s of a %s is from %s', (text, cadence, firstDay) => expect(periodNamed(text, cadence)).toBe(firstDay));

  it.each<[string, Step]>([
    ['2026', 'month'],
    ['2026Q3', 'month'],
    ['2026-13', 'month'],
    ['2026Q5', 'quarter'],
    ['2025-W53', 'week'],
    ['2026-W00', 'week'],
    ['2026-10', 'week'],
    ['2026-10', 'day'],
    ['2026-02-30', 'day'],
    ['soon', 'year'],
    ['', 'month'],
  ])('%s names no %s', (text, cadence) => expect(periodNamed(text, cadence)).toBeUndefined());

  it('is the same whichever of its days is named, and the next begins after its last', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...cadences), (any, cadence) => {
        const first = periodNamed(any, cadence) ?? '';
        const { from, until } = periodOf(first, cadence);
        expect([from, first <= any && any <= until, periodNamed(until, cadence)]).toEqual([first, true, first]);
        expect(nextOf(first, cadence)).toBe(addDays(until, 1));
      }),
    );
  });
});

describe('an address is read again', () => {
  const hours = 3_600_000;

  it('when a period is over that has no value', () => {
    expect(isDue('month', '2026-11-02', '2026-09-01', undefined)).toBe(true);
    expect(isDue('month', '2026-11-02', '2026-10-01', undefined)).toBe(false);
    expect(isDue('month', '2026-11-30', '2026-10-01', 999 * hours)).toBe(false);
    expect(isDue('year', '2026-11-02', undefined, undefined)).toBe(true);
  });

  it('but not again and again: days every six hours, what is longer once a day', () => {
    expect(isDue('day', '2026-11-02', '2026-10-30', 5 * hours)).toBe(false);
    expect(isDue('day', '2026-11-02', '2026-10-30', 6 * hours)).toBe(true);
    expect(isDue('month', '2026-11-02', undefined, 23 * hours)).toBe(false);
    expect(isDue('month', '2026-11-02', undefined, 24 * hours)).toBe(true);
  });
});
