import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  EnumInput,
  type FaultContext,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
} from '../../platform/graphql/input-fields.js';
import { labourMessages } from '../labour.messages.js';

@InputType({ description: 'Offering a seat to a worker who was proposed, or who applied: give one of the two.' })
export class MakeOfferInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The proposal to take up.', optional: true }) proposalId?: string;
  @IdInput({ description: 'The direct application to take up.', optional: true }) applicationId?: string;
}

const maxItems = 100;
const itemCount = { context: { message: labourMessages.batchSize, params: { max: maxItems } } satisfies FaultContext };

@InputType({ description: 'One seat of a batch: a proposal or a direct application, one of the two.' })
export class MakeOffersItemInput {
  @IdInput({ description: 'The proposal to take up.', optional: true }) proposalId?: string;
  @IdInput({ description: 'The direct application to take up.', optional: true }) applicationId?: string;
}

@InputType({ description: 'Offering many seats at once; what cannot be offered does not hold back the rest.' })
export class MakeOffersInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @Field(() => [MakeOffersItemInput], { description: `Whom to offer a seat, 1 to ${maxItems}.` })
  @IsArray()
  @ArrayMinSize(1, itemCount)
  @ArrayMaxSize(maxItems, itemCount)
  @ValidateNested({ each: true })
  @Type(() => MakeOffersItemInput)
  items: MakeOffersItemInput[];
}

@InputType({ description: 'Offering the free seats of a need to the workers who are proposed for it, the best first.' })
export class OfferProposalsInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The need.' }) needId: string;
  @IntInput({ description: 'At most so many offers.', min: 1, max: maxItems, defaultValue: maxItems }) limit: number;
}

@InputType({ description: 'Which offer.' })
export class OfferInput {
  @IdInput({ description: 'The offer.' }) offerId: string;
}

export enum OfferStateView {
  SENT = 'sent',
  ACCEPTED = 'accepted',
  CONFIRMED = 'confirmed',
  DECLINED = 'declined',
  WITHDRAWN = 'withdrawn',
  EXPIRED = 'expired',
}
registerEnumType(OfferStateView, {
  name: 'OfferState',
  description: 'Where an offer stands.',
  valuesMap: {
    SENT: { description: 'Waiting for the worker.' },
    ACCEPTED: { description: 'The worker said yes; a loan waits for the lender.' },
    CONFIRMED: { description: 'Everyone said yes; the placement exists.' },
    DECLINED: { description: 'The worker or the lender said no.' },
    WITHDRAWN: { description: 'The host took it back.' },
    EXPIRED: { description: 'Nobody answered in time.' },
  },
});

export enum OfferRole {
  HOST = 'host',
  LENDER = 'lender',
}
registerEnumType(OfferRole, {
  name: 'OfferRole',
  description: 'Which side of an offer an enterprise is on.',
  valuesMap: {
    HOST: { description: 'It made the offer.' },
    LENDER: { description: 'It employs the worker whom the offer is made to.' },
  },
});

@ArgsType()
export class OfferListArgs extends PageArgs {
  @EnumInput(OfferStateView, { description: 'Only offers in this state.', optional: true }) state?: OfferStateView;
  @IdInput({ description: 'Only offers for this need.', optional: true }) needId?: string;
  @EnumInput(OfferRole, { description: 'Only offers in which your enterprise is on this side.', optional: true })
  role?: OfferRole;
}
