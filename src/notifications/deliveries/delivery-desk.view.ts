import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { NotificationTopicEnum } from '../preferences/preference.view.js';
import { type NotificationTopic, topicOf } from '../topics/topic.rules.js';
import type { Channel } from './channels.js';
import type { NotificationDelivery } from './delivery.entity.js';
import type { DeliveryState } from './delivery.states.js';

export const ChannelEnum = { EMAIL: 'email', SMS: 'sms', PUSH: 'push' } as const satisfies Record<string, Channel>;
registerEnumType(ChannelEnum, {
  name: 'NotificationChannel',
  description: 'How a message goes out of the app.',
  valuesMap: {
    EMAIL: { description: 'E-mail.' },
    SMS: { description: 'SMS.' },
    PUSH: { description: 'A push message to the devices where somebody is logged in.' },
  },
});

export const DeliveryStateEnum = {
  PENDING: 'pending',
  HELD: 'held',
  BUNDLED: 'bundled',
  SENT: 'sent',
  FAILED: 'failed',
  SKIPPED: 'skipped',
} as const satisfies Record<string, DeliveryState>;
registerEnumType(DeliveryStateEnum, {
  name: 'NotificationDeliveryState',
  description: 'Where a message stands.',
  valuesMap: {
    PENDING: { description: 'It is to be sent.' },
    HELD: { description: 'It waits for the daily digest.' },
    BUNDLED: { description: 'It is part of a digest that is to be sent.' },
    SENT: { description: 'The mail server, the SMS gateway or the push service has taken it.' },
    FAILED: { description: 'It was refused for good, or on every attempt.' },
    SKIPPED: { description: 'It is not sent, for the reason given.' },
  },
});

@ObjectType('NotificationDelivery', {
  description: 'A message on its way to an account. Neither whom it is for nor what it says is shown.',
})
export class DeliveryView {
  @Field(() => ID, { description: 'Id of the delivery.' }) id: string;
  @Field(() => ChannelEnum, { description: 'How it goes out.' }) channel: Channel;
  @Field(() => DeliveryStateEnum, { description: 'Where it stands.' }) state: DeliveryState;
  @Field(() => NotificationTopicEnum, { nullable: true, description: 'What it is about.' })
  topic: NotificationTopic | null;
  @Field({ description: 'What it tells, e.g. `offerSent`; of a digest, what its first notification tells.' })
  kind: string;
  @Field({ description: 'Whether it is a daily digest.' }) isDigest: boolean;
  @Field(() => Int, { description: 'How often it was tried.' }) attempts: number;
  @Field(() => String, { nullable: true, description: 'The last fault, without addresses and numbers of people.' })
  lastError: string | null;
  @Field({ description: 'When it was asked for.' }) createdAt: Date;
}

export const DeliveryConnection = ConnectionOf(DeliveryView, 'NotificationDelivery');

export function toDeliveryView(row: NotificationDelivery & { readonly kind: NotificationKind }): DeliveryView {
  const { id, channel, state, kind, digestId, attempts, lastError, createdAt } = row;
  const topic = topicOf(kind) ?? null;
  return { id, channel, state, topic, kind, isDigest: digestId !== null, attempts, lastError, createdAt };
}
