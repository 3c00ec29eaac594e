import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageParams } from '../../platform/i18n/message.js';
import type { NotificationKind } from './notification.messages.js';

@Entity('notification')
export class Notification {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') eventId: string;
  @Column('uuid') accountId: string;
  @Column('text') kind: NotificationKind;
  @Column('jsonb') params: MessageParams;
  @Column('text') link: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}
