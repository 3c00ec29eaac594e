import type { Refusal } from '../../platform/errors/index.js';
import { personalDataMessages } from './personal-data.messages.js';

/** What still needs the person behind an account. */
export interface OpenMatters {
  readonly hasPlacement: boolean;
  readonly hasOffer: boolean;
  readonly hasOpenPay: boolean;
  readonly hasOpenInjury: boolean;
}

/** Nobody is taken out of a deal, away from their pay, or out of the care for an injury by a press of a button. */
export function refuseErasure({ hasPlacement, hasOffer, hasOpenPay, hasOpenInjury }: OpenMatters): Refusal | undefined {
  if (hasPlacement) return { code: 'CONFLICT', message: personalDataMessages.placed };
  if (hasOffer) return { code: 'CONFLICT', message: personalDataMessages.offered };
  if (hasOpenPay) return { code: 'CONFLICT', message: personalDataMessages.unpaid };
  return hasOpenInjury ? { code: 'CONFLICT', message: personalDataMessages.injured } : undefined;
}

/** For how long the law wants wage records to be kept (R32); those of services are kept no longer than they. */
export const keptYears = 3;
