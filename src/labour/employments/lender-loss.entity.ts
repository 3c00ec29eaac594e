import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LenderLossReason } from './employment-end.rules.js';

/** What a bureau has established of an employer that is gone. */
@Entity('lender_loss')
export class LenderLoss {
  /** The enterprise. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') reason: LenderLossReason;
  @Column('date') lostOn: string;
  @Column('text') note: string;
  @Column('uuid') accountId: string;
  @Column('timestamptz') declaredAt: Date;
}
