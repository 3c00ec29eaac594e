import type { ListingHeadsQuery, RecordEmploymentInput } from './lender.graphql.ts';

type Employment = ListingHeadsQuery['surplusHeads']['edges'][number]['node']['employment'];

/** A labour contract as a form holds it. */
export interface ContractDraft {
  readonly contractNumber: string;
  /** Empty: the contract is not stated now. */
  readonly startsOn: string;
  /** Of no meaning while it is open-ended. */
  readonly endsOn: string;
  readonly isOpenEnded: boolean;
  readonly isDispatched: boolean;
}

export const blankContract: ContractDraft = {
  ...{ contractNumber: '', startsOn: '', endsOn: '', isOpenEnded: false, isDispatched: false },
};

export function contractDraft(employment: Employment): ContractDraft {
  if (!employment) return blankContract;
  const { contractNumber, startsOn, endsOn, isDispatched } = employment;
  return { contractNumber, startsOn, endsOn: endsOn ?? '', isOpenEnded: endsOn === null, isDispatched };
}

/** What is stated of a worker's contract; without a last day it is open-ended. */
export function contractInput(
  { contractNumber, startsOn, endsOn, isOpenEnded, isDispatched }: ContractDraft,
  workerId: string,
  idempotencyKey: string,
): RecordEmploymentInput {
  const lastDay = isOpenEnded || endsOn === '' ? null : endsOn;
  return { idempotencyKey, workerId, contractNumber: contractNumber.trim(), startsOn, endsOn: lastDay, isDispatched };
}
