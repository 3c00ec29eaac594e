import { describe, expect, it } from 'vitest';
import { personalDataMessages } from './personal-data.messages.js';
import { refuseErasure } from './personal-data.rules.js';

const nothing = { hasPlacement: false, hasOffer: false, hasOpenPay: false, hasOpenInjury: false };

describe('erasing an account', () => {
  it('R45 goes once nothing is open', () => {
    expect(refuseErasure(nothing)).toBeUndefined();
  });

  it.each([
    ['hasPlacement', personalDataMessages.placed],
    ['hasOffer', personalDataMessages.offered],
    ['hasOpenPay', personalDataMessages.unpaid],
    ['hasOpenInjury', personalDataMessages.injured],
  ] as const)('waits, with the reason, while %s', (matter, message) => {
    expect(refuseErasure({ ...nothing, [matter]: true })).toEqual({ code: 'CONFLICT', message });
  });
});
