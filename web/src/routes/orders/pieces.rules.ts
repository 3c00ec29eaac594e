import type { Order, Plan } from './orders.rules';

type Allocation = Order['requirements'][number]['allocations'][number];
type Item = Plan['items'][number];

interface Days {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** What one enterprise gives for a requirement, on one or more stretches of days. */
export interface Share extends Days {
  readonly enterprise: Item['enterprise'];
  readonly quantity: number;
  readonly costFen: number;
  readonly loanDays: number | null;
  readonly stretches: readonly Days[];
}

/** The items of a plan for one requirement, those of one enterprise taken together: machine time comes day by day. */
export function sharesOf(items: readonly Item[], requirementId: string): Share[] {
  const byOwner = new Map<string, Share>();
  for (const { enterprise, quantity, costFen, loanDays, startsOn, endsOn, ...item } of items) {
    if (item.requirementId !== requirementId) continue;
    const key = `${enterprise?.id ?? ''} ${loanDays ?? ''}`;
    const known = byOwner.get(key);
    byOwner.set(key, {
      ...{ enterprise, loanDays },
      quantity: Number(((known?.quantity ?? 0) + Number(quantity)).toFixed(6)),
      costFen: (known?.costFen ?? 0) + costFen,
      startsOn: known && known.startsOn < startsOn ? known.startsOn : startsOn,
      endsOn: known && known.endsOn > endsOn ? known.endsOn : endsOn,
      stretches: [...(known?.stretches ?? []), { startsOn, endsOn }],
    });
  }
  return [...byOwner.values()];
}

/** Where its enterprise goes on with what is reserved. */
export function linkOf({ transferId, bookingId, needId }: Allocation): string | undefined {
  if (transferId !== null) return '/materials/transfers?side=RECEIVER';
  if (bookingId !== null) return '/capacity/bookings';
  return needId === null ? undefined : `/host/needs/${needId}`;
}
