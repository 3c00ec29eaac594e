import { describe, expect, it } from 'vitest';
import { codesWithPaths, partsOf, refuseNotOffered } from './surplus.rules.js';
import { surplusListingTransitions } from './surplus-listing.states.js';

describe('which head may be named', () => {
  it('is one that is on offer', () => {
    expect(refuseNotOffered({ state: 'open' })).toBeUndefined();
    expect(refuseNotOffered({ state: 'closed' })).toMatchObject({ code: 'CONFLICT', field: 'input.workerId' });
  });
});

describe('the codes of lines', () => {
  it('are each checked once, at the line that named them first', () => {
    const lines = [{ regionId: 'a' }, { regionId: 'b' }, { regionId: 'a' }];
    expect([...codesWithPaths(lines, 'regionId')]).toEqual([
      ['a', 'input.lines.0.regionId'],
      ['b', 'input.lines.1.regionId'],
    ]);
  });
});

describe('parts of a long list', () => {
  it('hold everything in order', () => {
    expect([...partsOf([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
    expect([...partsOf([], 2)]).toEqual([]);
  });
});

describe('the states of a listing', () => {
  it('end in closed or expired', () => {
    expect(surplusListingTransitions.open).toEqual(['closed', 'expired']);
    expect([...surplusListingTransitions.closed, ...surplusListingTransitions.expired]).toEqual([]);
  });
});
