import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a machine of a type can be asked for: a number with a unit. */
export interface MachineAttribute {
  /** What lines and requests name it by, e.g. `maxWidthMm`. */
  readonly name: string;
  readonly unit: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

@Entity('process')
export class Process {
  @PrimaryColumn('text') id: string;
  @Column('text') nameZh: string;
  @Column('text') nameEn: string;
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
}

@Entity('machine_type')
export class MachineType {
  @PrimaryColumn('text') id: string;
  @Column('text') processId: string;
  @Column('text') nameZh: string;
  @Column('text') nameEn: string;
  @Column('jsonb') attributes: MachineAttribute[];
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
}
