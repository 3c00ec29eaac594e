import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PauseReason } from './pause.rules.js';

/** Days of a placement on which no work is expected; the placement goes on. */
@Entity('placement_pause')
export class PlacementPause {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') placementId: string;
  @Column('uuid') workerId: string;
  @Column('uuid') hostId: string;
  @Column('uuid', { nullable: true }) lenderId: string | null;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('text') reason: PauseReason;
  @Column('text') note: string;
  @Column('text') pausedBy: 'host' | 'lender';
  @Column('uuid') accountId: string;
  @Column('timestamptz', { nullable: true }) resumedAt: Date | null;
}
