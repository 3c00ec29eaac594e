import { addDays } from '../../platform/clock/local-date.js';
import type { Refusal } from '../../platform/errors/index.js';
import type { MaterialKind } from '../catalogue/material-kind.entity.js';
import {
  factorOf,
  type GivenQuantity,
  inBaseUnits,
  inWords,
  refuseNoQuantity,
  refuseQuantity,
  refuseUnit,
} from '../catalogue/unit.rules.js';
import { materialMessages } from '../materials.messages.js';
import type { Grade, Terms } from './grade.rules.js';
import type { MaterialLot } from './material-lot.entity.js';
import { refuseHugeAmount } from './price.rules.js';

/** What an owner says of a lot. */
export interface LotFacts {
  readonly kindId: string;
  readonly quantity: GivenQuantity;
  readonly grade: Grade;
  readonly terms: Terms;
  readonly fenPerUnit?: number | null;
  readonly priceUnit?: string | null;
  readonly loanDays?: number | null;
  readonly availableUntil: string;
  readonly minimumTake?: GivenQuantity | null;
}

/** Nobody plans further. */
const maxDays = 730;

/** All that is wrong with a lot, each at its field under `path`; `kind` is undefined where the catalogue has none. */
export function lotRefusals(
  lot: LotFacts,
  kind: MaterialKind | undefined,
  today: string,
  path: string,
): (Refusal | undefined)[] {
  return [
    refuseKind(lot.kindId, kind, `${path}.kindId`),
    refuseDate(lot.availableUntil, today, `${path}.availableUntil`),
    refuseTerms(lot, path),
    ...(kind ? measureRefusals(lot, kind, path) : []),
  ];
}

function measureRefusals(lot: LotFacts, kind: MaterialKind, path: string): (Refusal | undefined)[] {
  const quantity = refuseNoQuantity(kind, lot.quantity, `${path}.quantity`);
  const minimum = lot.minimumTake && refuseQuantity(kind, lot.minimumTake, `${path}.minimumTake`);
  const unit = lot.priceUnit ? refuseUnit(kind, lot.priceUnit, `${path}.priceUnit`) : undefined;
  return [
    quantity,
    minimum ?? (quantity ? undefined : refuseMinimumAboveQuantity(lot, kind, path)),
    unit ?? (quantity ? undefined : refuseHugeLot(lot, kind, path)),
  ];
}

/** A kind must be in the catalogue and current. */
export function refuseKind(kindId: string, kind: MaterialKind | undefined, field: string): Refusal | undefined {
  const message = !kind ? materialMessages.unknownKind : kind.retiredAt ? materialMessages.kindRetired : undefined;
  return message && { code: 'VALIDATION_FAILED', message, params: { kind: kindId }, field };
}

/** A day that something ends is today or later, and not for ever. */
export function refuseDate(date: string, today: string, field: string): Refusal | undefined {
  if (date < today) return { code: 'VALIDATION_FAILED', message: materialMessages.datePast, params: { today }, field };
  const last = addDays(today, maxDays);
  if (date <= last) return undefined;
  return { code: 'VALIDATION_FAILED', message: materialMessages.dateFar, params: { last }, field };
}

function refuseTerms({ terms, fenPerUnit, priceUnit, loanDays }: LotFacts, path: string): Refusal | undefined {
  const isSale = terms === 'sale';
  const fault = (message: Refusal['message'], field: string): Refusal => ({
    code: 'VALIDATION_FAILED',
    message,
    field: `${path}.${field}`,
  });
  if (isSale && !fenPerUnit) return fault(materialMessages.priceNeeded, 'fenPerUnit');
  if (!isSale && fenPerUnit) return fault(materialMessages.priceOfLoan, 'fenPerUnit');
  if (!isSale && priceUnit) return fault(materialMessages.priceOfLoan, 'priceUnit');
  if (isSale && loanDays) return fault(materialMessages.loanDaysOfSale, 'loanDays');
  if (!isSale && !loanDays) return fault(materialMessages.loanDaysNeeded, 'loanDays');
  return undefined;
}

function refuseMinimumAboveQuantity(lot: LotFacts, kind: MaterialKind, path: string): Refusal | undefined {
  const quantity = inBaseUnits(kind, lot.quantity);
  if (!lot.minimumTake || inBaseUnits(kind, lot.minimumTake).lte(quantity)) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: materialMessages.minimumAboveQuantity,
    params: { quantity: inWords(quantity, kind.baseUnit) },
    field: `${path}.minimumTake`,
  };
}

function refuseHugeLot(lot: LotFacts, kind: MaterialKind, path: string): Refusal | undefined {
  if (!lot.fenPerUnit) return undefined;
  const price = { fen: lot.fenPerUnit, factor: factorOf(kind, priceUnitOf(lot)) };
  return refuseHugeAmount(inBaseUnits(kind, lot.quantity), price, `${path}.fenPerUnit`);
}

/** A price is for the unit it names, else for the unit that the quantity is given in. */
export function priceUnitOf({ priceUnit, quantity }: Pick<LotFacts, 'priceUnit' | 'quantity'>): string | undefined {
  return priceUnit ?? quantity.unit ?? undefined;
}

/** Whether the day on which a lot is last available has passed. */
export function isPast({ availableUntil }: Pick<MaterialLot, 'availableUntil'>, today: string): boolean {
  return availableUntil < today;
}
