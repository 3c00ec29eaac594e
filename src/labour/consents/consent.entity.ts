import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentState } from './consent.states.js';

/** A worker's own yes to being lent by their employer, for a period and a radius. */
@Entity('consent')
export class Consent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workerId: string;
  @Column('uuid') lenderId: string;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('int') radiusM: number;
  @Column('text') state: ConsentState;
  @Column('timestamptz') requestedAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('timestamptz') expiresAt: Date;
}
