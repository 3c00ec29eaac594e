import { describe, expect, it } from 'vitest';
import { linesOf } from './scorecard.rules';

const few = { mean: null, count: 2, tooFew: true };
const enough = { mean: 4.3, count: 5, tooFew: false };

describe('the lines of a scorecard', () => {
  it('are none where too few reviewed the host', () => {
    expect(linesOf({ paidOnTime: few, termsKept: few, again: few })).toEqual([]);
  });

  it('are all of them as soon as one has enough reviews', () => {
    expect(linesOf({ paidOnTime: few, termsKept: enough, again: few }).map(({ name }) => name)).toEqual([
      ...['paidOnTime', 'termsKept', 'again'],
    ]);
  });
});
