import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DayKind } from './calendar.rules.js';

/** A day that the operator has entered over the published calendar. */
@Entity('calendar_day')
export class CalendarDay {
  @PrimaryColumn('date') day: string;
  @Column('text') kind: DayKind;
  @Column('text') note: string;
  @Column('timestamptz') changedAt: Date;
}
