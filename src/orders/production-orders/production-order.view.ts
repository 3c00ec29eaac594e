import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { plain } from '../../platform/decimal/decimal.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DecimalScalar, FenScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { TermsView } from '../order-terms.input.js';
import type { MissCause, ProductionOrder } from './production-order.entity.js';
import { MissCauseEnum, ProductionOrderStateEnum } from './production-order.input.js';
import type { OrderAction } from './production-order.rules.js';
import type { ProductionOrderState } from './production-order.states.js';
import type { RequirementRow } from './order-search.service.js';

export const OrderActionEnum = {
  SECURE: 'secure',
  DELIVER: 'deliver',
  CANCEL: 'cancel',
} as const satisfies Record<string, OrderAction>;
registerEnumType(OrderActionEnum, {
  name: 'OrderAction',
  description: 'What can be done with an order; each is a mutation.',
  valuesMap: {
    SECURE: { description: '`secureOrder`.' },
    DELIVER: { description: '`deliverOrder`.' },
    CANCEL: { description: '`cancelOrder`.' },
  },
});

@ObjectType('OrderRequirement', { description: 'What an order needs of one thing, and what is reserved for it.' })
export class OrderRequirementView extends TermsView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => Int, { description: 'Its place among the requirements; processes come in this order.' })
  position: number;
  @Field(() => DecimalScalar, { description: 'Heads, base units of material, or minutes of a machine.' })
  quantity: string;
  @Field(() => DecimalScalar, { description: 'Of that, what the enterprise has itself.' }) ownQuantity: string;
  @Field(() => DecimalScalar, { description: 'What is reserved of others.' }) reserved: string;
  @Field(() => DecimalScalar, { description: 'Of that, what they have agreed to.' }) confirmed: string;
  @Field(() => DecimalScalar, { description: 'What is still missing.' }) missing: string;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) endsOn: string;
}

@ObjectType('ProductionOrder', {
  description: 'Goods promised to a customer by a day, and what it takes to make them.',
})
export class ProductionOrderView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'Its enterprise’s own reference.' }) reference: string;
  @Field({ description: 'The product.' }) product: string;
  @Field(() => DecimalScalar, { description: 'How much of it.' }) quantity: string;
  @Field(() => FenScalar, { description: 'What it is worth, in fen.' }) valueFen: number;
  @Field(() => String, { nullable: true, description: 'The customer; for its enterprise only.' })
  customer: string | null;
  @Field(() => Float, { description: 'Latitude of the site, degrees (WGS 84).' }) latitude: number;
  @Field(() => Float, { description: 'Longitude of the site, degrees (WGS 84).' }) longitude: number;
  @Field(() => LocalDateScalar, { description: 'First day of work.' }) earliestStart: string;
  @Field(() => LocalDateScalar, { description: 'The day promised.' }) dueDate: string;
  @Field(() => Int, { nullable: true, description: 'The version of the recipe that it was placed with.' })
  recipeVersion: number | null;
  @Field(() => ProductionOrderStateEnum, { description: 'Where it stands.' }) state: ProductionOrderState;
  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was delivered.' }) deliveredOn: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'How much was delivered.' })
  deliveredQuantity: string | null;
  @Field(() => MissCauseEnum, { nullable: true, description: 'Why it came late or short.' })
  missedBecause: MissCause | null;
  @Field(() => Date, { description: 'When it was placed.' }) placedAt: Date;

  /** For extension fields only; not part of the API. */
  enterpriseId: string;
  regionId: string;
}

export const ProductionOrderConnection = ConnectionOf(ProductionOrderView, 'ProductionOrder');

export const toOrderView =
  (enterpriseId?: string) =>
  ({ riskToldAt: _told, recipeId: _recipe, ...order }: ProductionOrder): ProductionOrderView => ({
    ...order,
    quantity: plain(order.quantity),
    deliveredQuantity: order.deliveredQuantity === null ? null : plain(order.deliveredQuantity),
    customer: order.enterpriseId === enterpriseId ? order.customer : null,
  });

export function toRequirementView({ orderId: _order, ...row }: RequirementRow): OrderRequirementView {
  const { quantity, ownQuantity, reserved, confirmed, missing } = row;
  return {
    ...row,
    ...{ quantity: plain(quantity), ownQuantity: plain(ownQuantity), reserved: plain(reserved) },
    ...{ confirmed: plain(confirmed), missing: plain(missing) },
  };
}
