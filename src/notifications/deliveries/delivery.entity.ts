import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Channel } from './channels.js';
import type { DeliveryState } from './delivery.states.js';

/** One notification on its way to one account by one channel. */
@Entity('notification_delivery')
export class NotificationDelivery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') notificationId: string;
  @Column('uuid') accountId: string;
  @Column('text') channel: Channel;
  @Column('text') state: DeliveryState;
  @Column('int') attempts: number;
  /** The last fault, or why it is not sent; without addresses and numbers. */
  @Column('text', { nullable: true }) lastError: string | null;
  @Column('uuid', { nullable: true }) digestId: string | null;
  @Column('date', { nullable: true }) digestDay: string | null;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('timestamptz') createdAt: Date;
}
