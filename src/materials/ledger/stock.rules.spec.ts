import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Exact } from '../../platform/decimal/decimal.js';
import { type AccountType, acceptanceMoves, deliveryMoves, type Move, netOf, takeBackMoves } from './stock.rules.js';

const quantity = fc.integer({ min: 0, max: 1_000_000 }).map((steps) => new Exact(steps).div(1000));
const booked = (moves: readonly Move[]): Record<string, string> =>
  Object.fromEntries([...netOf(moves)].map(([type, amount]) => [type, amount.toFixed()]));
const sum = (moves: readonly Move[]): Exact => Exact.sum(0, ...netOf(moves).values());
const after = (before: Partial<Record<AccountType, Exact>>, moves: readonly Move[]) => (type: AccountType) =>
  (before[type] ?? new Exact(0)).plus(netOf(moves).get(type) ?? 0);

describe('moves of goods', () => {
  const e = (value: string): Exact => new Exact(value);

  it('less than was reserved frees the rest; out of an ended lot it leaves the books', () => {
    expect(booked(deliveryMoves(e('300'), e('296.5'), e('700'), 'on_hand'))).toEqual({
      ...{ reserved: '-300', delivered: '296.5', on_hand: '3.5' },
    });
    expect(booked(deliveryMoves(e('300'), e('296.5'), e('0'), 'outside'))).toEqual({
      ...{ reserved: '-300', delivered: '296.5', outside: '3.5' },
    });
  });

  it('more than was reserved comes from what is free, and beyond that was never declared', () => {
    expect(booked(deliveryMoves(e('300'), e('306'), e('4'), 'on_hand'))).toEqual({
      ...{ reserved: '-300', delivered: '306', on_hand: '-4', outside: '-2' },
    });
  });

  it('accepted above or below what was delivered keeps the difference of the scales', () => {
    expect(booked(acceptanceMoves(e('300'), e('299'), 'received'))).toEqual({
      ...{ delivered: '-300', received: '299', difference: '1' },
    });
    expect(booked(acceptanceMoves(e('300'), e('301'), 'on_loan'))).toEqual({
      ...{ delivered: '-300', on_loan: '301', difference: '-1' },
    });
    expect(booked(acceptanceMoves(e('300'), e('300'), 'received'))).toEqual({ delivered: '-300', received: '300' });
  });

  it('taken back in part leave the rest due', () => {
    expect(booked(takeBackMoves(e('40'), e('38')))).toEqual({ returning: '-40', returned: '38', on_loan: '2' });
  });

  it('always sum to zero and never take more from an account than it has', () => {
    fc.assert(
      fc.property(
        quantity,
        quantity,
        quantity,
        fc.constantFrom('on_hand' as const, 'outside' as const),
        (a, b, c, free) => {
          const onHand = free === 'on_hand' ? c : new Exact(0);
          const delivery = deliveryMoves(a, b, onHand, free);
          const delivered = after({ reserved: a, on_hand: onHand }, delivery);
          expect(sum(delivery).isZero()).toBe(true);
          expect(delivered('reserved').isZero()).toBe(true);
          expect(delivered('delivered').eq(b)).toBe(true);
          expect(delivered('on_hand').gte(0)).toBe(true);
          const acceptance = acceptanceMoves(b, c, 'received');
          const accepted = after({ delivered: b }, acceptance);
          expect(sum(acceptance).isZero()).toBe(true);
          expect(accepted('delivered').isZero()).toBe(true);
          expect(accepted('received').eq(c)).toBe(true);
          expect(accepted('difference').eq(b.minus(c))).toBe(true);
        },
      ),
    );
  });
});
