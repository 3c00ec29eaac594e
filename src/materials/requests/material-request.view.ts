import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import { plain } from '../../platform/decimal/decimal.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DecimalScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { Grade } from '../lots/grade.rules.js';
import { GradeEnum } from '../lots/material-lot.input.js';
import { mayWriteMaterials } from '../materials.rules.js';
import type { MaterialPriority, MaterialRequest } from './material-request.entity.js';
import { MaterialPriorityEnum, MaterialRequestStateEnum } from './material-request.input.js';
import { type MaterialRequestState, materialRequestTransitions } from './material-request.states.js';

export type MaterialRequestAction = 'close' | 'cancel';
export const MaterialRequestActionEnum = {
  CLOSE: 'close',
  CANCEL: 'cancel',
} as const satisfies Record<string, MaterialRequestAction>;
registerEnumType(MaterialRequestActionEnum, {
  name: 'MaterialRequestAction',
  description: 'What can be done with a request; each is a mutation.',
  valuesMap: {
    CLOSE: { description: '`closeMaterialRequest`.' },
    CANCEL: { description: '`cancelMaterialRequest`.' },
  },
});

@ObjectType('MaterialRequest', { description: '原料需求: what an enterprise lacks.' })
export class MaterialRequestView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => DecimalScalar, { description: 'How much is asked for, in base units of the wanted kind.' })
  quantity: string;
  @Field(() => GradeEnum, { description: 'The least grade that would do.' }) minimumGrade: Grade;
  @Field({ description: 'Whether it may be bought.' }) acceptsSale: boolean;
  @Field({ description: 'Whether it may be borrowed.' }) acceptsLoan: boolean;
  @Field({ description: 'What the site is called.' }) siteName: string;
  @Field(() => Float, { description: 'Latitude of the site, degrees.' }) latitude: number;
  @Field(() => Float, { description: 'Longitude of the site, degrees.' }) longitude: number;
  @Field(() => LocalDateScalar, { description: 'Day by which it must be there.' }) neededBy: string;
  @Field(() => Int, {
    nullable: true,
    description: 'The most that matching may propose, fen per base unit; only for its own enterprise.',
  })
  ceilingFen: number | null;
  @Field(() => MaterialPriorityEnum, { description: 'How urgent it is.' }) priority: MaterialPriority;
  @Field({ description: 'Whether several lots may meet it together.' }) splitAllowed: boolean;
  @Field({ description: 'What else owners should know.' }) description: string;
  @Field(() => ID, { nullable: true, description: 'The production order that it is for; only for its own enterprise.' })
  productionOrderId: string | null;
  @Field(() => MaterialRequestStateEnum, { description: 'Where the request stands.' }) state: MaterialRequestState;
  @Field(() => Date, { description: 'When it was published.' }) publishedAt: Date;
  @Field(() => [MaterialRequestActionEnum], { description: 'What you may do with it now.' })
  actions: MaterialRequestAction[];

  /** For extension fields only; not part of the API. */
  enterpriseId: string;
  kindIds: string[];
  regionId: string;
}

export const MaterialRequestConnection = ConnectionOf(MaterialRequestView, 'MaterialRequest');

export function toMaterialRequestView(request: MaterialRequest, viewer: Viewer): MaterialRequestView {
  const { id, minimumGrade, acceptsSale, acceptsLoan, siteName, latitude, longitude, neededBy } = request;
  const { priority, splitAllowed, description, state, publishedAt, enterpriseId, kindIds, regionId } = request;
  const isOwn = viewer.kind === 'enterprise' && viewer.enterpriseId === enterpriseId;
  return {
    ...{ id, minimumGrade, acceptsSale, acceptsLoan, siteName, latitude, longitude, neededBy },
    ...{ priority, splitAllowed, description, state, publishedAt, enterpriseId, kindIds, regionId },
    quantity: plain(request.quantity),
    ceilingFen: isOwn ? request.ceilingFen : null,
    productionOrderId: isOwn ? request.productionOrderId : null,
    actions: isOwn && mayWriteMaterials(viewer) ? requestActions(request) : [],
  };
}

function requestActions({ state }: MaterialRequest): MaterialRequestAction[] {
  const following = materialRequestTransitions[state];
  return [
    ...(following.includes('closed') ? (['close'] as const) : []),
    ...(following.includes('cancelled') ? (['cancel'] as const) : []),
  ];
}
