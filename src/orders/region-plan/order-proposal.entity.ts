import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ForeseenShare } from './foreseen.js';
import type { OrderProposalState } from './order-proposal.states.js';

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
