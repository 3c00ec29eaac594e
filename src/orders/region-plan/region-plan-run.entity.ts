import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Leg } from './region-plan.js';

export type RegionPlanState = 'queued' | 'running' | 'succeeded' | 'failed';

export interface PlanSide {
  readonly orders: number;
  readonly value: number;
}

export interface ScarceFound {
  readonly leg: Leg;
  readonly thingId: string;
  /** Of one head, base unit or minute. */
  readonly worthPerUnit: number;
  readonly more: string;
  readonly moreOrders: number;
  readonly moreValue: number;
}

/** What a plan of a region came to. */
export interface RegionPlanOutcome {
  readonly openOrders: number;
  readonly securedOrders: number;
  readonly oneByOne: PlanSide;
  readonly joint: PlanSide;
  readonly bound: number;
  readonly gap: number;
  readonly solveMs: number;
  readonly scarce: readonly ScarceFound[];
  readonly securedIds: readonly string[];
}

@Entity('region_plan')
export class RegionPlanRun {
  @PrimaryColumn('uuid') id: string;
  @Column('text') regionId: string;
  @Column('boolean') byNumber: boolean;
  @Column('uuid') accountId: string;
  @Column('text') state: RegionPlanState;
  @Column('timestamptz') requestedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('jsonb', { nullable: true }) outcome: RegionPlanOutcome | null;
}
