import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlacementState } from './placement.states.js';

@Entity('placement')
export class Placement {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') offerId: string;
  @Column('uuid') needId: string;
  @Column('uuid') workerId: string;
  @Column('uuid') hostId: string;
  @Column('uuid', { nullable: true }) lenderId: string | null;
  @Column('text') kind: 'loan' | 'direct';
  @Column('uuid', { nullable: true }) consentId: string | null;
  @Column('uuid', { nullable: true }) agreementId: string | null;
  @Column('timestamptz', { nullable: true }) termsConfirmedAt: Date | null;
  @Column('text', { nullable: true }) termsHash: string | null;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('text') state: PlacementState;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
