import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fairness } from '../fairness/fairness.rules.js';

export type MatchRunState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
export type MatchCause = 'event' | 'schedule' | 'manual';

@Entity('match_run')
export class MatchRun {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') marketId: string;
  @Column('text') cause: MatchCause;
  @Column('text') state: MatchRunState;
  @Column('text') phase: string;
  @Column('float4') shareDone: number;
  @Column('int', { nullable: true }) workers: number | null;
  @Column('int', { nullable: true }) needs: number | null;
  @Column('int', { nullable: true }) positions: number | null;
  @Column('int', { nullable: true }) edges: number | null;
  @Column('int', { nullable: true }) filled: number | null;
  @Column('bigint', { nullable: true }) score: string | null;
  @Column('boolean', { nullable: true }) proven: boolean | null;
  @Column('int', { nullable: true }) kept: number | null;
  @Column('int', { nullable: true }) added: number | null;
  @Column('int', { nullable: true }) withdrawn: number | null;
  @Column('int', { nullable: true }) drift: number | null;
  @Column('jsonb') timingsMs: Record<string, number>;
  @Column('jsonb', { nullable: true }) fairness: Fairness | null;
  @Column('text', { nullable: true }) fault: string | null;
  @Column({ type: 'timestamptz', insert: false, update: false }) requestedAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
