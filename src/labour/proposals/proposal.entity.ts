import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalState } from './proposal.states.js';

/** Points of each part of a score, before weights: 0 to 10000. */
export type ScoreParts = Readonly<Record<string, number>>;

@Entity('proposal')
export class Proposal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') runId: string;
  @Column('uuid') needId: string;
  @Column('uuid') workerId: string;
  @Column('smallint') score: number;
  @Column('jsonb') parts: ScoreParts;
  @Column('int') weightsVersion: number;
  @Column('int') distanceM: number;
  @Column('text') state: ProposalState;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}
