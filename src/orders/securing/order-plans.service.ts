import { Injectable } from '@nestjs/common';
import { DAY_MS } from '../../platform/clock/clock.js';
import { Exact, plain } from '../../platform/decimal/decimal.js';
import type { RequirementRow } from '../production-orders/order-search.service.js';
import type { ProductionOrder } from '../production-orders/production-order.entity.js';
import type { Missing, OrderPlan, Remedy } from './order-plan.js';
import { lackOf, planOf } from './found.js';
import { OrderPlanner } from './order-planner.service.js';

const laterDays = [1, 3, 7, 14] as const;
const morePercent = [5, 10, 20, 50] as const;
const grades = ['A', 'B', 'C', 'reclaimed'] as const;

/** The best combined plan of an order, and for what is missing the smallest change of each sort that would bring it. */
@Injectable()
export class OrderPlans {
  constructor(private readonly planner: OrderPlanner) {}

  /** The plan with remedies, each found by planning again with the change. */
  async plan(order: ProductionOrder, requirements: readonly RequirementRow[]): Promise<OrderPlan> {
    const found = await this.planner.best(order, requirements);
    const { items, costFen } = planOf(found);
    const missing: Missing[] = [];
    for (const [one, quantity] of lackOf(found)) {
      missing.push({ ...bare(one, quantity), remedies: await this.remedies(order, requirements, one) });
    }
    return { items, costFen, missing };
  }

  private async remedies(
    order: ProductionOrder,
    requirements: readonly RequirementRow[],
    lacking: RequirementRow,
  ): Promise<Remedy[]> {
    const remedies: Remedy[] = [];
    for (const changes of changesFor(lacking)) {
      for (const { remedy, changed } of changes) {
        const again = await this.planner.find(
          order,
          requirements.map((one) => (one.id === lacking.id ? changed : one)),
        );
        if (lackOf(again).some(([{ id }]) => id === lacking.id)) continue;
        remedies.push(remedy);
        break;
      }
    }
    return remedies;
  }
}

const bare = ({ id, leg, thingId }: RequirementRow, quantity: Exact): Omit<Missing, 'remedies'> => ({
  ...{ requirementId: id, leg, thingId, quantity: plain(quantity) },
});

interface Change {
  readonly remedy: Remedy;
  readonly changed: RequirementRow;
}

/** By sort: changes that might help, the smallest first. */
function changesFor(one: RequirementRow): Change[][] {
  const later = laterDays.map((by): Change => ({
    remedy: { kind: 'later', by },
    changed: { ...one, endsOn: new Date(Date.parse(one.endsOn) + by * DAY_MS).toISOString().slice(0, 10) },
  }));
  const ceiling = one.ceilingFen ?? 0;
  const dearer = morePercent.map((percent): Change => {
    const by = Math.max(1, Math.ceil((ceiling * percent) / 100));
    return { remedy: { kind: 'ceiling', by }, changed: { ...one, ceilingFen: ceiling + by } };
  });
  const level = one.minLevel ?? 1;
  const lower = Array.from({ length: level - 1 }, (_, n): Change => ({
    remedy: { kind: 'level', by: n + 1 },
    changed: { ...one, minLevel: level - n - 1 },
  }));
  const grade = grades.indexOf(one.minimumGrade ?? 'reclaimed');
  const worse = grades.slice(grade + 1).map((minimumGrade, n): Change => ({
    remedy: { kind: 'grade', by: n + 1 },
    changed: { ...one, minimumGrade },
  }));
  return [
    ...(one.leg === 'capacity' ? [later] : []),
    ...(one.ceilingFen === null ? [] : [dearer]),
    ...(one.leg === 'labour' ? [lower] : []),
    ...(one.leg === 'material' ? [worse] : []),
  ];
}
