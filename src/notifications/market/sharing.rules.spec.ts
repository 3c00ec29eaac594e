import { describe, expect, it } from 'vitest';
import { toldOfRelease } from './capacity.rules.js';
import { otherSide, partiesOf } from './material.rules.js';

const transfer = { transferId: 't', ownerId: 'owner', receiverId: 'receiver' };

describe('a transfer', () => {
  it('is told to the sides that did not do it', () => {
    expect(otherSide(transfer, 'owner')).toBe('receiver');
    expect(otherSide(transfer, 'receiver')).toBe('owner');
    expect(partiesOf(transfer, ['receiver', 'owner']).map(({ to }) => to)).toEqual([
      { enterpriseId: 'receiver' },
      { enterpriseId: 'owner' },
    ]);
  });
});

describe('a booking that was given up', () => {
  it.each([
    ['declined', 'capacityDeclined', ['customer']],
    ['by_owner', 'capacityCancelled', ['customer']],
    ['by_customer', 'capacityReleased', ['owner']],
    ['by_service', 'capacityReleased', ['owner']],
    ['expired', 'capacityHoldExpired', ['owner', 'customer']],
  ])('%s', (reason, kind, sides) => expect(toldOfRelease(reason)).toEqual({ kind, sides }));
});
