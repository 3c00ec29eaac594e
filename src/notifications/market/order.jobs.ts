import { Injectable } from '@nestjs/common';
import { orderAtRisk, orderProposed } from '../../orders/index.js';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/queue/handlers.js';
import type { DomainEvent } from '../../platform/queue/job.js';
import { Notifications } from '../inbox/notification.service.js';
import { ofOrder } from './order.loader.js';

type RiskOf = DomainEvent<{
  readonly orderId: string;
  readonly enterpriseId: string;
  readonly regionId: string;
  readonly daysLeft: number;
}>;

type ProposalOf = DomainEvent<{ readonly orderId: string; readonly enterpriseId: string }>;

/** Orders that may come late, told while there is still time. */
@Injectable()
export class OrderNotificationJobs {
  constructor(private readonly notifications: Notifications) {}

  @OnEvent(orderProposed, 'notifications.order-proposed')
  async proposed({ id, payload }: ProposalOf, tx: Tx): Promise<void> {
    const { orderId, enterpriseId } = payload;
    const params = await ofOrder(tx, orderId);
    await this.notifications.tell(tx, id, [
      { kind: 'orderProposed', to: { enterpriseId }, link: `/orders/${orderId}`, params },
    ]);
  }

  /** The owner can still secure it; the bureau can help to find what is missing. */
  @OnEvent(orderAtRisk, 'notifications.order-at-risk')
  async atRisk({ id, payload }: RiskOf, tx: Tx): Promise<void> {
    const { orderId, enterpriseId, regionId } = payload;
    // An order that was late when it was first looked at has no days left.
    const params = { ...(await ofOrder(tx, orderId)), daysLeft: Math.max(0, payload.daysLeft) };
    await this.notifications.tell(tx, id, [
      { kind: 'orderAtRisk', to: { enterpriseId }, link: `/orders/${orderId}`, params },
      { kind: 'orderAtRiskInRegion', to: { bureauOf: regionId }, link: `/orders/${orderId}`, params },
    ]);
  }
}
