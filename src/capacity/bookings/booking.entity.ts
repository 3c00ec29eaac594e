import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MaterialBy } from '../windows/window.entity.js';
import type { BookingState } from './booking.states.js';

export type ReleaseReason = 'declined' | 'expired' | 'by_customer' | 'by_owner' | 'by_service';

@Entity('capacity_booking')
export class CapacityBooking {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') windowId: string;
  @Column('uuid') lineId: string;
  @Column('uuid') ownerId: string;
  @Column('uuid') customerId: string;
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('smallint', { nullable: true }) step: number | null;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('int') fenPerHour: number;
  @Column('char', { length: 3 }) currency: string;
  @Column('boolean') withOperators: boolean;
  @Column('text') materialBy: MaterialBy;
  @Column('int') setupMinutes: number;
  @Column('smallint') noticeDays: number;
  @Column('smallint') latePercent: number;
  @Column('int') bookedFen: number;
  @Column('text') state: BookingState;
  @Column('timestamptz') heldUntil: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) fulfilledAt: Date | null;
  @Column('timestamptz', { nullable: true }) recordedAt: Date | null;
  @Column('text') recordNote: string;
  @Column('int', { nullable: true }) amountFen: number | null;
  @Column('text') objection: string;
  @Column('timestamptz', { nullable: true }) objectedAt: Date | null;
  @Column('timestamptz', { nullable: true }) releasedAt: Date | null;
  @Column('text', { nullable: true }) releaseReason: ReleaseReason | null;
  @Column('text') releaseNote: string;
  @Column('int', { nullable: true }) lateFen: number | null;
  /** Grows with each step, as calendars want it. */
  @Column('int') changes: number;
  @Column('timestamptz') changedAt: Date;
}
