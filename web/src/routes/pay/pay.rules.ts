import type { OwnPayFragment } from './pay.graphql.ts';

type Paid = Pick<OwnPayFragment, 'payFen' | 'paidToWorkerFen'> & {
  readonly period: Pick<NonNullable<OwnPayFragment['period']>, 'paidBy'> | null;
};

export type PayState = 'paid' | 'late' | 'short' | 'waits';

/** Where one's pay of a month stands: all there, late, too little, or not due yet. */
export function payState({ payFen, paidToWorkerFen, period }: Paid, today: string): PayState {
  if (paidToWorkerFen >= payFen) return 'paid';
  if (period !== null && period.paidBy < today) return 'late';
  return paidToWorkerFen > 0 ? 'short' : 'waits';
}

export const payTones = { paid: 'good', late: 'bad', short: 'call', waits: 'plain' } as const satisfies Record<
  PayState,
  string
>;
