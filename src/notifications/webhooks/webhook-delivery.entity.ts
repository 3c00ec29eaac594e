import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryState } from './webhook-delivery.states.js';
import type { WebhookTopic } from './webhook.rules.js';

/** One message for one endpoint, and how its sending went. */
@Entity('webhook_delivery')
export class WebhookDelivery {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') endpointId: string;
  /** The same for every attempt and endpoint: what receivers know a message by. */
  @Column('uuid') eventId: string;
  @Column('text') event: string;
  /** Null: a test. */
  @Column('text', { nullable: true }) topic: WebhookTopic | null;
  @Column('text') body: string;
  @Column('text') state: DeliveryState;
  @Column('int', { default: 0 }) attempts: number;
  @Column('int') allowedAttempts: number;
  @Column('int', { nullable: true }) status: number | null;
  @Column('int', { nullable: true }) durationMs: number | null;
  @Column('text', { nullable: true }) lastError: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) triedAt: Date | null;
}
