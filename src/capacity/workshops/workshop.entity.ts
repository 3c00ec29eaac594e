import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('workshop')
export class Workshop {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') enterpriseId: string;
  @Column('text') name: string;
  @Column('text') regionId: string;
  @Column('float8') latitude: number;
  @Column('float8') longitude: number;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}

@Entity('production_line')
export class ProductionLine {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workshopId: string;
  @Column('uuid') enterpriseId: string;
  @Column('text') name: string;
  @Column('text') machineTypeId: string;
  @Column('jsonb') attributes: Record<string, number>;
  @Column('smallint') machines: number;
  /** Of one machine, Monday first. */
  @Column('int', { array: true }) shiftMinutes: number[];
  @Column('boolean') worksHolidays: boolean;
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}

export type OutageKind = 'maintenance' | 'holiday';

@Entity('line_outage')
export class LineOutage {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lineId: string;
  @Column('text') kind: OutageKind;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('text') reason: string;
}
