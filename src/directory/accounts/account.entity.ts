import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../../platform/i18n/message.js';

export type AccountKind = 'enterprise' | 'worker' | 'bureau' | 'operator';

@Entity('account')
export class Account {
  @PrimaryColumn('uuid') id: string;
  /** E-mail in lower case, or a mobile number as E.164. */
  @Column('text') login: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text') passwordHash: string;
  @Column('text') language: Language;
  @Column('text') kind: AccountKind;
  @Column('text') role: 'owner' | 'member';
  @Column('uuid', { nullable: true }) enterpriseId: string | null;
  @Column('uuid', { nullable: true }) workerId: string | null;
  @Column('uuid', { nullable: true }) bureauId: string | null;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  /** Why an operator blocked it; null while it is not blocked. */
  @Column('text', { nullable: true }) disabledNote: string | null;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}
