import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DecimalScalar, FenScalar } from '../../platform/graphql/scalars.js';
import { OrderLegEnum } from '../order-terms.input.js';
import type { Leg } from './region-plan.js';
import type { RegionPlanOutcome, RegionPlanRun, RegionPlanState } from './region-plan-run.entity.js';

export const RegionPlanStateEnum = {
  QUEUED: 'queued',
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
} as const satisfies Record<string, RegionPlanState>;
registerEnumType(RegionPlanStateEnum, {
  name: 'RegionPlanState',
  description: 'Where a plan stands.',
  valuesMap: {
    QUEUED: { description: 'Waits for its job.' },
    RUNNING: { description: 'Is being made.' },
    SUCCEEDED: { description: 'Has its outcome.' },
    FAILED: { description: 'Could not be made; operators see why.' },
  },
});

@ObjectType('RegionPlanSide', { description: 'What one way of securing comes to.' })
export class RegionPlanSideView {
  @Field(() => Int, { description: 'Orders that get all that they lack.' }) orders: number;
  @Field(() => FenScalar, { description: 'What they are worth, in fen; orders, where those are counted.' })
  value: number;
}

@ObjectType('ScarceThing', { description: 'Something of which more would secure more orders.' })
export class ScarceThingView {
  @Field(() => OrderLegEnum, { description: 'What it is.' }) leg: Leg;
  @Field(() => ID, { description: 'Occupation, kind of material, or process.' }) thingId: string;
  @Field(() => Float, {
    description: 'What one more head, base unit or minute is worth at most (shadow price), in fen.',
  })
  worthPerUnit: number;
  @Field(() => DecimalScalar, { description: 'So much more …' }) more: string;
  @Field(() => Int, { description: '… secures so many orders more …' }) moreOrders: number;
  @Field(() => FenScalar, { description: '… which are worth so much more, found by planning again.' })
  moreValue: number;
}

@ObjectType('RegionPlanOutcome', { description: 'What a plan came to.' })
export class RegionPlanOutcomeView {
  @Field(() => Int, { description: 'Open orders that lack something.' }) openOrders: number;
  @Field(() => Int, { description: 'Open orders that lacked nothing already.' }) securedOrders: number;
  @Field(() => RegionPlanSideView, { description: 'Secured one after the other, the one due first first.' })
  oneByOne: RegionPlanSideView;
  @Field(() => RegionPlanSideView, { description: 'Chosen jointly.' }) joint: RegionPlanSideView;
  @Field(() => FenScalar, { description: 'No plan is worth more.' }) bound: number;
  @Field(() => Float, { description: 'How far the joint plan lies below the bound, as a share of it.' }) gap: number;
  @Field(() => Int, { description: 'How long it took, in milliseconds.' }) solveMs: number;
  @Field(() => [ScarceThingView], { description: 'What is scarce, the dearest first.' })
  scarce: readonly ScarceThingView[];

  /** For extension fields only; not part of the API. */
  securedIds: readonly string[];
}

@ObjectType('RegionPlan', {
  description:
    'Which open orders of a region to secure with the people, material and hours that are shared: made by a job, proposed to their enterprises.',
})
export class RegionPlanView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'Whether it secures the most orders, instead of the most value.' }) byNumber: boolean;
  @Field(() => RegionPlanStateEnum, { description: 'Where it stands.' }) state: RegionPlanState;
  @Field(() => Date, { description: 'When it was asked for.' }) requestedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was done.' }) finishedAt: Date | null;
  @Field(() => RegionPlanOutcomeView, { nullable: true, description: 'What it came to; null until it is done.' })
  outcome: RegionPlanOutcome | null;
}

export const RegionPlanConnection = ConnectionOf(RegionPlanView, 'RegionPlan');

export const toRegionPlanView = ({ accountId: _account, regionId: _region, ...run }: RegionPlanRun): RegionPlanView =>
  run;
