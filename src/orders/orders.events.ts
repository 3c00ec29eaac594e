import { defineEvent } from '../platform/queue/job.js';

interface OrderEvent {
  readonly orderId: string;
  readonly enterpriseId: string;
  readonly regionId: string;
}
export const orderPlaced = defineEvent<OrderEvent>('orders.order.placed');
/** All that it lacked is reserved. */
export const orderSecured = defineEvent<OrderEvent>('orders.order.secured');
export const orderEnded = defineEvent<OrderEvent & { readonly state: 'delivered' | 'cancelled' }>('orders.order.ended');
/** A plan of its region foresees all that it lacks. */
export const orderProposed = defineEvent<OrderEvent>('orders.order.proposed');
/** It is due soon and something is missing. */
export const orderAtRisk = defineEvent<OrderEvent & { readonly reference: string; readonly daysLeft: number }>(
  'orders.order.at-risk',
);
