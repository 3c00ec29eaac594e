import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WageUnit } from '../wage.js';
import type { OfferState } from './offer.states.js';

@Entity('offer')
export class Offer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') needId: string;
  @Column('uuid') workerId: string;
  @Column('uuid') hostId: string;
  @Column('uuid', { nullable: true }) lenderId: string | null;
  @Column('text') kind: 'loan' | 'direct';
  @Column('uuid', { nullable: true }) proposalId: string | null;
  @Column('uuid', { nullable: true }) applicationId: string | null;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('int') wageFen: number;
  @Column('text') wageUnit: WageUnit;
  @Column('char', { length: 3 }) currency: string;
  @Column('text') state: OfferState;
  @Column({ type: 'timestamptz', insert: false, update: false }) sentAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}
