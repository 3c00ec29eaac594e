import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { FenScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { Guarantee, GuaranteeDay } from './guarantee.service.js';

@ObjectType('OrderGuarantee', { description: 'Of the orders due in a period, those that are guaranteed.' })
export class OrderGuaranteeView {
  @Field(() => Int, { description: 'Orders due, without those that were called off.' }) orders: number;
  @Field(() => Int, { description: 'Delivered in full by the day promised, or open with nothing missing.' })
  guaranteed: number;
  @Field(() => Float, { nullable: true, description: 'Guaranteed / orders, 0 to 1; null where none are due.' })
  rate: number | null;
  @Field(() => FenScalar, { description: 'What the orders are worth, in fen.' }) valueFen: number;
  @Field(() => FenScalar, { description: 'What the guaranteed ones are worth.' }) guaranteedFen: number;
  @Field(() => Int, { description: 'Not guaranteed: people are or were missing. An order may have several causes.' })
  missedLabour: number;
  @Field(() => Int, { description: 'Not guaranteed: material.' }) missedMaterial: number;
  @Field(() => Int, { description: 'Not guaranteed: machine time.' }) missedCapacity: number;
  @Field(() => Int, { description: 'Not guaranteed: something else, or past its day without a delivery.' })
  missedOther: number;
}

@ObjectType('OrderGuaranteeDay', {
  description: 'The rate as it was on a day, of orders due 30 days before and after it.',
})
export class OrderGuaranteeDayView {
  @Field(() => LocalDateScalar, { description: 'The day.' }) day: string;
  @Field(() => Int, { description: 'Orders due.' }) orders: number;
  @Field(() => Int, { description: 'Of them guaranteed.' }) guaranteed: number;
  @Field(() => Float, { nullable: true, description: 'The rate, 0 to 1.' }) rate: number | null;
}

const rateOf = ({ orders, guaranteed }: Pick<Guarantee, 'orders' | 'guaranteed'>): number | null =>
  orders === 0 ? null : guaranteed / orders;

export const toGuaranteeView = (row: Guarantee): OrderGuaranteeView => ({ ...row, rate: rateOf(row) });
export const toGuaranteeDayView = (row: GuaranteeDay): OrderGuaranteeDayView => ({ ...row, rate: rateOf(row) });
