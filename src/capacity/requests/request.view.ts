import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import { refuseTransition } from '../../platform/errors/index.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { mayWriteCapacity, unrefused } from '../capacity.rules.js';
import type { AttributeBound } from '../processes/process.rules.js';
import type { CapacityRequest, OperatorNeed } from './request.entity.js';
import { CapacityRequestStateEnum, OperatorNeedEnum } from './request.input.js';
import type { StepRow } from './request.loader.js';
import { type CapacityRequestState, capacityRequestTransitions } from './request.states.js';

type RequestAction = 'close' | 'cancel';

const RequestActionEnum = { CLOSE: 'close', CANCEL: 'cancel' } as const satisfies Record<string, RequestAction>;
registerEnumType(RequestActionEnum, {
  name: 'CapacityRequestAction',
  description: 'What can be done with a request; each is a mutation.',
  valuesMap: {
    CLOSE: { description: '`closeCapacityRequest`.' },
    CANCEL: { description: '`cancelCapacityRequest`.' },
  },
});

@ObjectType('AttributeBound', { description: 'What a line has to have.' })
export class AttributeBoundView {
  @Field({ description: 'The attribute.' }) name: string;
  @Field(() => Float, { nullable: true, description: 'Its least value.' }) atLeast: number | null;
  @Field(() => Float, { nullable: true, description: 'Its greatest value.' }) atMost: number | null;
}

@ObjectType('CapacityRequestStep', { description: 'A step of a request: a process, and machine time for it.' })
export class CapacityStepView {
  @Field(() => Int, { description: 'Its place in the order, from 1.' }) step: number;
  @Field(() => Int, { description: 'Minutes of machine time that are asked for.' }) minutes: number;
  @Field(() => Int, { description: 'Minutes that are held, confirmed or fulfilled, without setup.' })
  securedMinutes: number;
  @Field(() => Int, { description: 'Minutes that are still lacking.' }) unmetMinutes: number;
  @Field(() => [AttributeBoundView], { description: 'What the line has to have.' }) attributes: AttributeBoundView[];
  @Field(() => OperatorNeedEnum, { description: 'Whether the owner’s workers have to operate the machines.' })
  needsOperators: OperatorNeed;
  @Field(() => Int, { nullable: true, description: 'Days on the road before the next step; null: by the places.' })
  transportDays: number | null;

  /** For extension fields only; not part of the API. */
  processId: string;
}

@ObjectType('CapacityRequest', {
  description: '产能需求: processes in an order, machine time for each, where and when.',
})
export class CapacityRequestView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'The enterprise’s own reference; empty for others.' }) reference: string;
  @Field(() => Float, { description: 'Latitude of the site, degrees.' }) latitude: number;
  @Field(() => Float, { description: 'Longitude of the site, degrees.' }) longitude: number;
  @Field(() => LocalDateScalar, { description: 'First day on which the first step can begin.' }) earliestStart: string;
  @Field(() => LocalDateScalar, { description: 'Last day of the last step.' }) dueDate: string;
  @Field(() => Int, { nullable: true, description: 'Farthest workshop, metres.' }) maxDistanceM: number | null;
  @Field(() => Int, { nullable: true, description: 'Highest price of an hour, in fen; null for others.' })
  maxFenPerHour: number | null;
  @Field({ description: 'ISO 4217 currency code.' }) currency: string;
  @Field({ description: 'Whether a step may be spread over several days.' }) splitAllowed: boolean;
  @Field({ description: 'Whether a part of the steps is of no use without the rest.' }) allOrNothing: boolean;
  @Field(() => ID, { nullable: true, description: 'The production order that it is for; null for others.' })
  productionOrderId: string | null;
  @Field({ description: 'What owners should know.' }) note: string;
  @Field(() => CapacityRequestStateEnum, { description: 'Where it stands.' }) state: CapacityRequestState;
  @Field({ description: 'When it was published.' }) publishedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was ended or expired.' }) endedAt: Date | null;
  @Field(() => [RequestActionEnum], { description: 'What you can do with it now.' }) actions: RequestAction[];

  /** For extension fields only; not part of the API. */
  enterpriseId: string;
  regionId: string;
}

export const CapacityRequestConnection = ConnectionOf(CapacityRequestView, 'CapacityRequest');

/** Others see what they need to make an offer, not what the enterprise would pay, nor what for. */
export function toRequestView(request: CapacityRequest, viewer: Viewer): CapacityRequestView {
  const { id, latitude, longitude, earliestStart, dueDate, maxDistanceM, currency, splitAllowed } = request;
  const { allOrNothing, note, state, publishedAt, endedAt, enterpriseId, regionId } = request;
  const isOwn = viewer.kind === 'enterprise' && viewer.enterpriseId === enterpriseId;
  return {
    ...{ id, latitude, longitude, earliestStart, dueDate, maxDistanceM, currency, splitAllowed },
    ...{ allOrNothing, note, state, publishedAt, endedAt, enterpriseId, regionId },
    reference: isOwn ? request.reference : '',
    maxFenPerHour: isOwn ? request.maxFenPerHour : null,
    productionOrderId: isOwn ? request.productionOrderId : null,
    actions: requestActions(request, viewer),
  };
}

function requestActions({ enterpriseId, state }: CapacityRequest, viewer: Viewer): RequestAction[] {
  if (viewer.kind !== 'enterprise' || viewer.enterpriseId !== enterpriseId || !mayWriteCapacity(viewer)) return [];
  return unrefused([
    ['close', refuseTransition(capacityRequestTransitions, state, 'closed')],
    ['cancel', refuseTransition(capacityRequestTransitions, state, 'cancelled')],
  ]);
}

export function toStepView(row: StepRow): CapacityStepView {
  const { step, minutes, securedMinutes, needsOperators, transportDays, processId } = row;
  return {
    ...{ step, minutes, securedMinutes, unmetMinutes: Math.max(0, minutes - securedMinutes) },
    ...{ needsOperators, transportDays, processId, attributes: row.attributes.map(toBoundView) },
  };
}

function toBoundView({ name, atLeast, atMost }: AttributeBound): AttributeBoundView {
  return { name, atLeast: atLeast ?? null, atMost: atMost ?? null };
}
