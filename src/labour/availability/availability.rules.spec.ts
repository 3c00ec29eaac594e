import { describe, expect, it } from 'vitest';
import { type Conditions, isSame, refuseEmployed, refuseFarEnd, refusePastEnd } from './availability.rules.js';

const period = (endsOn: string) => ({ startsOn: '2026-01-01', endsOn });

describe('the end of an availability', () => {
  it('may be today, not yesterday', () => {
    expect(refusePastEnd(period('2026-11-23'), '2026-11-23')).toBeUndefined();
    expect(refusePastEnd(period('2026-11-22'), '2026-11-23')).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'input.endsOn',
      params: { today: '2026-11-23' },
    });
  });

  it('may be two years ahead to the day, not a day later', () => {
    expect(refuseFarEnd(period('2028-11-23'), '2026-11-23')).toBeUndefined();
    expect(refuseFarEnd(period('2028-11-24'), '2026-11-23')).toMatchObject({
      field: 'input.endsOn',
      params: { latest: '2028-11-23' },
    });
  });

  it('is bounded on 29 February too', () => {
    expect(refuseFarEnd(period('2030-02-28'), '2028-02-29')).toBeUndefined();
    expect(refuseFarEnd(period('2030-03-01'), '2028-02-29')).toBeDefined();
  });
});

describe('who sets an availability', () => {
  it('is the worker without employer', () => {
    expect(refuseEmployed({ homeEnterpriseId: null })).toBeUndefined();
  });

  it('is the employer for a worker who has one', () => {
    expect(refuseEmployed({ homeEnterpriseId: 'e' })).toMatchObject({ code: 'RULE_VIOLATED' });
  });
});

describe('the same availability again', () => {
  const conditions: Conditions = {
    ...period('2026-12-31'),
    ...{ wageFloorFen: 2000, wageUnit: 'hour', currency: 'CNY', radiusM: 10_000, relocationRadiusM: null },
  };

  it('changes nothing', () => {
    expect(isSame(conditions, { ...conditions })).toBe(true);
  });

  it.each([
    { startsOn: '2026-01-02' },
    { endsOn: '2026-12-30' },
    { wageFloorFen: 2001 },
    { wageUnit: 'day' },
    { currency: 'JPY' },
    { radiusM: 0 },
    { relocationRadiusM: 0 },
  ])('is another one with %j', (change) => {
    expect(isSame(conditions, { ...conditions, ...change })).toBe(false);
  });
});
