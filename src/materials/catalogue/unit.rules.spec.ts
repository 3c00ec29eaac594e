import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Exact, fits } from '../../platform/decimal/decimal.js';
import { shippedKinds } from './material-kind.loader.js';
import {
  factorOf,
  inBaseUnits,
  type Measured,
  refuseConversions,
  refuseNoQuantity,
  refuseQuantity,
  unitOf,
  unitsOf,
} from './unit.rules.js';

const kind = (changes: Partial<Measured> = {}): Measured => ({
  ...{ baseUnit: 'm', decimals: 3 },
  conversions: [{ unit: 'roll', nameZh: '卷', nameEn: 'roll', factor: '50', decimals: 0 }],
  ...changes,
});

describe('units of a kind', () => {
  it('are the base unit, those that everybody knows, and its own', () => {
    expect(unitsOf(kind()).map(({ unit }) => unit)).toEqual(['m', 'km', 'mm', 'roll']);
    expect(inBaseUnits(kind(), { value: '2', unit: 'roll' }).toFixed()).toBe('100');
    expect(inBaseUnits(kind(), { value: '1500', unit: 'mm' }).toFixed()).toBe('1.5');
    expect(inBaseUnits(kind(), { value: '7.25' }).toFixed()).toBe('7.25');
  });

  it('are left out where the base unit is counted too coarsely for them', () => {
    expect(unitsOf(kind({ decimals: 2 })).map(({ unit }) => unit)).toEqual(['m', 'km', 'roll']);
  });

  it('refuse what is in another unit, too fine, or nothing', () => {
    const field = 'input.quantity';
    expect(refuseQuantity(kind(), { value: '1', unit: 'kg' }, field)).toMatchObject({ field: 'input.quantity.unit' });
    expect(refuseQuantity(kind(), { value: '1.5', unit: 'roll' }, field)).toMatchObject({
      ...{ field: 'input.quantity.value', params: { unit: 'roll', decimals: 0 } },
    });
    expect(refuseQuantity(kind(), { value: '0' }, field)).toBeUndefined();
    expect(refuseQuantity(kind(), { value: '1000000', unit: 'km' }, field)).toBeUndefined();
    expect(refuseQuantity(kind(), { value: '1000000.001', unit: 'km' }, field)).toMatchObject({
      field: 'input.quantity.value',
    });
    expect(refuseNoQuantity(kind(), { value: '0.000' }, field)).toMatchObject({ field: 'input.quantity.value' });
  });

  it('are not added twice, of nothing, or finer than the base unit', () => {
    const own = (unit: string, factor: string, decimals = 0) => ({
      unit,
      nameZh: unit,
      nameEn: unit,
      factor,
      decimals,
    });
    const refused = (...conversions: ReturnType<typeof own>[]) => refuseConversions(kind({ conversions }), 'c')?.field;
    expect(refused(own('sheet', '2.98'))).toBeUndefined();
    expect(refused(own('sheet', '2.98'), own('sheet', '3'))).toBe('c.1.unit');
    expect(refused(own('km', '1000'))).toBe('c.0.unit');
    expect(refused(own('knot', '0'))).toBe('c.0.factor');
    expect(refused(own('hair', '0.0001'))).toBe('c.0.factor');
    expect(refused(own('inch', '0.025', 1))).toBe('c.0.factor');
  });

  it('convert exactly: every allowed quantity of every shipped kind is whole steps, and comes back as it was', () => {
    const kinds = shippedKinds();
    const given = fc
      .record({ kind: fc.constantFrom(...kinds), at: fc.nat(10), steps: fc.integer({ min: 0, max: 999_999 }) })
      .map(({ kind: of, at, steps }) => {
        const units = unitsOf(of);
        const unit = units[at % units.length] ?? units[0];
        const value = new Exact(steps).times(new Exact(10).pow(-(unit?.decimals ?? 0)));
        return { of, given: { value: value.toFixed(), unit: unit?.unit ?? '' } };
      });
    fc.assert(
      fc.property(given, ({ of, given: quantity }) => {
        expect(refuseQuantity(of, quantity, 'q')).toBeUndefined();
        const base = inBaseUnits(of, quantity);
        expect(fits(base, of.decimals)).toBe(true);
        expect(base.div(factorOf(of, quantity.unit)).eq(quantity.value)).toBe(true);
      }),
    );
  });
});

describe('the kinds that ship', () => {
  const kinds = shippedKinds();

  it('have codes of their own and units that hold', () => {
    expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
    for (const one of kinds) {
      expect(one.id).toMatch(/^[A-Z0-9][A-Z0-9.-]{1,39}$/);
      expect([one.id, refuseConversions(one, 'c')]).toEqual([one.id, undefined]);
      expect(unitOf(one, null)?.factor).toBe('1');
    }
  });

  it('are of every family', () => {
    expect(new Set(kinds.map(({ family }) => family)).size).toBe(8);
    expect(kinds.length).toBeGreaterThanOrEqual(30);
  });
});
