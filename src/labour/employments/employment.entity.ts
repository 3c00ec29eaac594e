import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The labour contract between a worker and their employer, as the employer states it. */
@Entity('employment')
export class Employment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workerId: string;
  @Column('uuid') enterpriseId: string;
  @Column('text') contractNumber: string;
  @Column('date') startsOn: string;
  /** Null: open-ended. */
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('boolean') isDispatched: boolean;
  /** The last day on which the contract held; null while it holds. */
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('text', { default: '' }) endReason: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) recordedAt: Date;
}
