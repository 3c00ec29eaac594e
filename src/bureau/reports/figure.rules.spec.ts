import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amount, figureOf, restBucket } from './figure.rules.js';

const amount = (measure: string, amount: number, bucket = 0): Amount => ({ measure, bucket, amount });
const median = { kind: 'quantile', of: 'days_to_fill', share: 0.5, width: 1 } as const;

describe('a figure', () => {
  // The published test vectors of the ratio of openings to seekers.
  it.each([
    [554, 509, 1.09],
    [577.9, 553, 1.04],
    [37_920, 29_030, 1.31],
  ])('%d openings for %d seekers are %d for one', (wanted, seekers, ratio) => {
    const formula = { kind: 'ratio', of: 'wanted', per: 'seekers' } as const;
    const { value } = figureOf(formula, [amount('wanted', wanted), amount('seekers', seekers)]);
    // Some of the sources cut off, some round.
    expect(Math.abs((value ?? 0) - ratio)).toBeLessThan(0.0051);
  });

  it('has no value where there is nothing to divide by or to take the middle of', () => {
    expect(figureOf({ kind: 'ratio', of: 'no_shows', per: 'placements_due' }, [])).toEqual({
      ...{ value: null, numerator: 0, denominator: 0 },
    });
    expect(figureOf(median, []).value).toBeNull();
    expect(figureOf({ kind: 'sum', of: 'seats' }, [])).toEqual({ value: 0, numerator: 0, denominator: null });
  });

  it('of a thousand is a thousand times as much', () => {
    const formula = { kind: 'ratio', of: 'injuries', per: 'person_days', times: 1_000 } as const;
    expect(figureOf(formula, [amount('injuries', 2), amount('person_days', 4_000)]).value).toBe(0.5);
  });

  it('of the largest is what they make up of all, whatever the order', () => {
    const formula = { kind: 'largest', of: 'seats_of_host', count: 2 } as const;
    const seats = [amount('seats_of_host', 30, 1), amount('seats_of_host', 10, 2), amount('seats_of_host', 60, 3)];
    expect(figureOf(formula, seats)).toEqual({ value: 0.9, numerator: 90, denominator: 100 });
    expect(figureOf(formula, [...seats, amount('seats_of_host', 100, 2)])).toEqual(
      expect.objectContaining({ numerator: 170, denominator: 200 }),
    );
    // The others told as one are nobody, however many they are.
    expect(figureOf(formula, [...seats, amount('seats_of_host', 900, restBucket)])).toEqual(
      expect.objectContaining({ numerator: 90, denominator: 1_000 }),
    );
    expect(figureOf(formula, [])).toEqual({ value: null, numerator: 0, denominator: 0 });
  });

  it('is the nearest rank, as of the values themselves', () => {
    const values = fc.array(fc.integer({ min: 0, max: 366 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.constantFrom(0.25, 0.5, 0.9), (all, share) => {
        const sorted = all.toSorted((a, b) => a - b);
        const expected = sorted[Math.ceil(share * all.length - 1e-9) - 1];
        const amounts = all.map((value) => amount('days_to_fill', 1, value));
        expect(figureOf({ ...median, share }, amounts)).toMatchObject({ value: expected, denominator: all.length });
      }),
    );
  });
});
