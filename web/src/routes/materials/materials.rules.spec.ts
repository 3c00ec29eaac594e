import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { aboutFen, blankLot, draftOf, lotInput, shareOf } from './materials.rules';
import { barOf, lackingTo, poolInput, blankPool } from './pool.rules';
import { blankRequest, fillOf, requestInput } from './request.rules';
import { daysLeft, stepsDone, stepsOf } from './transfer.rules';

const place = { regionId: 'GB2260:350524', regionName: '安溪县', latitude: 25, longitude: 118 };
const units = [
  { unit: 'kg', factor: '1' },
  { unit: 'drum', factor: '18' },
];

describe('materials as the screens show them', () => {
  it('a share is between nothing and all', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), fc.float({ noNaN: true }), (part, whole) => {
        const share = shareOf(part, whole);
        return share >= 0 && share <= 1;
      }),
    );
    expect(shareOf('25', '100')).toBe(0.25);
    expect(shareOf('1', '0')).toBe(0);
  });

  it('says about what a quantity costs, in the unit it is asked for', () => {
    const priced = { fenPerUnit: 42_000, priceFactor: '18' };
    expect(aboutFen({ value: '2', unit: 'drum' }, units, priced)).toBe(84_000);
    expect(aboutFen({ value: '9', unit: 'kg' }, units, priced)).toBe(21_000);
    expect(aboutFen({ value: '', unit: 'kg' }, units, priced)).toBeNull();
    expect(aboutFen({ value: '9', unit: 'kg' }, units, { fenPerUnit: null, priceFactor: null })).toBeNull();
  });

  it('a lot for sale has a price, a lot on loan has days', () => {
    const filled = { ...blankLot, kindId: 'PRIMER', value: '4', unit: 'drum', price: '420', siteName: '一号仓', place };
    expect(lotInput(filled, 'key-0001')).toMatchObject({
      fenPerUnit: 42_000,
      priceUnit: 'drum',
      regionId: place.regionId,
    });
    const lent = lotInput({ ...filled, terms: 'LOAN' }, 'key-0001');
    expect(lent).toMatchObject({ loanDays: 30 });
    expect(lent).not.toHaveProperty('fenPerUnit');
    expect(lotInput({ ...filled, place: null }, 'key-0001')).toBeUndefined();
    expect(lotInput({ ...filled, kindId: '' }, 'key-0001')).toBeUndefined();
  });

  it('a lot that is offered again begins with what is left of it', () => {
    const draft = draftOf({
      ...{ kind: { id: 'PRIMER', units }, available: '90', grade: 'B', terms: 'SALE', fenPerUnit: 42_000 },
      ...{ priceUnit: 'drum', loanDays: null, availableUntil: '2026-12-01', tolerancePercent: 3, siteName: '仓' },
      ...{ description: '', latitude: 25, longitude: 118, region: { id: 'GB2260:350524', name: '安溪县' } },
    });
    expect(draft).toMatchObject({ value: '5', unit: 'drum', price: '420', tolerance: '3', place });
  });

  it('a request is made of what came, what is held and what lacks', () => {
    const fill = fillOf({ quantity: '300', reserved: '100.1', delivered: '0.2' });
    expect(fill).toEqual({ delivered: 0.2, reserved: 100.1, lacking: 199.7 });
    expect(fillOf({ quantity: '1', reserved: '0', delivered: '2' }).lacking).toBe(0);
    const filled = { ...blankRequest, kindIds: ['A', '', 'B', 'A'], value: '1', unit: 'kg', place, isUrgent: true };
    expect(requestInput(filled, 'key-0001')).toMatchObject({ kindIds: ['A', 'B'], priority: 'URGENT' });
    expect(requestInput({ ...filled, kindIds: [''] }, 'key-0001')).toBeUndefined();
  });

  it('a loan has one step more than a sale, and a day on which it is due', () => {
    const lot = { terms: 'LOAN' } as Parameters<typeof stepsOf>[0]['lot'];
    expect(stepsOf({ lot })).toHaveLength(4);
    expect(stepsOf({ lot: { ...lot, terms: 'SALE' } })).toHaveLength(3);
    expect(stepsDone({ state: 'DISPUTED' })).toBe(2);
    expect(daysLeft({ dueOn: '2026-12-01', state: 'ACCEPTED' }, '2026-11-28')).toBe(3);
    expect(daysLeft({ dueOn: '2026-12-01', state: 'ACCEPTED' }, '2026-12-04')).toBe(-3);
    expect(daysLeft({ dueOn: '2026-12-01', state: 'RETURNED' }, '2026-12-04')).toBeNull();
  });

  it('everything of a pool stands on its bar', () => {
    const bar = barOf({
      threshold: '4000',
      tiers: [{ fromQuantity: '1000', fenPerUnit: 380 }],
      progress: { total: '2000', memberCount: 1, isReached: false, tier: null, nextTier: null },
    });
    expect(bar.marks.map(({ at }) => at < 1)).toEqual([true, true]);
    expect(bar.share).toBeCloseTo(2000 / 4400);
    expect(lackingTo('4000', '2000')).toBe(2000);
    expect(lackingTo('4000', '5000')).toBe(0);
    const draft = { ...blankPool, kindId: 'A', place, tiers: [{ from: '10', price: '1.5' }] };
    expect(poolInput(draft, 'key-0001')?.tiers).toEqual([{ fromQuantity: '10', fenPerUnit: 150 }]);
  });
});
