import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Weights } from '../edges/score.rules.js';
import type { Change } from './change.js';
import type { RemediesResult } from './remedies.js';
import type { Favoured } from './seat-outcome.js';
import type { ScenarioState } from './scenario.states.js';
import type { WhatIfResult } from './what-if.js';
import type { WeightsComparison } from './weights-comparison.js';
import type { Scope } from './world.js';

/** What other weights would make, and which they were compared with. */
export interface WeightsResult extends WeightsComparison {
  readonly basedOnVersion: number;
  readonly weights: { readonly before: Weights; readonly after: Weights };
  /** Answers from before it was told lack it. */
  readonly favoured?: Favoured;
}

export type Question =
  { readonly changes: readonly Change[] } | { readonly scope: Scope } | { readonly weights: Weights };
export type Answer =
  { readonly whatIf: WhatIfResult } | { readonly remedies: RemediesResult } | { readonly weights: WeightsResult };

@Entity('scenario')
export class Scenario {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') marketId: string;
  /** The enterprise that asked; null: a bureau or an operator did. */
  @Column('uuid', { nullable: true }) hostId: string | null;
  @Column('uuid') accountId: string;
  @Column('text') kind: 'what_if' | 'remedies' | 'weights';
  @Column('jsonb') question: Question;
  @Column('text') state: ScenarioState;
  @Column('text') phase: string;
  @Column('float4') shareDone: number;
  @Column('jsonb', { nullable: true }) answer: Answer | null;
  @Column({ type: 'timestamptz', insert: false, update: false }) requestedAt: Date;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}
