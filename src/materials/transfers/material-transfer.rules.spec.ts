import { describe, expect, it } from 'vitest';
import { Exact } from '../../platform/decimal/decimal.js';
import {
  isWithin,
  refuseAcceptance,
  refuseDelivery,
  refuseHoldTime,
  refuseResolution,
  refuseTaking,
  refuseUnexplained,
  sideOf,
} from './material-transfer.rules.js';
import { transferActions } from './transfer-action.rules.js';

const e = (value: string): Exact => new Exact(value);
const now = new Date('2026-11-26T08:00:00Z');
const later = new Date('2026-11-27T08:00:00Z');

describe('taking from a lot', () => {
  const lot = { enterpriseId: 'owner', availableUntil: '2026-11-30', minimumTake: '100' };
  const refused = (quantity: string, changes: object = {}) =>
    refuseTaking({
      ...{ lot, receiverId: 'taker', quantity: e(quantity), onHand: e('250'), baseUnit: 'kg', today: '2026-11-26' },
      ...changes,
    });

  it('is between the minimum and what there is', () => {
    expect(refused('100')).toBeUndefined();
    expect(refused('250')).toBeUndefined();
    expect(refused('250.001')).toMatchObject({ code: 'CONFLICT', params: { available: '250 kg' } });
    expect(refused('99.999')).toMatchObject({ code: 'CONFLICT', params: { minimum: '100 kg' } });
  });

  it('of a rest below the minimum is of all of it', () => {
    expect(refused('60', { onHand: e('60') })).toBeUndefined();
    expect(refused('59', { onHand: e('60') })).toMatchObject({ params: { minimum: '60 kg' } });
  });

  it('is neither one’s own nor after its last day', () => {
    expect(refused('100', { receiverId: 'owner' })).toMatchObject({ field: 'input.lotId' });
    expect(refused('100', { today: '2026-12-01' })).toMatchObject({ field: 'input.lotId' });
  });

  it('is held from now for thirty days at most', () => {
    expect(refuseHoldTime(later, now)).toBeUndefined();
    expect(refuseHoldTime(now, now)).toMatchObject({ field: 'input.until' });
    expect(refuseHoldTime(new Date('2027-01-01'), now)).toMatchObject({ field: 'input.until' });
  });
});

describe('handing over', () => {
  const weighing = (figure: string) => ({ figure: e(figure), percent: 2, baseUnit: 'kg' as const });

  it('is done while the goods are held', () => {
    expect(refuseDelivery({ state: 'reserved', expiresAt: later }, now)).toBeUndefined();
    expect(refuseDelivery({ state: 'reserved', expiresAt: now }, now)).toMatchObject({ code: 'CONFLICT' });
    expect(refuseDelivery({ state: 'released', expiresAt: later }, now)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('is explained beyond the tolerance', () => {
    expect(isWithin('300', e('306'), 2)).toBe(true);
    expect(isWithin('300', e('306.001'), 2)).toBe(false);
    expect(isWithin('300', e('300'), 0)).toBe(true);
    expect(refuseUnexplained('300', null, weighing('290'))).toMatchObject({ field: 'input.reason' });
    expect(refuseUnexplained('300', 'wet', weighing('290'))).toBeUndefined();
  });

  it('is accepted within the tolerance, and after a dispute exactly as the owner offers', () => {
    const delivered = { state: 'delivered', deliveredQuantity: '300', offeredQuantity: null } as const;
    expect(refuseAcceptance(delivered, weighing('294'))).toBeUndefined();
    expect(refuseAcceptance(delivered, weighing('293.9'))).toMatchObject({ params: { delivered: '300 kg' } });
    const disputed = { ...delivered, state: 'disputed' } as const;
    expect(refuseAcceptance(disputed, weighing('300'))).toMatchObject({ code: 'CONFLICT' });
    expect(refuseAcceptance({ ...disputed, offeredQuantity: '280.000000' }, weighing('280'))).toBeUndefined();
    expect(refuseAcceptance({ ...disputed, offeredQuantity: '280' }, weighing('281'))).toMatchObject({
      params: { offered: '280 kg' },
    });
    expect(refuseAcceptance({ ...delivered, state: 'reserved' }, weighing('300'))).toMatchObject({
      ...{ code: 'ILLEGAL_TRANSITION', allowed: ['delivered', 'released'] },
    });
  });

  it('is answered only where it is disputed', () => {
    expect(refuseResolution({ state: 'disputed' })).toBeUndefined();
    expect(refuseResolution({ state: 'delivered' })).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});

describe('the two parties', () => {
  const transfer = { expiresAt: later, offeredQuantity: null, dueOn: null };
  const nothing = { onLoan: e('0'), returning: e('0') };

  it('are known, and nobody else', () => {
    const ids = { ownerId: 'a', receiverId: 'b' };
    expect([sideOf(ids, 'a'), sideOf(ids, 'b'), sideOf(ids, 'c')]).toEqual(['owner', 'receiver', undefined]);
  });

  it('see what each may do', () => {
    const of = (state: 'reserved' | 'delivered' | 'disputed' | 'accepted', side: 'owner' | 'receiver', due = nothing) =>
      transferActions({ ...transfer, state }, side, due, now);
    expect(of('reserved', 'owner')).toEqual(['decline', 'deliver']);
    expect(of('reserved', 'receiver')).toEqual(['release']);
    expect(of('delivered', 'owner')).toEqual([]);
    expect(of('delivered', 'receiver')).toEqual(['accept', 'dispute']);
    expect(of('disputed', 'owner')).toEqual(['resolve']);
    expect(of('disputed', 'receiver')).toEqual(['dispute']);
    expect(of('accepted', 'receiver', { onLoan: e('5'), returning: e('0') })).toEqual(['return', 'settle_shortfall']);
    expect(of('accepted', 'owner', { onLoan: e('5'), returning: e('1') })).toEqual([]);
    expect(transferActions({ ...transfer, state: 'reserved', expiresAt: now }, 'owner', nothing, now)).toEqual([
      'decline',
    ]);
  });
});
