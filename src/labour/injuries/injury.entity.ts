import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Party } from '../placements/placement-party.rules.js';
import type { InjuryState } from './injury.states.js';

/** 工伤: an accident at work, and how far it is dealt with. */
@Entity('injury')
export class Injury {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') placementId: string;
  @Column('uuid') workerId: string;
  @Column('uuid') hostId: string;
  @Column('uuid', { nullable: true }) lenderId: string | null;
  @Column('text') regionId: string;
  @Column('text') reportedBy: Party;
  @Column('uuid') accountId: string;
  @Column('timestamptz') occurredAt: Date;
  @Column('date') occurredOn: string;
  @Column('text') place: string;
  @Column('text') task: string;
  @Column('text') description: string;
  @Column('text') protection: string;
  @Column('text') hospital: string;
  @Column('text') witness: string;
  @Column('text') state: InjuryState;
  @Column('date') fileBy: string;
  @Column('date') workerMayFileUntil: string;
  @Column('timestamptz', { nullable: true }) notifiedAt: Date | null;
  @Column('timestamptz', { nullable: true }) appliedAt: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('timestamptz', { nullable: true }) compensatedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('text') decisionNumber: string;
  @Column('boolean', { nullable: true }) isRecognised: boolean | null;
  @Column('int', { nullable: true }) costFen: number | null;
  @Column('smallint', { nullable: true }) hostPercent: number | null;
  @Column('int', { nullable: true }) hostShareFen: number | null;
  @Column('int', { nullable: true }) employerShareFen: number | null;
  @Column('timestamptz', { nullable: true }) dueSoonAt: Date | null;
  @Column('timestamptz', { nullable: true }) overdueAt: Date | null;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}
