import type { MaterialTransferSide, MaterialTransferState, TransferFragment } from './transfers.graphql.ts';

export type Transfer = TransferFragment;

export const sides: readonly MaterialTransferSide[] = ['OWNER', 'RECEIVER'];
export const transferStates: readonly MaterialTransferState[] = [
  ...(['RESERVED', 'DELIVERED', 'DISPUTED', 'ACCEPTED', 'RETURNED', 'RELEASED'] as const),
];

export const stateTones = {
  RESERVED: 'call',
  DELIVERED: 'call',
  DISPUTED: 'bad',
  ACCEPTED: 'good',
  RETURNED: 'good',
  RELEASED: 'plain',
} as const satisfies Record<MaterialTransferState, 'plain' | 'good' | 'call' | 'bad'>;

const way = ['reserved', 'delivered', 'accepted'] as const;
type Step = (typeof way)[number] | 'returned';

/** The steps of a transfer; a loan has one more. */
export function stepsOf({ lot }: Pick<Transfer, 'lot'>): readonly Step[] {
  return lot.terms === 'LOAN' ? [...way, 'returned'] : way;
}

/** How many steps are behind. */
export function stepsDone({ state }: Pick<Transfer, 'state'>): number {
  return { RESERVED: 1, DELIVERED: 2, DISPUTED: 2, ACCEPTED: 3, RETURNED: 4, RELEASED: 0 }[state];
}

/** Days until a loan is due; below zero where it is overdue. Null for what is no loan, or is back. */
export function daysLeft({ dueOn, state }: Pick<Transfer, 'dueOn' | 'state'>, today: string): number | null {
  if (dueOn === null || state !== 'ACCEPTED') return null;
  return Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
}

/** What a receiver begins with when accepting: what the owner offers after a dispute, else what the owner stated. */
export function toAccept({ offeredQuantity, deliveredQuantity, quantity }: Transfer): string {
  return offeredQuantity ?? deliveredQuantity ?? quantity;
}
