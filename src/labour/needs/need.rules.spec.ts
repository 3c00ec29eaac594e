import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  daysOf,
  refuseBackwardPeriod,
  refuseDiscrimination,
  refuseHeadcountBelowTaken,
  refuseLongPeriod,
  refusePastStart,
} from './need.rules.js';

const dates = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the period of a need', () => {
  it('has at least one day, counted with both ends', () => {
    expect(daysOf({ startsOn: '2026-11-23', endsOn: '2026-11-23' })).toBe(1);
    expect(daysOf({ startsOn: '2028-02-28', endsOn: '2028-03-01' })).toBe(3);
  });

  it('is refused exactly when it ends before it starts', () => {
    fc.assert(
      fc.property(dates, dates, (startsOn, endsOn) => {
        expect(refuseBackwardPeriod({ startsOn, endsOn }) !== undefined).toBe(daysOf({ startsOn, endsOn }) < 1);
      }),
    );
  });

  it('may last two years and not a day more', () => {
    expect(refuseLongPeriod({ startsOn: '2026-01-01', endsOn: '2028-01-01' })).toBeUndefined();
    expect(refuseLongPeriod({ startsOn: '2026-01-01', endsOn: '2028-01-02' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'input.endsOn',
    });
  });

  it('starts today or later', () => {
    expect(refusePastStart({ startsOn: '2026-11-23', endsOn: '2026-12-01' }, '2026-11-23')).toBeUndefined();
    expect(refusePastStart({ startsOn: '2026-11-22', endsOn: '2026-12-01' }, '2026-11-23')).toMatchObject({
      field: 'input.startsOn',
    });
  });
});

it('a need keeps at least the seats that are taken', () => {
  expect(refuseHeadcountBelowTaken(3, 3)).toBeUndefined();
  expect(refuseHeadcountBelowTaken(2, 3)).toMatchObject({ code: 'CONFLICT', params: { taken: 3 } });
});

describe('R29 a post sets no discriminatory condition', () => {
  it.each([
    '限女性，手脚麻利',
    '只招男工',
    '男士勿扰',
    '已婚优先',
    '不招外地人',
    '35周岁以下',
    '汉族优先',
    'Men only please',
    'women preferred',
    'No Muslims',
    'under 35 years old',
  ])('refuses “%s”', (text) => {
    expect(refuseDiscrimination(text)).toMatchObject({ code: 'RULE_VIOLATED', field: 'input.description' });
  });

  it.each([
    '女装车间缝纫',
    '包住，夫妻房',
    '满18周岁',
    '男女不限',
    '熟练焊工，持证上岗',
    'Women’s shoes line',
    'No experience needed',
    '',
  ])('lets “%s” pass', (text) => {
    expect(refuseDiscrimination(text)).toBeUndefined();
  });
});
