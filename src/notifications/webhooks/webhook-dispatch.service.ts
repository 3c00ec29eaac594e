import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { Tiding } from '../inbox/notification.rules.js';
import { deliverWebhook } from './webhook.events.js';
import type { DeliveryState } from './webhook-delivery.states.js';
import { endpointsOf, eventOf, insertDelivery } from './webhook.loader.js';
import { bodyOf, idsToTell, maxAttempts, topicsByEnterprise, type WebhookTopic } from './webhook.rules.js';

export interface NewDelivery {
  readonly endpointId: string;
  readonly eventId: string;
  readonly event: string;
  readonly topic: WebhookTopic | null;
  readonly body: string;
  readonly allowedAttempts: number;
  readonly state: DeliveryState;
}

/** Turns what enterprises are told into messages for their endpoints. */
@Injectable()
export class WebhookDispatch {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * One message of an event for each endpoint that wants a topic it was told under, in the caller's transaction; a repeat
   * adds none. A tiding that no event of the outbox stands behind is for people only.
   */
  async tell(tx: Tx, eventId: string, tidings: readonly Tiding[]): Promise<void> {
    const topics = topicsByEnterprise(tidings);
    const endpoints = topics.size === 0 ? [] : await endpointsOf(tx, [...topics.keys()]);
    const event = endpoints.length === 0 ? undefined : await eventOf(tx, eventId);
    if (!event) return;
    for (const { id, enterpriseId, wanted, isPaused } of endpoints) {
      const topic = topics.get(enterpriseId)?.find((one) => wanted.includes(one));
      if (!topic) continue;
      const { name, occurredAt, payload } = event;
      const body = bodyOf({ event: name, topic, occurredAt, enterpriseId, ids: idsToTell(payload) });
      const state = isPaused ? 'held' : 'pending';
      await this.add(tx, { endpointId: id, eventId, event: name, topic, body, allowedAttempts: maxAttempts, state });
    }
  }

  /** Adds a message, and has it sent unless it is held. Its id, or undefined where the endpoint has it already. */
  async add(tx: Tx, delivery: NewDelivery): Promise<string | undefined> {
    const id = newId();
    const isNew = await insertDelivery(tx, { ...delivery, id, createdAt: this.clock.now() });
    if (!isNew) return undefined;
    if (delivery.state === 'pending') await this.send(tx, id, 1);
    return id;
  }

  /** Has one attempt made once the transaction commits. */
  async send(tx: Tx, deliveryId: string, attempt: number): Promise<void> {
    await this.outbox.requestJob(tx, deliverWebhook, { deliveryId, attempt });
  }
}
