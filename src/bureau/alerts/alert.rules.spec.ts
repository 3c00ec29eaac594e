import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../reports/figure.rules.js';
import { watchableOf } from '../catalogue/indicators.js';
import { type AlertTerms, episodesOf, readingOf, refuseTerms, verdictOn, windowsFor } from './alert.rules.js';
import { shippedRules } from './shipped-rules.js';

const low: AlertTerms = {
  ...{ kind: 'threshold', isAbove: false, bound: 0.7, releaseAt: 0.75, least: 10, days: 7 },
};
const falls: AlertTerms = { ...low, kind: 'trend', bound: 3, releaseAt: 1 };
const share = (value: number | null, denominator = 100): Figure => ({
  ...{ value, numerator: (value ?? 0) * denominator, denominator },
});

describe('a rule of alerts', () => {
  it('warns at its bound, and is quiet only beyond its release', () => {
    expect(verdictOn(low, 0.71, false)).toBe('hold');
    expect(verdictOn(low, 0.7, false)).toBe('raise');
    expect(verdictOn(low, 0.74, true)).toBe('hold');
    expect(verdictOn(low, 0.76, true)).toBe('clear');
    expect(verdictOn(low, null, true)).toBe('hold');
    const high = { ...low, isAbove: true, bound: 0.2, releaseAt: 0.1 };
    expect(verdictOn(high, 0.2, false)).toBe('raise');
    expect(verdictOn(high, 0.1, true)).toBe('hold');
    expect(verdictOn(high, 0.09, true)).toBe('clear');
  });

  it('says nothing of figures that rest on little', () => {
    expect(readingOf(low, 'share', [share(0.1, 9)])).toBeNull();
    expect(readingOf(low, 'share', [share(0.1, 10)])).toBe(0.1);
    expect(readingOf({ ...low, kind: 'change' }, 'share', [share(0.5), share(0.9, 9)])).toBeNull();
    expect(readingOf({ ...low, least: 3 }, 'heads', [{ value: 2, numerator: 2, denominator: null }])).toBeNull();
  });

  it('measures a change in points of a share, else as a part of what was before', () => {
    const change = { ...low, kind: 'change' as const };
    expect(readingOf(change, 'share', [share(0.5), share(0.8)])).toBeCloseTo(-0.3);
    expect(readingOf(change, 'ratio', [share(3), share(2)])).toBe(0.5);
    expect(readingOf(change, 'ratio', [share(3), share(0)])).toBeNull();
  });

  it('counts how many windows in a row moved one way', () => {
    expect(windowsFor(falls)).toBe(4);
    expect(
      readingOf(
        falls,
        'share',
        [0.5, 0.6, 0.7, 0.8].map((value) => share(value)),
      ),
    ).toBe(3);
    expect(
      readingOf(
        falls,
        'share',
        [0.5, 0.6, 0.6, 0.8].map((value) => share(value)),
      ),
    ).toBe(1);
    expect(
      readingOf(
        falls,
        'share',
        [0.5, 0.4, 0.6, 0.8].map((value) => share(value)),
      ),
    ).toBe(0);
    expect(readingOf(falls, 'share', [share(0.5), share(0.6), share(null), share(0.8)])).toBe(1);
    expect(readingOf(falls, 'share', [share(0.5), share(null)])).toBeNull();
  });

  it('has its release on the quiet side of its bound', () => {
    const fields = (terms: AlertTerms): (string | undefined)[] =>
      refuseTerms(terms, 'input').flatMap((refusal) => refusal?.field ?? []);
    expect(fields(low)).toEqual([]);
    expect(fields({ ...low, releaseAt: 0.6 })).toEqual(['input.releaseAt']);
    expect(fields({ ...falls, bound: 2.5 })).toEqual(['input.bound']);
    expect(fields({ ...falls, releaseAt: 4 })).toEqual(['input.releaseAt']);
  });

  it('looks whole weeks ahead where it is of a forecast', () => {
    const ahead: AlertTerms = { ...low, kind: 'forecast', isAbove: true, bound: 20, releaseAt: 15 };
    const fieldsOf = (days: number): (string | undefined)[] =>
      refuseTerms({ ...ahead, days }, 'input').flatMap((refusal) => refusal?.field ?? []);
    expect([28, 35, 56].flatMap(fieldsOf)).toEqual([]);
    expect([21, 30, 63].flatMap(fieldsOf)).toEqual(['input.days', 'input.days', 'input.days']);
  });

  it('never flickers: between two alerts the release was passed', () => {
    const readings = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 60 });
    fc.assert(
      fc.property(readings, (values) => {
        const days = values.map((reading, n) => ({ day: String(n).padStart(3, '0'), reading }));
        const episodes = episodesOf(low, days);
        for (const { from, until, worst } of episodes) {
          expect(worst).toBeLessThanOrEqual(low.bound);
          const inside = days.filter(({ day }) => day >= from && (until === null || day < until));
          expect(inside.every(({ reading }) => reading === null || reading <= low.releaseAt)).toBe(true);
        }
        expect(episodes.slice(0, -1).every(({ until }) => until !== null)).toBe(true);
      }),
    );
    expect(
      episodesOf(
        low,
        [0.9, 0.7, 0.72, 0.6, 0.8, 0.65].map((reading, n) => ({ day: `d${String(n)}`, reading })),
      ),
    ).toEqual([
      { from: 'd1', until: 'd4', worst: 0.6 },
      { from: 'd5', until: null, worst: 0.65 },
    ]);
  });

  it.each(shippedRules)('that is shipped is sound: $code', (rule) => {
    expect(refuseTerms(rule, 'input').filter((refusal) => refusal !== undefined)).toEqual([]);
    const indicator = watchableOf(rule.indicator);
    expect(rule.kind === 'forecast').toBe(rule.indicator === 'SHORTAGE');
    expect(indicator).toBeDefined();
    // A share can pass its release.
    if (indicator?.unit === 'share' && rule.kind === 'threshold')
      expect(rule.isAbove ? rule.releaseAt > 0 : rule.releaseAt < 1).toBe(true);
    if (rule.splitBy === 'occupation') expect(indicator?.dimensions).toContain('occupation');
  });
});
