import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ForeseenShare } from './foreseen.js';

/** One stands for an order at a time; the others are history. */
export type OrderProposalState = 'proposed' | 'accepted' | 'declined' | 'withdrawn';

@Entity('order_proposal')
export class OrderProposal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') planId: string;
  @Column('uuid') orderId: string;
  @Column('jsonb') shares: readonly ForeseenShare[];
  @Column('text') state: OrderProposalState;
  @Column('timestamptz') proposedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
