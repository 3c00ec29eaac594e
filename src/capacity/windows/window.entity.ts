import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WindowState } from './window.states.js';

export type MaterialBy = 'owner' | 'customer';

@Entity('capacity_window')
export class CapacityWindow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lineId: string;
  @Column('uuid') enterpriseId: string;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('int', { nullable: true }) dayMinutes: number | null;
  @Column('int') setupMinutes: number;
  @Column('int') minimumMinutes: number;
  @Column('int') fenPerHour: number;
  @Column('char', { length: 3 }) currency: string;
  @Column('boolean') withOperators: boolean;
  @Column('text') materialBy: MaterialBy;
  @Column('smallint') noticeDays: number;
  @Column('smallint') latePercent: number;
  @Column('text') note: string;
  @Column('text') state: WindowState;
  @Column('timestamptz') publishedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
