import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Language } from '../../platform/i18n/message.js';
import type { Notification } from './notification.entity.js';
import { notificationText } from './notification.messages.js';

@ObjectType('Notification', { description: 'Something you should know.' })
export class NotificationView {
  @Field(() => ID, { description: 'Id of the notification.' }) id: string;
  @Field({ description: 'What it is about, e.g. `offerSent`.' }) kind: string;
  @Field({ description: 'What it says, in your language.' }) text: string;
  @Field(() => String, { nullable: true, description: 'Path of the console’s screen for it, e.g. `/my/placements`.' })
  link: string | null;
  @Field({ description: 'When it came.' }) createdAt: Date;
  @Field(() => Date, { nullable: true, description: 'When you read it.' }) readAt: Date | null;
}

export const NotificationConnection = ConnectionOf(NotificationView, 'Notification');

export const toNotificationView =
  (language: Language) =>
  ({ id, kind, params, link, createdAt, readAt }: Notification): NotificationView => ({
    id,
    kind,
    text: notificationText(kind, params, language),
    link: link || null,
    createdAt,
    readAt,
  });
