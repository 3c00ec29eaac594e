import type { RegionPlansQuery } from './region.graphql.ts';

export type RegionPlan = RegionPlansQuery['regionPlans']['edges'][number]['node'];
export type Outcome = NonNullable<RegionPlan['outcome']>;

/** Whether a job is still at work on it. */
export const isUnderWay = ({ state }: Pick<RegionPlan, 'state'>): boolean => state === 'QUEUED' || state === 'RUNNING';

/** The share of open orders that lack nothing once so many more are secured; null where none are open. */
export function rateWith(
  { openOrders, securedOrders }: Pick<Outcome, 'openOrders' | 'securedOrders'>,
  more: number,
): number | null {
  const all = openOrders + securedOrders;
  return all === 0 ? null : (securedOrders + more) / all;
}
