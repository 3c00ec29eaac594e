import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../../platform/i18n/message.js';
import type { Grouping } from '../reports/indicator-report.input.js';
import type { Cadence } from './bulletin-period.rules.js';

/** What a bureau reports again and again, and to whom. */
@Entity('bulletin_plan')
export class BulletinPlan {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') bureauId: string;
  @Column('text') title: string;
  @Column('text') regionId: string;
  @Column('text', { array: true }) codes: string[];
  @Column('text', { nullable: true }) groupBy: Grouping | null;
  @Column('text') cadence: Cadence;
  @Column('smallint') atHour: number;
  @Column('text') language: Language;
  @Column('text', { array: true }) addresses: string[];
  @Column('boolean') isOn: boolean;
  /** Of periods that ended before it the clock makes none. */
  @Column('date') plannedOn: string;
  @Column('timestamptz') createdAt: Date;
}

export type BulletinState = 'queued' | 'running' | 'succeeded' | 'failed';

/** One edition. Its content is read by itself: it is long. */
@Entity('bulletin')
export class Bulletin {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') planId: string;
  @Column('uuid') bureauId: string;
  @Column('date') firstDay: string;
  @Column('date') lastDay: string;
  @Column('smallint') version: number;
  /** Null: the clock. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('text') state: BulletinState;
  /** In per cent. */
  @Column('smallint') progress: number;
  @Column('timestamptz') requestedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

export type BulletinMailState = 'waiting' | 'sent' | 'failed';

/** An edition on its way to an address. */
@Entity('bulletin_mail')
export class BulletinMail {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') bulletinId: string;
  @Column('text') address: string;
  @Column('text') state: BulletinMailState;
  @Column('smallint') attempts: number;
  @Column('text', { nullable: true }) fault: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
}
