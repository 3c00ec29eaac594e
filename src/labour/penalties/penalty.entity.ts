import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PenaltyState } from './penalty.states.js';

/** A dated mark against whoever let the others down; it keeps nobody from work. */
@Entity('penalty')
export class Penalty {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: 'no_show';
  @Column('uuid', { nullable: true }) workerId: string | null;
  @Column('uuid', { nullable: true }) enterpriseId: string | null;
  @Column('uuid') placementId: string;
  @Column('text') regionId: string;
  @Column('text') state: PenaltyState;
  @Column('timestamptz') proposedAt: Date;
  @Column('timestamptz') appealBy: Date;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('text') appeal: string;
  @Column('timestamptz', { nullable: true }) appealedAt: Date | null;
  @Column('text') decision: string;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}
