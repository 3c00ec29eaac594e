import { describe, expect, it } from 'vitest';
import { refuseBlockWithoutNote, refuseOwnBlock, stateOf } from './account.rules.js';

describe('blocking an account', () => {
  it('is never done to oneself', () => {
    expect(refuseOwnBlock('a', 'a', 'blocked')).toMatchObject({ code: 'RULE_VIOLATED', field: 'input.accountId' });
    expect(refuseOwnBlock('a', 'b', 'blocked')).toBeUndefined();
    expect(refuseOwnBlock('a', 'a', 'active')).toBeUndefined();
  });

  it('says why; unblocking need not', () => {
    expect(refuseBlockWithoutNote('blocked', '')).toMatchObject({ field: 'input.note' });
    expect(refuseBlockWithoutNote('blocked', 'left the bureau')).toBeUndefined();
    expect(refuseBlockWithoutNote('active', '')).toBeUndefined();
  });

  it('shows in the state', () => {
    expect(stateOf({ disabledAt: null })).toBe('active');
    expect(stateOf({ disabledAt: new Date(0) })).toBe('blocked');
  });
});
