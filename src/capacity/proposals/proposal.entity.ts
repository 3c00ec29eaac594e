import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CapacityProposalState } from './proposal.states.js';

@Entity('capacity_proposal')
export class CapacityProposal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') runId: string;
  @Column('uuid') requestId: string;
  @Column('smallint') step: number;
  @Column('uuid') windowId: string;
  @Column('date') day: string;
  @Column('int') minutes: number;
  @Column('int') costFen: number;
  @Column('text') state: CapacityProposalState;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}
