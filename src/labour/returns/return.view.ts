import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { Party } from '../placements/placement-party.rules.js';
import { PartyEnum } from '../placements/placement-party.view.js';
import type { ReturnAction } from './return-action.rules.js';
import type { PlacementReturn, WorkerReturn } from './return.entity.js';
import { ReturnReasonEnum } from './return.input.js';
import type { ReturnReason } from './return.rules.js';
import type { ReturnState } from './return.states.js';

export const ReturnStateEnum = {
  WAITING: 'waiting',
  DUE: 'due',
  EFFECTIVE: 'effective',
  DECLINED: 'declined',
  EXPIRED: 'expired',
  WITHDRAWN: 'withdrawn',
} as const satisfies Record<string, ReturnState>;
registerEnumType(ReturnStateEnum, {
  name: 'ReturnState',
  description: 'Where an early return stands.',
  valuesMap: {
    WAITING: { description: 'Others have still to agree.' },
    DUE: { description: 'The agreed notice runs.' },
    EFFECTIVE: { description: 'The placement has ended by it.' },
    DECLINED: { description: 'Somebody said no.' },
    EXPIRED: { description: 'Nobody answered in time, or the placement ended otherwise.' },
    WITHDRAWN: { description: 'Whoever asked took it back.' },
  },
});

export const ReturnActionEnum = {
  AGREE: 'agree',
  DECLINE: 'decline',
  OBJECT: 'object',
} as const satisfies Record<string, ReturnAction>;
registerEnumType(ReturnActionEnum, {
  name: 'ReturnAction',
  description: 'What can be done with an early return; each is a mutation.',
  valuesMap: {
    AGREE: { description: '`agreeReturn`, by a side that is asked.' },
    DECLINE: { description: '`declineReturn`, by a side that is asked, or taken back by the one who asked.' },
    OBJECT: { description: '`objectToReturn`, by the worker.' },
  },
});

export const WorkerReturnReasonEnum = {
  COMPLETED: 'completed',
  CANCELLED: 'cancelled',
  NO_SHOW: 'no_show',
  ENDED_EARLY: 'ended_early',
  DUTY_BREACHED: 'duty_breached',
  UNSUITED: 'unsuited',
  SENT_BACK: 'sent_back',
} as const;
registerEnumType(WorkerReturnReasonEnum, {
  name: 'WorkerReturnReason',
  description: 'Why a lent worker comes back.',
  valuesMap: {
    COMPLETED: { description: 'The loan was worked to its end.' },
    CANCELLED: { description: 'It was cancelled before it began.' },
    NO_SHOW: { description: 'The worker did not come to the host.' },
    ENDED_EARLY: { description: 'It ended early, e.g. as the worker withdrew consent.' },
    DUTY_BREACHED: { description: 'The host broke its duties (R19).' },
    UNSUITED: { description: 'All agreed that it did not suit (R20).' },
    SENT_BACK: { description: 'The host sent the worker back (R21).' },
  },
});

@ObjectType('PlacementReturn', { description: '提前返回: a wish that a placement end early, and what became of it.' })
export class PlacementReturnView {
  @Field(() => ID, { description: 'Id of the return.' }) id: string;
  @Field(() => ID, { description: 'The placement.' }) placementId: string;
  @Field(() => PartyEnum, { description: 'Who asked.' }) requestedBy: Party;
  @Field(() => ReturnReasonEnum, { description: 'Why.' }) reason: ReturnReason;
  @Field({ description: 'What else was said.' }) note: string;
  @Field({ description: 'What shows it.' }) evidence: string;
  @Field(() => ReturnStateEnum, { description: 'Where it stands.' }) state: ReturnState;
  @Field(() => [PartyEnum], { description: 'Who has still to agree.' }) awaited: Party[];
  @Field(() => Date, { nullable: true, description: 'Until when the others can agree.' }) expiresAt: Date | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day of the placement by it.' })
  effectiveOn: string | null;
  @Field(() => Date, { nullable: true, description: 'When the worker objected to the bureau.' })
  objectedAt: Date | null;
  @Field({ description: 'The worker’s objection; empty: none.' }) objection: string;
  @Field({ description: 'When it was asked for.' }) createdAt: Date;

  /** For extension fields only; not part of the API. */
  row: PlacementReturn;
}

export const PlacementReturnConnection = ConnectionOf(PlacementReturnView, 'PlacementReturn');

export function toPlacementReturnView(row: PlacementReturn, awaited: Party[]): PlacementReturnView {
  const { id, placementId, requestedBy, reason, note, evidence, state } = row;
  const { expiresAt, effectiveOn, objectedAt, objection, createdAt } = row;
  return {
    ...{ id, placementId, requestedBy, reason, note, evidence, state },
    ...{ expiresAt, effectiveOn, objectedAt, objection, createdAt, row },
    awaited: state === 'waiting' ? awaited : [],
  };
}

@ObjectType('ReturningWorker', { description: 'A lent worker who comes back; the lender gives them a place (R22).' })
export class ReturningWorkerView {
  @Field(() => ID, { description: 'The placement that ended.' }) placementId: string;
  @Field(() => LocalDateScalar, { description: 'First day back.' }) returnsOn: string;
  @Field(() => WorkerReturnReasonEnum, { description: 'Why.' }) reason: string;
  @Field(() => Date, { nullable: true, description: 'When you said that the worker is back and has a place.' })
  acknowledgedAt: Date | null;

  /** For extension fields only; not part of the API. */
  workerId: string;
}

export const ReturningWorkerConnection = ConnectionOf(ReturningWorkerView, 'ReturningWorker');

export function toReturningWorkerView(back: WorkerReturn): ReturningWorkerView {
  const { id: placementId, workerId, returnsOn, reason, acknowledgedAt } = back;
  return { placementId, workerId, returnsOn, reason, acknowledgedAt };
}
