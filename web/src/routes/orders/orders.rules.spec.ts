import { describe, expect, it } from 'vitest';
import { coverOf, daysUntil, legShares, standingOf } from './orders.rules';

describe('orders, as they are shown', () => {
  it('stand in one word', () => {
    const open = { state: 'OPEN', isSecured: false, isKept: false, dueDate: '2026-03-20' } as const;
    expect(standingOf(open, '2026-03-19')).toBe('open');
    expect(standingOf(open, '2026-03-20')).toBe('atRisk');
    expect(standingOf({ ...open, isSecured: true }, '2026-03-20')).toBe('secured');
    expect(standingOf({ ...open, state: 'DELIVERED' }, '2026-03-20')).toBe('late');
    expect(standingOf({ ...open, state: 'DELIVERED', isKept: true }, '2026-03-20')).toBe('kept');
    expect(standingOf({ ...open, state: 'CANCELLED' }, '2026-03-20')).toBe('cancelled');
  });

  it('are met by what one has, what is agreed and what is held, and never by more than they take', () => {
    const amounts = { quantity: '10', ownQuantity: '2.1', reserved: '4', confirmed: '1', missing: '3.9' };
    expect(coverOf(amounts)).toEqual({ own: 2.1, confirmed: 1, reserved: 3, missing: 3.9 });
    const plenty = { quantity: '10', ownQuantity: '8', reserved: '40', confirmed: '40', missing: '0' };
    expect(coverOf(plenty)).toEqual({ own: 8, confirmed: 2, reserved: 0, missing: 0 });
  });

  it('are met leg by leg', () => {
    const need = (leg: 'LABOUR' | 'CAPACITY', missing: string) => ({ leg, quantity: '4', missing });
    expect(legShares([need('CAPACITY', '4'), need('LABOUR', '1'), need('CAPACITY', '2')])).toEqual([
      { leg: 'LABOUR', share: 0.75 },
      { leg: 'CAPACITY', share: 0.25 },
    ]);
  });

  it('are due in so many days, or were', () => {
    expect(daysUntil('2026-03-01', '2026-02-27')).toBe(2);
    expect(daysUntil('2026-02-27', '2026-03-01')).toBe(-2);
  });
});
