import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar, FenScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { OrderLegEnum } from '../order-terms.input.js';
import type { Leg } from '../requirement.js';
import type { Missing, OrderPlan, PlanItem, Remedy } from './order-plan.js';

export const OrderRemedyKindEnum = {
  LATER: 'later',
  CEILING: 'ceiling',
  LEVEL: 'level',
  GRADE: 'grade',
} as const satisfies Record<string, Remedy['kind']>;
registerEnumType(OrderRemedyKindEnum, {
  name: 'OrderRemedyKind',
  description: 'What might be changed of a requirement.',
  valuesMap: {
    LATER: { description: 'Its last day, by so many days.' },
    CEILING: { description: 'The highest wage or price, by so many fen.' },
    LEVEL: { description: 'The skill level, so many lower.' },
    GRADE: { description: 'The grade, so many lower.' },
  },
});

@ObjectType('OrderPlanItem', { description: 'So much for a requirement, from whom, when, at what cost.' })
export class OrderPlanItemView {
  @Field(() => ID, { description: 'The requirement.' }) requirementId: string;
  @Field(() => OrderLegEnum, { description: 'What it is.' }) leg: Leg;
  @Field(() => DecimalScalar, { description: 'Heads, base units, or minutes.' }) quantity: string;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) endsOn: string;
  @Field(() => FenScalar, { description: 'Reckoned, in fen: wages, goods with transport, or hours.' }) costFen: number;
  @Field(() => Int, {
    nullable: true,
    description: 'For material that is lent: it comes back in kind within so many days; its cost is the transport.',
  })
  loanDays: number | null;

  /** For extension fields only; not part of the API. */
  thingId: string;
  enterpriseId: string | null;
}

@ObjectType('OrderRemedy', { description: 'The smallest change of its sort that would bring what is missing.' })
export class OrderRemedyView {
  @Field(() => OrderRemedyKindEnum, { description: 'What to change.' }) kind: Remedy['kind'];
  @Field(() => Int, { description: 'By how much: days, fen, levels or grades.' }) by: number;
}

@ObjectType('OrderMissing', { description: 'What cannot be had now.' })
export class OrderMissingView {
  @Field(() => ID, { description: 'The requirement.' }) requirementId: string;
  @Field(() => OrderLegEnum, { description: 'What it is.' }) leg: Leg;
  @Field(() => DecimalScalar, { description: 'How much of it: heads, base units, or minutes.' }) quantity: string;
  @Field(() => [OrderRemedyView], { description: 'What would bring it, found by planning again with each change.' })
  remedies: readonly Remedy[];

  /** For extension fields only; not part of the API. */
  thingId: string;
}

@ObjectType('OrderPlan', { description: 'The best combined plan for what an order lacks. Nothing is reserved by it.' })
export class OrderPlanView {
  @Field(() => [OrderPlanItemView], { description: 'Who, which material, which hours.' })
  items: readonly PlanItem[];
  @Field(() => [OrderMissingView], { description: 'What cannot be had; empty when the order can be secured.' })
  missing: readonly Missing[];
  @Field(() => FenScalar, { description: 'What it costs in all, in fen.' }) costFen: number;
}

export const toPlanView = (plan: OrderPlan): OrderPlanView => plan;
