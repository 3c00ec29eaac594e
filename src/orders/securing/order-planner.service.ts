import { Injectable } from '@nestjs/common';
import { type Demand, type OpenRequest, type OpenStep, type Reserved, Securing } from '../../matching/index.js';
import { DAY_MS } from '../../platform/clock/clock.js';
import { Clock } from '../../platform/clock/clock.js';
import { Exact } from '../../platform/decimal/decimal.js';
import type { RequirementRow } from '../production-orders/order-search.service.js';
import type { ProductionOrder } from '../production-orders/production-order.entity.js';
import { OrderProposals } from '../region-plan/order-proposal.service.js';
import { type Found, lackOf } from './found.js';

const dayOf = (date: string): number => Math.floor(Date.parse(date) / DAY_MS);
const roadDays = 1;

/** Finds the best of what others share for what an order lacks; nothing is reserved. */
@Injectable()
export class OrderPlanner {
  constructor(
    private readonly clock: Clock,
    private readonly securing: Securing,
    private readonly proposals: OrderProposals,
  ) {}

  /** What a plan of the region foresees for the order, where that is all still to be had; else the best of everything. */
  async best(order: ProductionOrder, requirements: readonly RequirementRow[]): Promise<Found> {
    const foreseen = await this.proposals.foreseen(order.id);
    const found = foreseen && (await this.find(order, requirements, foreseen));
    return found && lackOf(found).length === 0 ? found : this.find(order, requirements);
  }

  /** The best of everything, or of `only` these. */
  async find(order: ProductionOrder, requirements: readonly RequirementRow[], only?: Reserved): Promise<Found> {
    const today = this.clock.today();
    const lacking = requirements
      .filter(({ missing }) => !new Exact(missing).isZero())
      .map((one) => (one.startsOn < today ? { ...one, startsOn: today } : one));
    const of = (leg: RequirementRow['leg']): RequirementRow[] => lacking.filter((one) => one.leg === leg);
    const labour = of('labour');
    const [people, materials, minutes] = await Promise.all([
      this.securing.people(
        order.regionId,
        labour.map((one) => demandOf(order, one)),
        only,
      ),
      this.securing.materials(
        of('material').map((one) => requestOf(order, one)),
        only,
      ),
      this.securing.minutes(
        of('capacity').map((one, index) => this.stepOf(order, one, index + 1)),
        only,
      ),
    ]);
    return { requirements: lacking, people, labour, materials, minutes };
  }

  private stepOf(order: ProductionOrder, one: RequirementRow, step: number): OpenStep {
    const { id: requestId, enterpriseId, latitude, longitude } = order;
    return {
      ...{ requestId, step, enterpriseId, latitude, longitude, processId: one.thingId, attributes: [] },
      ...{ needsOperators: 'either', unmet: Number(one.missing), transportDays: roadDays },
      from: Math.max(dayOf(one.startsOn), dayOf(this.clock.today()) + 1),
      ...{ until: dayOf(one.endsOn), maxDistanceM: null, maxFenPerHour: one.ceilingFen, currency: 'CNY' },
      ...{ splitAllowed: true, allOrNothing: false },
    };
  }
}

function demandOf(order: ProductionOrder, one: RequirementRow): Demand {
  const { id: needId, enterpriseId: hostId, latitude, longitude } = order;
  return {
    ...{ needId, hostId, latitude, longitude, occupationId: one.thingId, minLevel: one.minLevel ?? 1 },
    ...{ acceptsSubstitutes: true, certificateCodes: [], priority: 1, minOverlapPercent: 100 },
    ...{ firstDay: dayOf(one.startsOn), lastDay: dayOf(one.endsOn), wageFen: one.ceilingFen ?? 0 },
    ...{ wageUnit: one.wageUnit ?? 'hour', currency: 'CNY', lodging: false, seatsOpen: Number(one.missing) },
  };
}

function requestOf(order: ProductionOrder, one: RequirementRow): OpenRequest {
  const { enterpriseId, latitude, longitude } = order;
  return {
    ...{ requestId: one.id, enterpriseId, latitude, longitude, kindIds: [one.thingId] },
    ...{ minimumGrade: one.minimumGrade ?? 'C', acceptsSale: true, acceptsLoan: true, unmet: one.missing },
    ...{ ceilingFen: one.ceilingFen, isUrgent: false, splitAllowed: true },
  };
}
