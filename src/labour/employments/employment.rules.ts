import type { Refusal } from '../../platform/errors/index.js';
import { breaks } from '../compliance/breaks.js';
import { refuseBackwardPeriod, type Period } from '../needs/need.rules.js';
import { employmentMessages } from './employment.messages.js';

export interface Contract {
  readonly startsOn: string;
  /** Null: open-ended. */
  readonly endsOn: string | null;
  readonly isDispatched: boolean;
}

/**
 * Whether the lender's contract with a worker carries a loan: it holds from the first day (R1) to the last (R2), and the
 * worker is the lender's own, not dispatched to it (R3).
 */
export function refuseUncoveredLoan(contract: Contract | undefined, loan: Period): Refusal | undefined {
  if (!contract || contract.startsOn > loan.startsOn) return breaks('R1', employmentMessages.noContract);
  if (contract.isDispatched) return breaks('R3', employmentMessages.dispatched);
  if (contract.endsOn === null || contract.endsOn >= loan.endsOn) return undefined;
  return breaks('R2', employmentMessages.contractEnds, { endsOn: contract.endsOn });
}

export function refuseBackwardContract({ startsOn, endsOn }: Pick<Contract, 'startsOn' | 'endsOn'>) {
  return endsOn === null ? undefined : refuseBackwardPeriod({ startsOn, endsOn });
}
