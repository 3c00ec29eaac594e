import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { WebhookDeliveryAction, WebhookEndpointAction } from './webhook-action.rules.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';
import type { DeliveryState } from './webhook-delivery.states.js';
import type { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { WebhookTopicEnum } from './webhook.input.js';
import type { PauseReason, WebhookTopic } from './webhook.rules.js';

export const WebhookPauseEnum = {
  OWNER: 'owner',
  FAILURES: 'failures',
  GONE: 'gone',
} as const satisfies Record<string, PauseReason>;
registerEnumType(WebhookPauseEnum, {
  name: 'WebhookPause',
  description: 'Why an endpoint is paused.',
  valuesMap: {
    OWNER: { description: 'An owner paused it.' },
    FAILURES: { description: 'Twenty messages in a row could not be delivered.' },
    GONE: { description: 'It answered 410.' },
  },
});

export const WebhookDeliveryStateEnum = {
  PENDING: 'pending',
  DELIVERED: 'delivered',
  FAILED: 'failed',
  HELD: 'held',
} as const satisfies Record<string, DeliveryState>;
registerEnumType(WebhookDeliveryStateEnum, {
  name: 'WebhookDeliveryState',
  description: 'Where a message stands.',
  valuesMap: {
    PENDING: { description: 'Not delivered yet; it is tried, or will be tried again.' },
    DELIVERED: { description: 'Answered with 2xx.' },
    FAILED: { description: 'Tried as often as it may be, or answered with 410.' },
    HELD: { description: 'Not sent, because the endpoint was paused.' },
  },
});

export const WebhookEndpointActionEnum = {
  UPDATE: 'update',
  PAUSE: 'pause',
  RESUME: 'resume',
  TEST: 'test',
  ROTATE: 'rotate',
  DELETE: 'delete',
} as const satisfies Record<string, WebhookEndpointAction>;
registerEnumType(WebhookEndpointActionEnum, {
  name: 'WebhookEndpointAction',
  description: 'What can be done with an endpoint; each is a mutation.',
  valuesMap: {
    UPDATE: { description: '`updateWebhookEndpoint`.' },
    PAUSE: { description: '`updateWebhookEndpoint` with `isPaused: true`.' },
    RESUME: { description: '`updateWebhookEndpoint` with `isPaused: false`.' },
    TEST: { description: '`sendTestWebhook`.' },
    ROTATE: { description: '`rotateWebhookSecret`.' },
    DELETE: { description: '`deleteWebhookEndpoint`.' },
  },
});

export const WebhookDeliveryActionEnum = {
  REPLAY: 'replay',
} as const satisfies Record<string, WebhookDeliveryAction>;
registerEnumType(WebhookDeliveryActionEnum, {
  name: 'WebhookDeliveryAction',
  description: 'What can be done with a message; each is a mutation.',
  valuesMap: { REPLAY: { description: '`replayWebhookDelivery`.' } },
});

@ObjectType('WebhookEndpoint', {
  description: 'An address of your own systems that is told what your enterprise is told.',
})
export class WebhookEndpointView {
  @Field(() => ID, { description: 'Id of the endpoint.' }) id: string;
  @Field({ description: 'Where messages are posted to.' }) url: string;
  @Field(() => [WebhookTopicEnum], { description: 'What it is told of.' }) topics: WebhookTopic[];
  @Field({ description: 'What it is for.' }) description: string;
  @Field(() => WebhookPauseEnum, { nullable: true, description: 'Why it is paused; null: it is not.' })
  pause: PauseReason | null;
  @Field(() => Date, { nullable: true, description: 'Since when it is paused.' }) pausedAt: Date | null;
  @Field(() => Int, { description: 'How many messages have failed in a row.' }) failedInRow: number;
  @Field(() => Date, { nullable: true, description: 'Until when messages are also signed with the former secret.' })
  formerSecretUntil: Date | null;
  @Field({ description: 'When it was made.' }) createdAt: Date;
}

export const WebhookEndpointConnection = ConnectionOf(WebhookEndpointView, 'WebhookEndpoint');

/** Whitelisted: secrets stay where they are. */
export function toWebhookEndpointView(endpoint: WebhookEndpoint): WebhookEndpointView {
  const { id, url, topics, description, pause, pausedAt, failedInRow, formerSecretUntil, createdAt } = endpoint;
  return { id, url, topics, description, pause, pausedAt, failedInRow, formerSecretUntil, createdAt };
}

@ObjectType({ description: 'An endpoint and, once, its new secret.' })
export class WebhookEndpointSecret {
  @Field(() => WebhookEndpointView, { description: 'The endpoint.' }) endpoint: WebhookEndpointView;
  @Field(() => String, {
    nullable: true,
    description: 'What its messages are signed with: `whsec_…`. Null when the call was a repeat.',
  })
  secret: string | null;
}

@ObjectType('WebhookDelivery', { description: 'One message for an endpoint, and how its sending went.' })
export class WebhookDeliveryView {
  @Field(() => ID, { description: 'Id of the delivery.' }) id: string;
  @Field(() => ID, { description: 'Its `webhook-id`: the same for every attempt, also when it is sent again.' })
  eventId: string;
  @Field({ description: 'What happened, e.g. `labour.offer.accepted`.' }) event: string;
  @Field(() => WebhookTopicEnum, { nullable: true, description: 'What it is about; null: a test.' })
  topic: WebhookTopic | null;
  @Field({ description: 'What is sent: JSON, as it was signed.' }) body: string;
  @Field(() => WebhookDeliveryStateEnum, { description: 'Where it stands.' }) state: DeliveryState;
  @Field(() => Int, { description: 'How often it was tried.' }) attempts: number;
  @Field(() => Int, { nullable: true, description: 'The status last answered; null: there was no answer.' })
  status: number | null;
  @Field(() => Int, { nullable: true, description: 'How long the last attempt took, milliseconds.' })
  durationMs: number | null;
  @Field(() => String, { nullable: true, description: 'Why the last attempt failed, at most 200 characters.' })
  lastError: string | null;
  @Field({ description: 'When it came up.' }) createdAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was last tried.' }) triedAt: Date | null;

  /** For extension fields only; not part of the API. */
  endpointId: string;
}

export const WebhookDeliveryConnection = ConnectionOf(WebhookDeliveryView, 'WebhookDelivery');

export function toWebhookDeliveryView(delivery: WebhookDelivery): WebhookDeliveryView {
  const { id, eventId, event, topic, body, state, attempts, status, durationMs, lastError } = delivery;
  const { createdAt, triedAt, endpointId } = delivery;
  return {
    ...{ id, eventId, event, topic, body, state, attempts, status, durationMs, lastError },
    ...{ createdAt, triedAt, endpointId },
  };
}
