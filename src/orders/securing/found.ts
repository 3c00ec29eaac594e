import type { FoundMaterial, FoundMinutes, FoundPeople } from '../../matching/index.js';
import { Exact, plain } from '../../platform/decimal/decimal.js';
import type { RequirementRow } from '../production-orders/order-search.service.js';
import { workingDays } from '../recipes/recipe.rules.js';
import type { OrderPlan, PlanItem } from './order-plan.js';

/** What was found for an order, as it is reserved. */
export interface Found {
  readonly requirements: readonly RequirementRow[];
  readonly people: FoundPeople;
  readonly labour: readonly RequirementRow[];
  readonly materials: readonly FoundMaterial[];
  readonly minutes: readonly FoundMinutes[];
}

/** How a wage of each unit adds up over working days. */
const wageDays = { hour: 8, day: 1, month: 1 / 26 } as const;

/** What was found, as everybody reads it. */
export function planOf(found: Found): Omit<OrderPlan, 'missing'> & { readonly got: ReadonlyMap<string, Exact> } {
  const items = [...peopleItems(found), ...materialItems(found), ...minuteItems(found)];
  const got = new Map<string, Exact>();
  for (const { requirementId, quantity } of items)
    got.set(requirementId, new Exact(quantity).plus(got.get(requirementId) ?? 0));
  return { items, got, costFen: items.reduce((sum, { costFen }) => sum + costFen, 0) };
}

/** Workers of one lender are one item. */
function peopleItems({ people, labour }: Found): PlanItem[] {
  return labour.flatMap((one, index) => {
    const heads = new Map<string | null, number>();
    for (const { lenderId } of people.workers[index] ?? []) heads.set(lenderId, (heads.get(lenderId) ?? 0) + 1);
    const days = workingDays(one.startsOn, one.endsOn) * wageDays[one.wageUnit ?? 'hour'];
    return [...heads].map(([enterpriseId, count]) => ({
      ...basics(one),
      quantity: String(count),
      costFen: Math.round(count * days * (one.ceilingFen ?? 0)),
      enterpriseId,
    }));
  });
}

function materialItems({ materials, requirements }: Found): PlanItem[] {
  return materials.flatMap(({ requestId, quantity, goodsFen, transportFen, enterpriseId, loanDays }) => {
    const one = requirements.find(({ id }) => id === requestId);
    return one ? [{ ...basics(one), quantity, costFen: goodsFen + transportFen, enterpriseId, loanDays }] : [];
  });
}

function minuteItems({ minutes, requirements }: Found): PlanItem[] {
  const steps = requirements.filter(({ leg }) => leg === 'capacity');
  return minutes.flatMap(({ step, day, minutes: of, costFen, enterpriseId }) => {
    const one = steps[step - 1];
    return one ? [{ ...basics(one), quantity: plain(of), startsOn: day, endsOn: day, costFen, enterpriseId }] : [];
  });
}

const basics = ({ id: requirementId, leg, thingId, startsOn, endsOn }: RequirementRow) => ({
  ...{ requirementId, leg, thingId, startsOn, endsOn, loanDays: null },
});

/** What a search leaves missing. */
export function lackOf(found: Found): [RequirementRow, Exact][] {
  const { got } = planOf(found);
  return found.requirements.flatMap((one) => {
    const lack = new Exact(one.missing).minus(got.get(one.id) ?? 0);
    return lack.gt(0) ? [[one, lack]] : [];
  });
}
