import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SanctionList } from './sanction.rules.js';

/** A registration on a list of those that may not deal. */
@Entity('enterprise_sanction')
export class EnterpriseSanction {
  @PrimaryColumn('uuid') id: string;
  @Column('text') registrationScheme: string;
  @Column('text') registrationCode: string;
  @Column('text') list: SanctionList;
  @Column('text') reason: string;
  @Column('text') source: string;
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('uuid') bureauId: string;
  @Column('timestamptz') importedAt: Date;
  @Column('timestamptz', { nullable: true }) liftedAt: Date | null;
  @Column('text') liftReason: string;
}
