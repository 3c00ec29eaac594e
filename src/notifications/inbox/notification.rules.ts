/** Whom to tell: the members of an enterprise, or a worker. Whoever has no account is not told; null is nobody. */
export type Audience = { readonly enterpriseId: string | null } | { readonly workerId: string };

export interface Deal {
  readonly workerId: string;
  readonly hostId: string;
  /** Null for a direct hire. */
  readonly lenderId: string | null;
}

export interface LapsedDeal extends Deal {
  readonly state: 'declined' | 'withdrawn' | 'expired';
}

export function partiesOf({ workerId, hostId, lenderId }: Deal): Audience[] {
  return [{ workerId }, { enterpriseId: hostId }, { enterpriseId: lenderId }];
}

/** Whoever ended an offer knows it. A loan may be declined by the worker or the lender, so then both are told. */
export function toldOfLapse({ state, ...deal }: LapsedDeal): Audience[] {
  if (state === 'withdrawn') return [{ workerId: deal.workerId }, { enterpriseId: deal.lenderId }];
  if (state === 'declined' && deal.lenderId === null) return [{ enterpriseId: deal.hostId }];
  return partiesOf(deal);
}
