import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { PublicLimits } from '../../platform/limits/public-limits.service.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookDispatch } from './webhook-dispatch.service.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { WebhookEndpoints } from './webhook-endpoint.service.js';
import type { SendTestWebhookInput } from './webhook.input.js';
import { bodyOf, maxAttempts, refuseNoOwner, refuseReplay } from './webhook.rules.js';

// What an owner sends by hand, so that nobody makes of us a means to knock at somebody's door.
const handLimit = { name: 'webhook-hand', calls: 30, seconds: 60 };
const testEvent = 'webhook.test';

/** The log of what was sent, and what an owner has sent by hand. */
@Injectable()
export class WebhookDeliveries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly limits: PublicLimits,
    private readonly endpoints: WebhookEndpoints,
    private readonly dispatch: WebhookDispatch,
  ) {}

  /** Of one endpoint, newest first. The caller has checked that its viewer may see it. */
  async list(endpointId: string, page: PageArgs): Promise<Page<WebhookDelivery>> {
    const query = this.db.reader.createQueryBuilder(WebhookDelivery, 'delivery');
    return pageOf(query.where('delivery.endpointId = :endpointId', { endpointId }), page);
  }

  /** Sends one message without an event behind it, tried once, also while the endpoint is paused. */
  async test(viewer: EnterpriseViewer, input: SendTestWebhookInput): Promise<WebhookDelivery> {
    refuse(refuseNoOwner(viewer));
    await this.limits.count(handLimit, viewer.enterpriseId);
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'sendTestWebhook', input, async () => {
        const { id: endpointId, enterpriseId } = await this.endpoints.lock(tx, viewer, input.webhookEndpointId);
        const message = { event: testEvent, topic: null };
        const body = bodyOf({ ...message, occurredAt: this.clock.now(), enterpriseId, ids: {} });
        const made = { ...message, endpointId, eventId: newId(), body, allowedAttempts: 1, state: 'pending' as const };
        const deliveryId = await this.dispatch.add(tx, made);
        await this.record(tx, viewer, 'test', endpointId);
        return deliveryId;
      }),
    );
    return this.require(viewer, id ?? '', 'input.idempotencyKey');
  }

  /** Sends a message again, with the same webhook-id and body, with as many attempts as a new one. */
  async replay(viewer: EnterpriseViewer, deliveryId: string): Promise<WebhookDelivery> {
    refuse(refuseNoOwner(viewer));
    await this.limits.count(handLimit, viewer.enterpriseId);
    const { endpointId } = await this.require(viewer, deliveryId);
    return this.db.transaction(async (tx) => {
      const { pause } = await this.endpoints.lock(tx, viewer, endpointId);
      const lock = { mode: 'pessimistic_write' } as const;
      const delivery = orRefuse(
        await tx.findOne(WebhookDelivery, { where: { id: deliveryId, endpointId }, lock }),
        notFound('input.webhookDeliveryId'),
      );
      refuse(refuseReplay(delivery.state, pause));
      const change = { state: 'pending' as const, allowedAttempts: delivery.attempts + maxAttempts };
      await tx.update(WebhookDelivery, deliveryId, change);
      await this.dispatch.send(tx, deliveryId, delivery.attempts + 1);
      await this.record(tx, viewer, 'replay', endpointId, { deliveryId });
      return Object.assign(delivery, change);
    });
  }

  private async require(
    { enterpriseId }: EnterpriseViewer,
    id: string,
    field = 'input.webhookDeliveryId',
  ): Promise<WebhookDelivery> {
    const query = this.db.reader
      .createQueryBuilder(WebhookDelivery, 'delivery')
      .innerJoin(WebhookEndpoint, 'endpoint', 'endpoint.id = delivery.endpointId')
      .where('delivery.id = :id AND endpoint.enterpriseId = :enterpriseId', { id, enterpriseId });
    return orRefuse(await query.getOne(), notFound(field));
  }

  private async record(tx: Tx, viewer: EnterpriseViewer, action: string, subjectId: string, details = {}) {
    await this.audit.record(tx, viewer, {
      ...{ action: `webhook.${action}`, subjectType: 'webhook-endpoint', subjectId, details },
    });
  }
}
