import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WageUnit } from '../wage.js';
import type { WorkHazard } from '../restrictions/restriction.rules.js';
import type { NeedState } from './need.states.js';

export type Shift = 'day' | 'night' | 'rotating';

@Entity('labour_need')
export class LabourNeed {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') hostId: string;
  @Column('text') reference: string;
  @Column('text') occupationId: string;
  @Column('smallint') minLevel: number;
  @Column('boolean') acceptsSubstitutes: boolean;
  @Column('text', { array: true }) certificateCodes: string[];
  @Column('text', { array: true, default: [] }) hazards: WorkHazard[];
  @Column('int') headcount: number;
  @Column('smallint') priority: number;
  @Column('text') regionId: string;
  @Column('text') address: string;
  @Column('float8') latitude: number;
  @Column('float8') longitude: number;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('smallint') minOverlapPercent: number;
  @Column('text') shift: Shift;
  @Column('int') wageFen: number;
  @Column('text') wageUnit: WageUnit;
  @Column('char', { length: 3 }) currency: string;
  @Column('boolean') lodging: boolean;
  @Column('text') description: string;
  @Column('text') state: NeedState;
  /** Kept by the database from the bookings; never written by code. */
  @Column({ type: 'int', insert: false, update: false }) seatsTaken: number;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  /** Why a bureau took it down. */
  @Column('text', { nullable: true }) removalNote: string | null;
}
