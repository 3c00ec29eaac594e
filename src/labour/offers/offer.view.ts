import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { DealKind } from '../proposals/proposal.view.js';
import { WageUnit } from '../wage.js';
import type { Offer } from './offer.entity.js';
import { type Language, render } from '../../platform/i18n/message.js';
import type { OfferAction } from './offer-action.rules.js';
import type { LoanPaper, missingPapers } from './offer.rules.js';
import { OfferStateView } from './offer.input.js';
import type { OfferState } from './offer.states.js';

export const OfferActionEnum = {
  ACCEPT: 'accept',
  DECLINE: 'decline',
  CONFIRM: 'confirm',
  WITHDRAW: 'withdraw',
} as const satisfies Record<string, OfferAction>;
registerEnumType(OfferActionEnum, {
  name: 'OfferAction',
  description: 'What can be done with an offer; each is a mutation.',
  valuesMap: {
    ACCEPT: { description: '`acceptOffer`, by its worker.' },
    DECLINE: { description: '`declineOffer`, by its worker or lender.' },
    CONFIRM: { description: '`confirmOffer`, by its lender.' },
    WITHDRAW: { description: '`withdrawOffer`, by its host.' },
  },
});

export const LoanPaperEnum = {
  CONSENT: 'consent',
  CONTRACT: 'contract',
  AGREEMENT: 'agreement',
} as const satisfies Record<string, LoanPaper>;
registerEnumType(LoanPaperEnum, {
  name: 'LoanPaper',
  description: 'What a loan stands on.',
  valuesMap: {
    CONSENT: { description: 'The worker’s consent to being lent.' },
    CONTRACT: { description: 'The labour contract with the lender, `recordEmployment`.' },
    AGREEMENT: { description: 'The agreement of lender and host, signed by both.' },
  },
});

@ObjectType('MissingPaper', { description: 'A paper that a loan still lacks.' })
export class MissingPaperView {
  @Field(() => LoanPaperEnum, { description: 'Which.' }) paper: LoanPaper;
  @Field({ description: 'What is wrong about it, in words.' }) message: string;
}

export function toMissingPaperView(
  { paper, refusal }: ReturnType<typeof missingPapers>[number],
  language: Language,
): MissingPaperView {
  return { paper, message: render(refusal.message, language, refusal.params) };
}

@ObjectType('Offer', {
  description: 'A seat offered to one worker: the worker accepts, and for a loan the lender confirms.',
})
export class OfferView {
  @Field(() => ID, { description: 'Id of the offer.' }) id: string;
  @Field(() => DealKind, { description: 'Loan or direct.' }) kind: 'loan' | 'direct';
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) endsOn: string;
  @Field(() => Int, { description: 'Wage in the hundredth part of the currency.' }) wageFen: number;
  @Field(() => WageUnit, { description: 'What the wage is paid for.' }) wageUnit: string;
  @Field({ description: 'ISO 4217 currency code.' }) currency: string;
  @Field(() => OfferStateView, { description: 'Where it stands.' }) state: OfferState;
  @Field({ description: 'When it was sent.' }) sentAt: Date;
  @Field({ description: 'When it lapses unless answered.' }) expiresAt: Date;

  /** For extension fields only; not part of the API. */
  needId: string;
  workerId: string;
  hostId: string;
  lenderId: string | null;
}

export const OfferConnection = ConnectionOf(OfferView, 'Offer');

/** An offer as its parties see it. Who the worker is, is another field with its own rule. */
export function toOfferView(offer: Offer): OfferView {
  const {
    id,
    kind,
    startsOn,
    endsOn,
    wageFen,
    wageUnit,
    currency,
    state,
    sentAt,
    expiresAt,
    needId,
    workerId,
    hostId,
    lenderId,
  } = offer;
  return {
    id,
    kind,
    startsOn,
    endsOn,
    wageFen,
    wageUnit,
    currency,
    state,
    sentAt,
    expiresAt,
    needId,
    workerId,
    hostId,
    lenderId,
  };
}
