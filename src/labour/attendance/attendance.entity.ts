import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttendanceState } from './attendance.states.js';

export type AttendanceMethod = 'pass' | 'list' | 'sheet';
export type AttendanceSide = 'host' | 'worker';

@Entity('attendance_day')
export class AttendanceDay {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') placementId: string;
  @Column('uuid') workerId: string;
  @Column('uuid') hostId: string;
  @Column('uuid', { nullable: true }) lenderId: string | null;
  @Column('date') day: string;
  @Column('timestamptz', { nullable: true }) checkInAt: Date | null;
  @Column('timestamptz', { nullable: true }) checkOutAt: Date | null;
  @Column('text') method: AttendanceMethod;
  @Column('int') breakMinutes: number;
  @Column('int') normalMinutes: number;
  @Column('int') overtimeMinutes: number;
  @Column('int') restDayMinutes: number;
  @Column('int') holidayMinutes: number;
  @Column('int', { nullable: true }) pieces: number | null;
  @Column('text') state: AttendanceState;
  @Column('timestamptz', { nullable: true }) hostConfirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) workerConfirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) confirmBy: Date | null;
  @Column('text', { nullable: true }) disputedBy: AttendanceSide | null;
  @Column('text') disputeReason: string;
  @Column('text') resolution: string;
  @Column('timestamptz', { nullable: true }) claimedCheckInAt: Date | null;
  @Column('timestamptz', { nullable: true }) claimedCheckOutAt: Date | null;
  @Column('int', { nullable: true }) claimedBreakMinutes: number | null;
  @Column('int', { nullable: true }) claimedPieces: number | null;
  @Column('uuid', { nullable: true }) settlementId: string | null;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}
