import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Exact } from '../../platform/decimal/decimal.js';
import type { MaterialKind } from '../catalogue/material-kind.entity.js';
import {
  inProportion,
  nextTier,
  poolRefusals,
  refuseArrival,
  refuseLateMember,
  refuseShare,
  shareOut,
  tierAt,
} from './pooled-purchase.rules.js';

const tiers = [
  { fromQuantity: '100', fenPerUnit: 500 },
  { fromQuantity: '500', fenPerUnit: 450 },
  { fromQuantity: '2000', fenPerUnit: 420 },
];

describe('prices by total', () => {
  it('are those of the highest tier that is reached, and the next is known', () => {
    const at = (total: string) => [
      tierAt(tiers, new Exact(total))?.fenPerUnit,
      nextTier(tiers, new Exact(total))?.fenPerUnit,
    ];
    expect(at('99.9')).toEqual([undefined, 500]);
    expect(at('100')).toEqual([500, 450]);
    expect(at('1999')).toEqual([450, 420]);
    expect(at('9999')).toEqual([420, undefined]);
  });

  it('go up in quantity and down in price, from the threshold on', () => {
    const full: MaterialKind = {
      ...{ id: 'X', nameZh: 'x', nameEn: 'x', family: 'other', baseUnit: 'kg', decimals: 3 },
      ...{ specification: [], conversions: [], shipped: true, retiredAt: null },
    };
    const fields = (changes: object): (string | undefined)[] =>
      poolRefusals(
        { ...{ kindId: 'X', unit: 'kg', tiers, threshold: '100', closesOn: '2026-12-01' }, ...changes },
        full,
        '2026-11-26',
      )
        .filter((refusal) => refusal !== undefined)
        .map(({ field }) => field);
    expect(fields({})).toEqual([]);
    expect(fields({ tiers: [...tiers].reverse() })).toEqual(['input.tiers.1']);
    expect(
      fields({
        tiers: [
          { fromQuantity: '1', fenPerUnit: 5 },
          { fromQuantity: '2', fenPerUnit: 5 },
        ],
      }),
    ).toEqual(['input.tiers.1']);
    expect(fields({ threshold: '99' })).toEqual(['input.tiers.0.fromQuantity']);
    expect(fields({ threshold: '0' })).toContain('input.threshold');
    expect(fields({ unit: 'roll' })).toEqual(['input.unit']);
    expect(fields({ closesOn: '2026-11-25' })).toEqual(['input.closesOn']);
    expect(fields({ tiers: [{ fromQuantity: '1.0001', fenPerUnit: 5 }] })).toEqual(['input.tiers.0.fromQuantity']);
  });
});

describe('membership', () => {
  it('ends with the last day', () => {
    const pool = { state: 'open', closesOn: '2026-11-26' } as const;
    expect(refuseLateMember(pool, '2026-11-26')).toBeUndefined();
    expect(refuseLateMember(pool, '2026-11-27')).toMatchObject({ code: 'CONFLICT' });
    expect(refuseLateMember({ ...pool, state: 'committed' }, '2026-11-26')).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });

  it('is of some whole steps that can be paid', () => {
    const pool = { decimals: 1, unit: 't', tiers };
    const refused = (quantity: string) => refuseShare(pool, new Exact(quantity), new Exact(quantity))?.field;
    expect(refused('1.5')).toBeUndefined();
    expect(refused('0')).toBe('input.quantity');
    expect(refused('1.55')).toBe('input.quantity');
    expect(refuseArrival(pool, new Exact('2'), new Exact('1'))).toMatchObject({ code: 'CONFLICT' });
    expect(refuseArrival(pool, new Exact('0'), new Exact('1'))).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('sharing out', () => {
  it('gives what is left to the largest remainders, the earlier first', () => {
    expect(inProportion(10n, [1n, 1n, 1n])).toEqual([4n, 3n, 3n]);
    expect(inProportion(7n, [6n, 3n, 1n])).toEqual([4n, 2n, 1n]);
    expect(inProportion(0n, [1n, 2n])).toEqual([0n, 0n]);
    expect(inProportion(5n, [])).toEqual([]);
  });

  it('of a short arrival is in whole steps, and its cost to the fen', () => {
    const { shares, invoiceFen } = shareOut(['100', '50', '50'], new Exact('133'), { decimals: 0, fenPerUnit: 33 });
    expect(invoiceFen).toBe(4389);
    expect(shares).toEqual([
      { allocated: '67', costFen: 2211 },
      { allocated: '33', costFen: 1089 },
      { allocated: '33', costFen: 1089 },
    ]);
  });

  it('leaves nothing, exceeds nobody’s order, and is fair to a step and a fen', () => {
    const pool = fc
      .record({
        ...{ decimals: fc.integer({ min: 0, max: 3 }), fenPerUnit: fc.integer({ min: 1, max: 100_000 }) },
        ordered: fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 40 }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ ordered, part, ...rest }) => {
        const total = ordered.reduce((all, steps) => all + steps, 0);
        return { ...rest, ordered, arrived: Math.max(1, Math.floor(total * part)), total };
      });
    fc.assert(
      fc.property(pool, ({ decimals, fenPerUnit, ordered, arrived, total }) => {
        const scale = new Exact(10).pow(decimals);
        const inUnits = (steps: number): Exact => new Exact(steps).div(scale);
        const { shares, invoiceFen } = shareOut(
          ordered.map((steps) => inUnits(steps).toFixed()),
          inUnits(arrived),
          { decimals, fenPerUnit },
        );
        expect(Exact.sum(0, ...shares.map(({ allocated }) => allocated)).eq(inUnits(arrived))).toBe(true);
        expect(shares.reduce((all, { costFen }) => all + costFen, 0)).toBe(invoiceFen);
        shares.forEach(({ allocated, costFen }, index) => {
          const steps = new Exact(allocated).times(scale);
          expect(steps.isInteger() && steps.lte(ordered[index] ?? 0)).toBe(true);
          expect(
            steps
              .minus(new Exact(ordered[index] ?? 0).times(arrived).div(total))
              .abs()
              .lt(1),
          ).toBe(true);
          const due = new Exact(invoiceFen).times(steps).div(arrived);
          expect(new Exact(costFen).minus(due).abs().lt(1)).toBe(true);
        });
      }),
    );
  });
});
