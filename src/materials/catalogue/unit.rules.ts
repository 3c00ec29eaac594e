import { Exact, fits, plain } from '../../platform/decimal/decimal.js';
import type { Refusal } from '../../platform/errors/index.js';
import { materialMessages } from '../materials.messages.js';

export type BaseUnit = 'kg' | 'm' | 'm2' | 'm3' | 'l' | 'piece';

/** A unit in which quantities of a kind may be given: one of it is `factor` base units, and it is counted to so many decimals. */
export interface UnitOfKind {
  readonly unit: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly factor: string;
  readonly decimals: number;
}

/** What of a kind decides how it is measured. */
export interface Measured {
  readonly baseUnit: BaseUnit;
  readonly decimals: number;
  readonly conversions: readonly UnitOfKind[];
}

/** A quantity as somebody gives it; without a unit, in base units. */
export interface GivenQuantity {
  readonly value: string;
  readonly unit?: string | null;
}

export const baseUnitNames: Readonly<Record<BaseUnit, { readonly nameZh: string; readonly nameEn: string }>> = {
  kg: { nameZh: '千克', nameEn: 'kilogram' },
  m: { nameZh: '米', nameEn: 'metre' },
  m2: { nameZh: '平方米', nameEn: 'square metre' },
  m3: { nameZh: '立方米', nameEn: 'cubic metre' },
  l: { nameZh: '升', nameEn: 'litre' },
  piece: { nameZh: '件', nameEn: 'piece' },
};

const universal: Readonly<Record<BaseUnit, readonly UnitOfKind[]>> = {
  kg: [
    { unit: 't', nameZh: '吨', nameEn: 'tonne', factor: '1000', decimals: 3 },
    { unit: 'g', nameZh: '克', nameEn: 'gram', factor: '0.001', decimals: 0 },
  ],
  m: [
    { unit: 'km', nameZh: '千米', nameEn: 'kilometre', factor: '1000', decimals: 3 },
    { unit: 'mm', nameZh: '毫米', nameEn: 'millimetre', factor: '0.001', decimals: 0 },
  ],
  m2: [],
  m3: [{ unit: 'l', nameZh: '升', nameEn: 'litre', factor: '0.001', decimals: 0 }],
  l: [
    { unit: 'm3', nameZh: '立方米', nameEn: 'cubic metre', factor: '1000', decimals: 3 },
    { unit: 'ml', nameZh: '毫升', nameEn: 'millilitre', factor: '0.001', decimals: 0 },
  ],
  piece: [],
};

/** Every unit of a kind: the base unit, then those that everybody knows, then its own. All are whole steps of the base unit. */
export function unitsOf(kind: Measured): readonly UnitOfKind[] {
  const base = { unit: kind.baseUnit, ...baseUnitNames[kind.baseUnit], factor: '1', decimals: kind.decimals };
  return [base, ...universal[kind.baseUnit].filter((unit) => isWholeSteps(kind, unit)), ...kind.conversions];
}

export function unitOf(kind: Measured, unit: string | null | undefined): UnitOfKind | undefined {
  return unitsOf(kind).find((one) => one.unit === (unit ?? kind.baseUnit));
}

/** Whether the smallest step of a unit is a whole number of steps of the kind's base unit. */
function isWholeSteps(kind: Measured, { factor, decimals }: UnitOfKind): boolean {
  return fits(new Exact(factor).times(new Exact(10).pow(-decimals)), kind.decimals);
}

/** What a bureau may not add: units twice, under a taken name, of nothing, or finer than the base unit is counted. */
export function refuseConversions(kind: Measured, field: string): Refusal | undefined {
  const taken = new Set<string>([kind.baseUnit, ...universal[kind.baseUnit].map(({ unit }) => unit)]);
  for (const [index, conversion] of kind.conversions.entries()) {
    const at = `${field}.${index}`;
    if (taken.has(conversion.unit)) return fault(materialMessages.unitTwice, `${at}.unit`, { unit: conversion.unit });
    taken.add(conversion.unit);
    if (!new Exact(conversion.factor).gt(0)) return fault(materialMessages.notPositive, `${at}.factor`);
    if (!isWholeSteps(kind, conversion))
      return fault(materialMessages.unitTooFine, `${at}.factor`, {
        unit: conversion.unit,
        base: kind.baseUnit,
        decimals: kind.decimals,
      });
  }
  return undefined;
}

/** More of anything is a slip of the pen; it also keeps every sum inside what the database holds. */
const maxBase = '1000000000';

/** No, where a quantity is in a unit that the kind has not, or finer than the unit is counted, or beyond all measure; zero is for others to refuse. */
export function refuseQuantity(kind: Measured, given: GivenQuantity, field: string): Refusal | undefined {
  const unit = unitOf(kind, given.unit);
  if (!unit) return refuseUnit(kind, given.unit, `${field}.unit`);
  if (fits(new Exact(given.value), unit.decimals))
    return inBaseUnits(kind, given).lte(maxBase)
      ? undefined
      : fault(materialMessages.tooMuch, `${field}.value`, { max: inWords(maxBase, kind.baseUnit) });
  return fault(materialMessages.tooFine, `${field}.value`, { unit: unit.unit, decimals: unit.decimals });
}

/** The same, and zero is refused too. */
export function refuseNoQuantity(kind: Measured, given: GivenQuantity, field: string): Refusal | undefined {
  if (new Exact(given.value).gt(0)) return refuseQuantity(kind, given, field);
  return fault(materialMessages.notPositive, `${field}.value`);
}

export function refuseUnit(kind: Measured, unit: string | null | undefined, field: string): Refusal | undefined {
  if (unitOf(kind, unit)) return undefined;
  const units = unitsOf(kind).map((one) => one.unit);
  return fault(materialMessages.unknownUnit, field, { unit: unit ?? '', units: units.join(', ') });
}

/** A quantity in base units, exactly. The caller has asked `refuseQuantity`. */
export function inBaseUnits(kind: Measured, given: GivenQuantity): Exact {
  return new Exact(given.value).times(factorOf(kind, given.unit));
}

/** Base units in one of a unit. */
export function factorOf(kind: Measured, unit: string | null | undefined): Exact {
  const found = unitOf(kind, unit);
  if (!found) throw new Error(`no unit ${unit ?? ''} of the kind`);
  return new Exact(found.factor);
}

/** A quantity in base units as people read it: `12.5 kg`. */
export function inWords(quantity: Exact | string, baseUnit: BaseUnit): string {
  return `${plain(quantity)} ${baseUnit}`;
}

const fault = (message: Refusal['message'], field: string, params?: Refusal['params']): Refusal => ({
  code: 'VALIDATION_FAILED',
  message,
  field,
  ...(params && { params }),
});
