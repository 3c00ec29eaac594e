import { Exact } from '../../platform/decimal/decimal.js';

/** What accounts there are; migration 0026 says what each holds. */
export type AccountType =
  | 'outside'
  | 'on_hand'
  | 'reserved'
  | 'delivered'
  | 'received'
  | 'on_loan'
  | 'returning'
  | 'returned'
  | 'shortfall'
  | 'difference';

export type PostingReason =
  | 'publish'
  | 'withdraw'
  | 'expire'
  | 'reserve'
  | 'release'
  | 'deliver'
  | 'accept'
  | 'return'
  | 'take_back'
  | 'refuse_return'
  | 'settle_shortfall';

/** Goods from one account to another of the same lot or transfer, in base units. */
export interface Move {
  readonly from: AccountType;
  readonly to: AccountType;
  readonly quantity: Exact;
}

/** Where goods of a lot go that nobody holds: they are free while it is open, and out of the books after. */
export type FreeAccount = 'on_hand' | 'outside';

/** By account what moves change in sum; what comes out as nothing is left out, so no entry is zero. */
export function netOf(moves: readonly Move[]): ReadonlyMap<AccountType, Exact> {
  const net = new Map<AccountType, Exact>();
  const add = (account: AccountType, amount: Exact): unknown =>
    net.set(account, (net.get(account) ?? new Exact(0)).plus(amount));
  for (const { from, to, quantity } of moves) {
    add(from, quantity.negated());
    add(to, quantity);
  }
  return new Map([...net].filter(([, amount]) => !amount.isZero()));
}

/**
 * The owner has handed over `delivered` where `reserved` was held. Less: the rest is free again. More: the surplus comes from
 * what is free, and beyond that the lot held more than was declared.
 */
export function deliveryMoves(reserved: Exact, delivered: Exact, onHand: Exact, free: FreeAccount): Move[] {
  const held = Exact.min(reserved, delivered);
  const rest = reserved.minus(held);
  const surplus = delivered.minus(held);
  const fromFree = free === 'on_hand' ? Exact.min(surplus, onHand) : new Exact(0);
  return [
    { from: 'reserved', to: 'delivered', quantity: held },
    { from: 'reserved', to: free, quantity: rest },
    { from: 'on_hand', to: 'delivered', quantity: fromFree },
    { from: 'outside', to: 'delivered', quantity: surplus.minus(fromFree) },
  ];
}

/** What both agree has arrived, of what the owner stated; the scales’ difference is kept. */
export function acceptanceMoves(delivered: Exact, accepted: Exact, to: 'received' | 'on_loan'): Move[] {
  const arrived = Exact.min(delivered, accepted);
  return [
    { from: 'delivered', to, quantity: arrived },
    { from: 'delivered', to: 'difference', quantity: delivered.minus(arrived) },
    { from: 'difference', to, quantity: accepted.minus(arrived) },
  ];
}

/** The owner has taken back `accepted` of what the borrower said to bring: the rest is still due. */
export function takeBackMoves(stated: Exact, accepted: Exact): Move[] {
  return [
    { from: 'returning', to: 'returned', quantity: accepted },
    { from: 'returning', to: 'on_loan', quantity: stated.minus(accepted) },
  ];
}
