import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PauseReason, WebhookTopic } from './webhook.rules.js';

/** An address of an enterprise's own systems that is told what the enterprise is told. */
@Entity('webhook_endpoint')
export class WebhookEndpoint {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') enterpriseId: string;
  /** 1 to 5; no two of an enterprise have the same, so there are never more. */
  @Column('smallint') slot: number;
  @Column('text') url: string;
  @Column('text', { array: true }) topics: WebhookTopic[];
  @Column('text') description: string;
  @Column('bytea') secret: Buffer;
  @Column('bytea', { nullable: true }) formerSecret: Buffer | null;
  @Column('timestamptz', { nullable: true }) formerSecretUntil: Date | null;
  @Column('text', { nullable: true }) pause: PauseReason | null;
  @Column('timestamptz', { nullable: true }) pausedAt: Date | null;
  @Column('int', { default: 0 }) failedInRow: number;
  @Column('timestamptz') createdAt: Date;
}
