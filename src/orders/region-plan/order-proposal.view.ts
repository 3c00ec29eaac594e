import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { OrderLegEnum } from '../order-terms.input.js';
import type { ForeseenShare } from './foreseen.js';
import type { OrderProposal } from './order-proposal.entity.js';
import type { Leg } from './region-plan.js';

@ObjectType('OrderProposalShare', { description: 'So much for a requirement.' })
export class OrderProposalShareView {
  @Field(() => ID, { description: 'The requirement.' }) requirementId: string;
  @Field(() => OrderLegEnum, { description: 'What it is.' }) leg: Leg;
  @Field(() => DecimalScalar, { description: 'Heads, base units, or minutes.' }) quantity: string;

  /** For extension fields only; not part of the API. */
  thingId: string;
  enterpriseId: string | null;
}

@ObjectType('OrderProposal', {
  description: 'What a plan of the region foresees for an order. Nothing is reserved until the order is secured.',
})
export class OrderProposalView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => Date, { description: 'When it was proposed.' }) proposedAt: Date;
  @Field(() => [OrderProposalShareView], { description: 'Whose people, material and hours.' })
  shares: readonly ForeseenShare[];
}

export const toProposalView = ({ id, proposedAt, shares }: OrderProposal): OrderProposalView => ({
  ...{ id, proposedAt, shares },
});
