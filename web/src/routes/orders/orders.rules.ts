import { inDays } from '../../api/local-day';
import type { NeedFragment, OneOrderQuery, OrderFactsFragment, OrderLeg, OrderPlanQuery } from './orders.graphql.ts';

export type Order = NonNullable<OneOrderQuery['productionOrder']>;
export type Plan = OrderPlanQuery['orderPlan'];

export const legs: readonly OrderLeg[] = ['LABOUR', 'MATERIAL', 'CAPACITY'];

/** An open order that lacks something and is due within so many days is at risk; the enterprise is told then, too. */
const riskDays = 14;

export type Standing = 'secured' | 'open' | 'atRisk' | 'kept' | 'late' | 'cancelled';

export const tones = {
  ...{ secured: 'good', open: 'call', atRisk: 'bad', kept: 'good', late: 'bad', cancelled: 'plain' },
} as const satisfies Record<Standing, 'plain' | 'good' | 'call' | 'bad'>;

/** How an order stands, in one word. */
export function standingOf(
  { state, isSecured, isKept, dueDate }: Pick<OrderFactsFragment, 'state' | 'isSecured' | 'isKept' | 'dueDate'>,
  lastDayAtRisk = inDays(riskDays),
): Standing {
  if (state === 'CANCELLED') return 'cancelled';
  if (state === 'DELIVERED') return isKept ? 'kept' : 'late';
  if (isSecured) return 'secured';
  return dueDate <= lastDayAtRisk ? 'atRisk' : 'open';
}

type Amounts = Pick<NeedFragment, 'quantity' | 'ownQuantity' | 'reserved' | 'confirmed' | 'missing'>;

/** What a requirement is met with; of more than it takes, only so much as it takes is counted. */
export function coverOf({ quantity, ownQuantity, confirmed, missing }: Amounts): {
  readonly own: number;
  readonly confirmed: number;
  readonly reserved: number;
  readonly missing: number;
} {
  const [all, lacking] = [Number(quantity), Number(missing)];
  const own = Math.min(Number(ownQuantity), all - lacking);
  const agreed = Math.min(Number(confirmed), all - lacking - own);
  // Differences of decimals are not exact in binary; six decimals are what is counted.
  const reserved = Number((all - lacking - own - agreed).toFixed(6));
  return { own, confirmed: agreed, reserved, missing: lacking };
}

/** For each leg that an order has: how far its requirements are met, 0 to 1, all of them alike. */
export function legShares(
  requirements: readonly Pick<NeedFragment, 'leg' | 'quantity' | 'missing'>[],
): readonly { readonly leg: OrderLeg; readonly share: number }[] {
  return legs.flatMap((leg) => {
    const of = requirements.filter((need) => need.leg === leg);
    if (of.length === 0) return [];
    const met = of.map(({ quantity, missing }) => 1 - Number(missing) / Number(quantity));
    return [{ leg, share: met.reduce((sum, share) => sum + share, 0) / of.length }];
  });
}

/** Whole days from today to `day`; negative once it is past. */
export function daysUntil(day: string, today = inDays(0)): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
