import type { Exact } from '../../platform/decimal/decimal.js';
import type { Refusal } from '../../platform/errors/index.js';
import { type BaseUnit, inWords } from '../catalogue/unit.rules.js';
import { materialMessages } from '../materials.messages.js';
import type { MaterialTransfer } from '../transfers/material-transfer.entity.js';
import { refuseStep } from '../transfers/material-transfer.rules.js';

/** Days before the due date on which both are told. */
export const dueSoonDays = 3;
/** While a loan is overdue, both are told again after so many days. */
export const overdueEveryDays = 7;

/** Only what was lent and accepted comes back. */
export function refuseNoLoan({ state, dueOn }: Pick<MaterialTransfer, 'state' | 'dueOn'>): Refusal | undefined {
  const step = refuseStep({ state }, 'returned');
  if (step) return step;
  return dueOn === null ? { code: 'CONFLICT', message: materialMessages.notALoan } : undefined;
}

/** No more comes back than is due. */
export function refuseAboveDue(quantity: Exact, due: Exact, baseUnit: BaseUnit): Refusal | undefined {
  if (quantity.lte(due)) return undefined;
  return {
    ...{ code: 'CONFLICT', message: materialMessages.aboveDue, field: 'input.quantity' },
    params: { due: inWords(due, baseUnit) },
  };
}

/** An owner takes back what was said to come, or less. */
export function refuseAboveStated(quantity: Exact, stated: string, baseUnit: BaseUnit): Refusal | undefined {
  if (quantity.lte(stated)) return undefined;
  return {
    ...{ code: 'CONFLICT', message: materialMessages.aboveStated, field: 'input.quantity' },
    params: { stated: inWords(stated, baseUnit) },
  };
}

/** What will not come back is priced when nothing is on its way any more, and something is due. */
export function refuseShortfall(onLoan: Exact, returning: Exact): Refusal | undefined {
  if (returning.gt(0)) return { code: 'CONFLICT', message: materialMessages.returnWaits };
  return onLoan.gt(0) ? undefined : { code: 'CONFLICT', message: materialMessages.nothingDue };
}

/** What one of the two names for a shortfall. */
export interface ShortfallTerms {
  readonly by: string;
  readonly quantity: Exact;
  readonly fen: number;
}

/** Whether the other of the two has named the same before. */
export function isAgreed(
  {
    shortfallBy,
    shortfallQuantity,
    shortfallFen,
  }: Pick<MaterialTransfer, 'shortfallBy' | 'shortfallQuantity' | 'shortfallFen'>,
  { by, quantity, fen }: ShortfallTerms,
): boolean {
  return (
    shortfallBy !== null &&
    shortfallBy !== by &&
    shortfallFen === fen &&
    shortfallQuantity !== null &&
    quantity.eq(shortfallQuantity)
  );
}
