import { ArgsType, InputType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import { EnumInput, IdempotencyKeyInput, IdInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'Offering a seat to a worker who was proposed, or who applied: give one of the two.' })
export class MakeOfferInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The proposal to take up.', optional: true }) proposalId?: string;
  @IdInput({ description: 'The direct application to take up.', optional: true }) applicationId?: string;
}

@InputType({ description: 'Which offer.' })
export class OfferInput {
  @IdInput({ description: 'The offer.' }) offerId: string;
}

export enum OfferStateView {
  sent = 'sent',
  accepted = 'accepted',
  confirmed = 'confirmed',
  declined = 'declined',
  withdrawn = 'withdrawn',
  expired = 'expired',
}
registerEnumType(OfferStateView, {
  name: 'OfferState',
  description: 'Where an offer stands.',
  valuesMap: {
    sent: { description: 'Waiting for the worker.' },
    accepted: { description: 'The worker said yes; a loan waits for the lender.' },
    confirmed: { description: 'Everyone said yes; the placement exists.' },
    declined: { description: 'The worker or the lender said no.' },
    withdrawn: { description: 'The host took it back.' },
    expired: { description: 'Nobody answered in time.' },
  },
});

@ArgsType()
export class OfferListArgs extends PageArgs {
  @EnumInput(OfferStateView, { description: 'Only offers in this state.', optional: true }) state?: OfferStateView;
  @IdInput({ description: 'Only offers for this need.', optional: true }) needId?: string;
}
