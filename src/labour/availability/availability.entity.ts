import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WageUnit } from '../wage.js';
import type { AvailabilityState } from './availability.states.js';

/** When and on what conditions a worker can be placed. Open ones of one worker never overlap: the database sees to it. */
@Entity('availability')
export class Availability {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workerId: string;
  /** The line of the lender's listing that set the conditions; null for a worker without employer. */
  @Column('uuid', { nullable: true }) surplusLineId: string | null;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('int') wageFloorFen: number;
  @Column('text') wageUnit: WageUnit;
  @Column('char', { length: 3 }) currency: string;
  @Column('int') radiusM: number;
  /** How far from home where the host lodges the worker; null: only within the daily radius. */
  @Column('int', { nullable: true }) relocationRadiusM: number | null;
  @Column('text') state: AvailabilityState;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}
