import { Exact } from '../../platform/decimal/decimal.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { orderMessages } from '../orders.messages.js';
import type { Requirement } from '../requirement.js';
import type { ProductionOrder } from './production-order.entity.js';
import { productionOrderTransitions } from './production-order.states.js';

const maxHeads = 1000;
const maxMinutes = 10_000_000;
const maxBase = 100_000_000;
const mostOf = { labour: maxHeads, material: maxBase, capacity: maxMinutes } as const;
const maxDays = 366;

export type OrderAction = 'secure' | 'deliver' | 'cancel';

interface Asked {
  readonly earliestStart: string;
  readonly dueDate: string;
  readonly quantity: string;
}

export function refuseOrder({ earliestStart, dueDate, quantity }: Asked, today: string): (Refusal | undefined)[] {
  const code = 'VALIDATION_FAILED' as const;
  const days = (Date.parse(dueDate) - Date.parse(earliestStart)) / 86_400_000 + 1;
  return [
    dueDate < today ? { code, message: orderMessages.past, params: { today }, field: 'input.dueDate' } : undefined,
    dueDate < earliestStart ? { code, message: orderMessages.backward, field: 'input.dueDate' } : undefined,
    days > maxDays
      ? { code, message: orderMessages.longPeriod, params: { days: maxDays }, field: 'input.dueDate' }
      : undefined,
    new Exact(quantity).isZero() ? { code, message: orderMessages.notPositive, field: 'input.quantity' } : undefined,
  ];
}

/** A requirement is of something, not of too much, and within the order's period. */
export function refuseRequirement(
  { leg, quantity, startsOn, endsOn }: Requirement,
  { earliestStart: from, dueDate: until }: Asked,
  field: string,
): Refusal | undefined {
  const fault = (message: Refusal['message'], name: string, params = {}): Refusal => ({
    ...{ code: 'VALIDATION_FAILED', message, params, field: `${field}.${name}` },
  });
  const amount = new Exact(quantity);
  if (amount.isZero()) return fault(orderMessages.notPositive, 'quantity');
  if (amount.gt(mostOf[leg])) return fault(orderMessages.tooMany, 'quantity', { max: mostOf[leg] });
  if (leg !== 'material' && !amount.isInteger()) return fault(orderMessages.whole, 'quantity');
  if (endsOn < startsOn) return fault(orderMessages.backward, 'endsOn');
  if (startsOn < from || endsOn > until) return fault(orderMessages.outsideOrder, 'startsOn', { from, until });
  return undefined;
}

/** What its enterprise can do with an order. */
export function orderActions(order: Pick<ProductionOrder, 'state'>, isSecured: boolean): OrderAction[] {
  if (order.state !== 'open') return [];
  return isSecured ? ['deliver', 'cancel'] : ['secure', 'deliver', 'cancel'];
}

export function refuseEnd(
  { state }: Pick<ProductionOrder, 'state'>,
  to: 'delivered' | 'cancelled',
): Refusal | undefined {
  return refuseTransition(productionOrderTransitions, state, to);
}

export function refuseDelivery(deliveredOn: string, quantity: string, today: string): (Refusal | undefined)[] {
  const code = 'VALIDATION_FAILED' as const;
  return [
    deliveredOn > today
      ? { code, message: orderMessages.notOver, params: { today }, field: 'input.deliveredOn' }
      : undefined,
    new Exact(quantity).isZero() ? { code, message: orderMessages.notPositive, field: 'input.quantity' } : undefined,
  ];
}
