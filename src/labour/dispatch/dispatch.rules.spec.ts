import { describe, expect, it } from 'vitest';
import { dispatchFlagsOf, type LendingFacts } from './dispatch.rules.js';

const ordinary: LendingFacts = {
  isBusinessServices: false,
  staff: 100,
  lent: 20,
  mostToOneHost: 20,
  monthsToThatHost: 3,
  loans: 30,
  hiredToLend: 1,
};

describe('R26 the screen for disguised dispatch', () => {
  it('says nothing of a factory that lends some of its people for a season', () => {
    expect(dispatchFlagsOf(ordinary)).toEqual([]);
  });

  it.each<[string, Partial<LendingFacts>, string[]]>([
    ['a business-services enterprise that lends', { isBusinessServices: true }, ['BUSINESS_SERVICES']],
    ['a business-services enterprise that lends nobody', { isBusinessServices: true, loans: 0 }, []],
    ['half of the staff lent', { lent: 50 }, ['SHARE_LENT']],
    ['just under half', { lent: 49 }, []],
    ['half of very few', { staff: 4, lent: 4 }, []],
    ['one host for half a year', { mostToOneHost: 10, monthsToThatHost: 6 }, ['SAME_HOST']],
    ['one host for half a year, but few', { mostToOneHost: 9, monthsToThatHost: 12 }, []],
    ['workers hired to be lent', { hiredToLend: 9 }, ['HIRED_TO_LEND']],
    ['two of them', { loans: 4, hiredToLend: 2 }, []],
  ])('%s', (_name, changes, flags) => {
    expect(dispatchFlagsOf({ ...ordinary, ...changes })).toEqual(flags);
  });
});
