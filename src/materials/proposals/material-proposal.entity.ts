import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MaterialProposalState } from './material-proposal.states.js';

const fen = { from: (value: string): number => Number(value), to: (value: number): number => value };

/** What a run of the matching advises: so much of a lot for a request. */
@Entity('material_proposal')
export class MaterialProposal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') runId: string;
  @Column('uuid') requestId: string;
  @Column('uuid') lotId: string;
  @Column('numeric') quantity: string;
  @Column('bigint', { transformer: fen }) goodsFen: number;
  @Column('bigint', { transformer: fen }) transportFen: number;
  @Column('text') state: MaterialProposalState;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}
