import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AgreementTerms } from '../agreements/terms.js';
import { WageUnit } from '../wage.js';
import {
  costsFor,
  isBelowMinimum,
  leastPercents,
  payFor,
  type PayTerms,
  payTermsOf,
  roundHalfUp,
} from './pay.rules.js';

const terms: PayTerms = {
  ...{ wageFen: 2400, wageUnit: WageUnit.HOUR, dailyMinutes: 480, weeklyDays: 5 },
  ...{
    overtimePercent: 150,
    restDayPercent: 200,
    holidayPercent: 300,
    contributionsFen: 120_000,
    reimbursementsFen: 31_000,
  },
};
const work = { normalMinutes: 0, overtimeMinutes: 0, restDayMinutes: 0, holidayMinutes: 0, pieces: 0 };
const minutes = fc.integer({ min: 0, max: 45_000 });
const works = fc.record({
  normalMinutes: minutes,
  overtimeMinutes: minutes,
  restDayMinutes: minutes,
  holidayMinutes: minutes,
  pieces: fc.integer({ min: 0, max: 100_000 }),
});
const units = fc.constantFrom(...Object.values(WageUnit));
const paid = fc.record({ wageFen: fc.integer({ min: 1, max: 10_000_000 }), wageUnit: units });
const agreed = (money: object): AgreementTerms =>
  ({ ...{ wageFen: 1, wageUnit: WageUnit.HOUR, reimbursements: [] }, ...money }) as unknown as AgreementTerms;

describe('pay', () => {
  it.each([
    [WageUnit.HOUR, 2400, 90, 3600],
    [WageUnit.DAY, 20_000, 240, 10_000],
    [WageUnit.WEEK, 100_000, 480, 20_000],
    [WageUnit.MONTH, 600_000, 10_440, 600_000],
    [WageUnit.MONTH, 600_000, 480, 27_586],
    [WageUnit.YEAR, 7_200_000, 10_440, 600_000],
  ])('of a wage by the %s of %i fen for %i minutes is %i fen', (wageUnit, wageFen, normalMinutes, expected) => {
    expect(payFor({ ...work, normalMinutes }, { ...terms, wageUnit, wageFen }).wageFen).toBe(expected);
  });

  it('of pieces pays every piece, and the premium for the share of the time beyond normal hours', () => {
    const pieces = { ...work, normalMinutes: 400, overtimeMinutes: 100, pieces: 500 };
    const pay = payFor(pieces, { ...terms, wageUnit: WageUnit.PIECE, wageFen: 40 });
    expect(pay).toEqual({ wageFen: 20_000, overtimeFen: 2000, restDayFen: 0, holidayFen: 0 });
  });

  it('of pieces without any time has no premium', () => {
    const pay = payFor({ ...work, pieces: 3 }, { ...terms, wageUnit: WageUnit.PIECE, wageFen: 40 });
    expect(pay).toEqual({ wageFen: 120, overtimeFen: 0, restDayFen: 0, holidayFen: 0 });
  });

  it('R17 time beyond normal hours is paid 150, 200 and 300 per cent at least, whatever was agreed', () => {
    const low = payTermsOf(agreed({ overtimePercent: 100, restDayPercent: null, holidayPercent: 250 }));
    expect(low).toMatchObject({ overtimePercent: 150, restDayPercent: 200, holidayPercent: 300 });
    const high = payTermsOf(agreed({ overtimePercent: 180, restDayPercent: 210, holidayPercent: 320 }));
    expect(high).toMatchObject({ overtimePercent: 180, restDayPercent: 210, holidayPercent: 320 });
    expect(leastPercents).toEqual({ overtime: 150, restDay: 200, holiday: 300 });
    const hour = { ...work, overtimeMinutes: 60, restDayMinutes: 60, holidayMinutes: 60 };
    expect(payFor(hour, terms)).toEqual({ wageFen: 0, overtimeFen: 3600, restDayFen: 4800, holidayFen: 7200 });
  });

  it('is never negative, grows with time, and never depends on rounding by more than half a fen a part', () => {
    fc.assert(
      fc.property(works, paid, minutes, (done, wage, more) => {
        const all = { ...terms, ...wage };
        const pay = payFor(done, all);
        expect(Object.values(pay).every((fen) => Number.isSafeInteger(fen) && fen >= 0)).toBe(true);
        if (wage.wageUnit === WageUnit.PIECE) return;
        const longer = payFor({ ...done, overtimeMinutes: done.overtimeMinutes + more }, all);
        expect(longer.overtimeFen).toBeGreaterThanOrEqual(pay.overtimeFen);
        expect(longer.wageFen).toBe(pay.wageFen);
        const parts = payFor({ ...work, normalMinutes: more }, all).wageFen + pay.wageFen;
        const whole = payFor({ ...done, normalMinutes: done.normalMinutes + more }, all).wageFen;
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('R17 an hour beyond normal hours never earns less than its multiple of a normal hour', () => {
    fc.assert(
      fc.property(paid, minutes, (wage, time) => {
        fc.pre(wage.wageUnit !== WageUnit.PIECE);
        const all = { ...terms, ...wage };
        const normal = payFor({ ...work, normalMinutes: time }, all).wageFen;
        const beyond = payFor({ ...work, overtimeMinutes: time, restDayMinutes: time, holidayMinutes: time }, all);
        expect(beyond.overtimeFen).toBeGreaterThanOrEqual(1.5 * normal - 1.5);
        expect(beyond.restDayFen).toBeGreaterThanOrEqual(2 * normal - 2);
        expect(beyond.holidayFen).toBeGreaterThanOrEqual(3 * normal - 3);
      }),
    );
  });
});

describe('costs', () => {
  it('of a whole period are what was agreed, of a part its share by calendar days', () => {
    expect(costsFor({ placementDays: 31, periodDays: 31 }, terms)).toEqual({
      contributionsFen: 120_000,
      reimbursementsFen: 31_000,
    });
    expect(costsFor({ placementDays: 7, periodDays: 31 }, terms)).toEqual({
      contributionsFen: 27_097,
      reimbursementsFen: 7000,
    });
    expect(costsFor({ placementDays: 0, periodDays: 31 }, terms)).toEqual({
      contributionsFen: 0,
      reimbursementsFen: 0,
    });
  });

  it('rounds a half up', () => {
    expect([roundHalfUp(1n, 2n), roundHalfUp(3n, 2n), roundHalfUp(49n, 100n), roundHalfUp(5n, 1n)]).toEqual([
      1, 2, 0, 5,
    ]);
  });
});

describe('R18 the minimum wage', () => {
  const minimum = 204_500;
  const month = { ...work, normalMinutes: 10_440 };
  it('is kept by exactly the minimum, and broken by a yuan less', () => {
    expect(isBelowMinimum(month, minimum, terms, minimum)).toBe(false);
    expect(isBelowMinimum(month, minimum - 100, terms, minimum)).toBe(true);
  });

  it('is never broken by rounding alone', () => {
    fc.assert(
      fc.property(minutes, (normalMinutes) => {
        const done = { ...work, normalMinutes };
        const byMonth = { ...terms, wageUnit: WageUnit.MONTH, wageFen: minimum };
        expect(isBelowMinimum(done, payFor(done, byMonth).wageFen, byMonth, minimum)).toBe(false);
      }),
    );
  });

  it('of pieces is measured by all the time they took', () => {
    const byPiece = { ...terms, wageUnit: WageUnit.PIECE };
    expect(isBelowMinimum({ ...work, overtimeMinutes: 10_440 }, 100, byPiece, minimum)).toBe(true);
    expect(isBelowMinimum({ ...work, overtimeMinutes: 10_440 }, 100, terms, minimum)).toBe(false);
  });
});
