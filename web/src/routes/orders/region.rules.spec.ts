import { describe, expect, it } from 'vitest';
import { isUnderWay, rateWith } from './region.rules';

describe('the plan of a region', () => {
  it('is under way until it is over', () => {
    const states = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED'] as const;
    expect(states.map((state) => isUnderWay({ state }))).toEqual([true, true, false, false]);
  });

  it('raises the rate by the orders that it secures', () => {
    expect(rateWith({ openOrders: 6, securedOrders: 2 }, 0)).toBe(0.25);
    expect(rateWith({ openOrders: 6, securedOrders: 2 }, 4)).toBe(0.75);
    expect(rateWith({ openOrders: 0, securedOrders: 0 }, 0)).toBeNull();
  });
});
