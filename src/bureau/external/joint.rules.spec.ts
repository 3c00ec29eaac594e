import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byStep,
  changesOf,
  correlations,
  endedSteps,
  sinceCounted,
  stepsFrom,
  strongest,
  wholeSteps,
} from './joint.rules.js';

const at = (all: ReturnType<typeof correlations>, lag: number) => all.find((one) => one.lag === lag);
const values = fc.array(fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { freq: 5 }), {
  minLength: 0,
  maxLength: 40,
});

describe('how two series go together', () => {
  it('r is Pearson’s', () => {
    // By hand: deviations -3.5 … 3.5 against 1, -1 in turn: -4 / (√42 · √8).
    const all = correlations([1, 2, 3, 4, 5, 6, 7, 8], [1, -1, 1, -1, 1, -1, 1, -1]);
    expect(at(all, 0)).toMatchObject({ n: 8, noise: 1.96 / Math.sqrt(8) });
    expect(at(all, 0)?.r).toBeCloseTo(-4 / Math.sqrt(42 * 8), 12);
  });

  it('of fewer than eight pairs, and of what never moves, nothing is said', () => {
    const seven = correlations([1, 2, 3, 4, 5, 6, 7, null], [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(seven.every(({ r, noise }) => r === null && noise === null)).toBe(true);
    expect(at(seven, 0)?.n).toBe(7);
    expect(at(correlations(Array(20).fill(0.1), Array.from(Array(20).keys())), 0)).toMatchObject({ n: 20, r: null });
    expect(strongest(seven)).toBeUndefined();
  });

  it('r lies between -1 and 1, and n falls by at most one with each lag', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        for (const { r, n, lag } of correlations(a, b)) {
          expect(r === null || (r >= -1 && r <= 1)).toBe(true);
          expect(n).toBeLessThanOrEqual(Math.max(0, Math.min(a.length, b.length - lag, a.length + lag, b.length)));
        }
      }),
    );
  });

  it('the lag of a copy that comes later is found, of the values and of their changes', () => {
    const noise = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 40, maxLength: 60 });
    fc.assert(
      fc.property(noise, fc.integer({ min: -6, max: 6 }), fc.constantFrom(1, -2.5), (all, lag, scale) => {
        fc.pre(new Set(all).size > 30);
        const long = [...Array<null>(6).fill(null), ...all, ...Array<null>(6).fill(null)];
        const later = long.map((_, index) => {
          const value = long[index - lag] ?? null;
          return value === null ? null : value * scale + 7;
        });
        for (const found of [correlations(long, later), correlations(changesOf(long), changesOf(later))]) {
          expect(strongest(found)?.lag).toBe(lag);
          expect(strongest(found)?.r).toBeCloseTo(Math.sign(scale), 9);
        }
      }),
    );
  });

  it('two trends go together, their changes do not', () => {
    const wave = (step: number) => Array.from({ length: 24 }, (_, index) => index * 10 + Math.sin(index * step));
    const [a, b] = [wave(1.7), wave(2.9)];
    expect(at(correlations(a, b), 0)?.r).toBeGreaterThan(0.99);
    expect(Math.abs(at(correlations(changesOf(a), changesOf(b)), 0)?.r ?? 1)).toBeLessThan(0.3);
    expect(changesOf([1, null, 4, 6])).toEqual([null, null, null, 2]);
  });
});

describe('what the platform did not see yet', () => {
  const counted = (numerator: number, denominator: number | null = null) => ({
    value: numerator,
    numerator,
    denominator,
  });

  it('is not zero but unknown; a zero later on is one', () => {
    expect(sinceCounted([0, 0, 5, 0, 2].map((one) => counted(one)))).toEqual([null, null, 5, 0, 2]);
    expect(sinceCounted([counted(0, 0), counted(0, 4)])).toEqual([null, 0]);
    expect(sinceCounted([counted(0), counted(0)])).toEqual([null, null]);
  });
});

describe('a series in longer periods', () => {
  const period = { from: '2026-01-01', until: '2026-06-30' };
  const points = ['01', '02', '03', '04', '06'].map((month) => ({
    firstDay: `2026-${month}-01`,
    value: Number(month),
  }));

  it('comes to its sum or its mean, and to nothing where a value is missing', () => {
    expect(byStep(points, { cadence: 'month', aggregate: 'sum' }, period, 'quarter')).toEqual([6, null]);
    expect(byStep(points, { cadence: 'month', aggregate: 'mean' }, period, 'quarter')).toEqual([2, null]);
    expect(byStep(points, { cadence: 'month', aggregate: 'sum' }, period, 'month')).toEqual([1, 2, 3, 4, null, 6]);
  });

  it('that its own make up', () => {
    expect(stepsFrom('day')).toEqual(['day', 'week', 'month', 'quarter', 'year']);
    expect(stepsFrom('week')).toEqual(['week']);
    expect(stepsFrom('quarter')).toEqual(['quarter', 'year']);
  });

  it('that are whole and over', () => {
    const whole = wholeSteps({ from: '2026-02-10', until: '2026-04-02' }, 'month');
    expect(whole).toEqual({ from: '2026-02-01', until: '2026-04-30' });
    expect(endedSteps(whole, 'month', '2026-04-30').map(({ from }) => from)).toEqual(['2026-02-01', '2026-03-01']);
  });
});
