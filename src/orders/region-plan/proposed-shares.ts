import type { ForeseenShare } from './foreseen.js';
import { amountOf } from './region-market.js';
import type { LackRow, ShareRow } from './region-plan.loader.js';
import type { Draw, Market, RegionPlan } from './region-plan.js';

/** What a plan foresees, by order, with each worker by name and nobody in two places at once. */
export function sharesByOrder(
  market: Market,
  { draws }: RegionPlan,
  lacks: readonly LackRow[],
  shares: readonly ShareRow[],
): ReadonlyMap<string, readonly ForeseenShare[]> {
  const lacksOf = new Map<string, LackRow[]>();
  for (const lack of lacks) {
    const of = lacksOf.get(lack.orderId);
    if (of) of.push(lack);
    else lacksOf.set(lack.orderId, [lack]);
  }
  const byOrder = new Map<string, ForeseenShare[]>();
  const busyUntil = new Map<string, number>();
  const spanOf = ({ order, requirement }: Draw) => market.orders[order]?.requirements[requirement];
  // In the order of first days: whoever is free on that day is free from then on.
  for (const draw of draws.toSorted((a, b) => (spanOf(a)?.from ?? 0) - (spanOf(b)?.from ?? 0))) {
    const orderId = market.orders[draw.order]?.id ?? '';
    const lack = lacksOf.get(orderId)?.[draw.requirement];
    const share = shares[draw.supply];
    if (!lack || !share) continue;
    const of = byOrder.get(orderId) ?? [];
    byOrder.set(orderId, of);
    of.push({
      ...{ requirementId: lack.requirementId, leg: lack.leg, thingId: lack.thingId },
      ...{ quantity: amountOf(lack.leg, draw.quantity), enterpriseId: share.enterpriseId },
      supplyIds: lack.leg === 'labour' ? freeWorkers(share, lack, draw.quantity, busyUntil) : [share.id],
    });
  }
  return byOrder;
}

function freeWorkers(
  { workerIds }: ShareRow,
  { firstDay, lastDay }: LackRow,
  heads: number,
  busyUntil: Map<string, number>,
): string[] {
  const free = (workerIds ?? []).filter((id) => (busyUntil.get(id) ?? -Infinity) < firstDay).slice(0, heads);
  for (const id of free) busyUntil.set(id, lastDay);
  return free;
}
