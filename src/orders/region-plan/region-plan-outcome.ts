import { amountOf } from './region-market.js';
import type { Leg, RegionPlan } from './region-plan.js';
import type { PlanSide, RegionPlanOutcome } from './region-plan-run.entity.js';
import type { PlannedRegion } from './region-planning.service.js';

/** A plan as it is kept and told. */
export function outcomeOf({
  market,
  securedOrders,
  oneByOne,
  joint,
  scarce,
  solveMs,
}: PlannedRegion): RegionPlanOutcome {
  const perUnit = (leg: Leg): number => (leg === 'material' ? 1000 : 1);
  return {
    ...{ openOrders: market.orders.length, securedOrders, solveMs, gap: joint.gap, bound: Math.round(joint.bound) },
    ...{ oneByOne: sideOf(oneByOne), joint: sideOf(joint) },
    scarce: scarce.map(({ leg, thing, worthPerUnit, more, moreOrders, moreValue }) => ({
      ...{ leg, thingId: thing, worthPerUnit: worthPerUnit * perUnit(leg), more: amountOf(leg, more) },
      ...{ moreOrders, moreValue: Math.round(moreValue) },
    })),
    securedIds: joint.secured.map((o) => market.orders[o]?.id ?? ''),
  };
}

const sideOf = ({ secured, value }: RegionPlan): PlanSide => ({ orders: secured.length, value: Math.round(value) });
