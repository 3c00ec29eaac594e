import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotificationTopic } from '../topics/topic.rules.js';

export type Digest = 'none' | 'daily';

/** How one account wants to be told; without a row, as `defaults` say. */
@Entity('notification_preference')
export class NotificationPreference {
  @PrimaryColumn('uuid') accountId: string;
  @Column('boolean') email: boolean;
  @Column('boolean') sms: boolean;
  @Column('text', { array: true }) mutedTopics: NotificationTopic[];
  /** Local times 'HH:MM:SS', both or neither. */
  @Column('time', { nullable: true }) quietFrom: string | null;
  @Column('time', { nullable: true }) quietUntil: string | null;
  @Column('text') digest: Digest;
}
