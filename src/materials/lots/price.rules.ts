import { Exact, roundedQuotient } from '../../platform/decimal/decimal.js';
import type { Refusal } from '../../platform/errors/index.js';
import { materialMessages } from '../materials.messages.js';

/** A price as the exact fraction fen / factor per base unit: so many fen for a unit of `factor` base units. */
export interface Price {
  readonly fen: number;
  readonly factor: Exact | string;
}

/** No amount goes beyond it: ten billion yuan, well inside the whole numbers that JSON carries exactly. */
const maxFen = new Exact('1000000000000');

/** Quantity × price in whole fen: computed exactly and rounded once, half a fen up. */
export function amountFen(quantity: Exact | string, { fen, factor }: Price): number {
  return exactAmount(quantity, { fen, factor }).toNumber();
}

export function refuseHugeAmount(quantity: Exact | string, price: Price, field: string): Refusal | undefined {
  if (exactAmount(quantity, price).lte(maxFen)) return undefined;
  return { code: 'VALIDATION_FAILED', message: materialMessages.amountHuge, field };
}

function exactAmount(quantity: Exact | string, { fen, factor }: Price): Exact {
  return roundedQuotient(new Exact(quantity).times(fen), new Exact(factor));
}
