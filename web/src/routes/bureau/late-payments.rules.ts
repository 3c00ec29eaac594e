import type { LatePaymentsQuery } from './late-payments.graphql.ts';

type Settlement = LatePaymentsQuery['lateSettlements']['edges'][number]['node'];
type Late = Settlement['late'][number];

export interface LateRow extends Late {
  readonly id: string;
  readonly agreementNumber: string;
  /** Who owes it, and to or for whom. */
  readonly owes: Settlement['host'];
  readonly partner: Settlement['host'];
}

/** One row for each thing that is late, the longest late first. */
export function lateRows(settlements: readonly Settlement[]): readonly LateRow[] {
  return settlements
    .flatMap(({ id, agreementNumber, host, lender, late }) =>
      late.map((one) => {
        const isHosts = one.kind === 'HOST_PAYMENT';
        const [owes, partner] = isHosts ? [host, lender] : [lender, host];
        return { ...one, id: `${id} ${one.kind}`, agreementNumber, owes, partner };
      }),
    )
    .sort((one, other) => other.days - one.days);
}
