import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportFault } from '../../platform/imports/index.js';
import type { Step } from '../reports/period.rules.js';
import type { ExternalFailure } from './external-failure.js';
import type { Aggregate } from './joint.rules.js';

export type ExternalSource = 'manual' | 'http';

/** What another department counts, and where its values come from. */
@Entity('external_series')
export class ExternalSeries {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') bureauId: string;
  @Column('text') code: string;
  @Column('text') nameZh: string;
  @Column('text') nameEn: string;
  @Column('text') department: string;
  @Column('text') unit: string;
  @Column('text') regionId: string;
  @Column('text') cadence: Step;
  /** What several periods come to. */
  @Column('text') aggregate: Aggregate;
  /** A value may come so many days after its period. */
  @Column('smallint') lateDays: number;
  @Column('text') source: ExternalSource;
  @Column('text', { nullable: true }) url: string | null;
  @Column('text', { nullable: true }) rowsPointer: string | null;
  @Column('text', { nullable: true }) periodPointer: string | null;
  @Column('text', { nullable: true }) valuePointer: string | null;
  @Column('boolean') isOn: boolean;
  @Column('timestamptz') createdAt: Date;
}

export type ExternalImportState = 'queued' | 'running' | 'succeeded' | 'failed';

/** One run: a file that somebody brought, or a look at a department's own address. */
@Entity('external_import')
export class ExternalImport {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') seriesId: string;
  @Column('text') source: 'upload' | 'http';
  /** The file's name, or the address. */
  @Column('text') origin: string;
  /** Null: the clock. */
  @Column('uuid', { nullable: true }) accountId: string | null;
  @Column('text') state: ExternalImportState;
  @Column('integer') rowsRead: number;
  @Column('integer') rowsNew: number;
  @Column('integer') rowsChanged: number;
  @Column('text', { nullable: true }) failure: ExternalFailure | null;
  /** What the other side answered, where that is the failure. */
  @Column('smallint', { nullable: true }) status: number | null;
  @Column('jsonb') faults: readonly ImportFault[];
  @Column('integer') faultCount: number;
  @Column('timestamptz') requestedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
