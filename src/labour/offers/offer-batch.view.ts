import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { ErrorCode, Refusal } from '../../platform/errors/index.js';
import { type Language, render } from '../../platform/i18n/message.js';
import type { BatchOutcome } from './offer-batch.rules.js';

@ObjectType('Problem', { description: 'Why one item of a batch was not done; the others are not affected.' })
export class ProblemView {
  @Field(() => String, { description: 'One of the documented error codes, e.g. `CONFLICT`.' }) code: ErrorCode;
  @Field({ description: 'What is wrong, in the caller’s language.' }) message: string;
  @Field(() => String, { nullable: true, description: 'The input field at fault, e.g. `input.items.2.proposalId`.' })
  field: string | null;
}

@ObjectType('OfferOutcome', { description: 'What became of one item of a batch of offers: an offer or a problem.' })
export class OfferOutcomeView {
  @Field(() => ID, { nullable: true, description: 'The proposal that was taken up.' }) proposalId: string | null;
  @Field(() => ID, { nullable: true, description: 'The application that the item named.' })
  applicationId: string | null;
  @Field(() => ProblemView, { nullable: true, description: 'Why no offer was sent; null where one was.' })
  problem: ProblemView | null;

  /** For extension fields only; not part of the API. */
  offerId: string | null;
}

export function toOutcomeViews(
  items: readonly { readonly proposalId?: string | null; readonly applicationId?: string | null }[],
  outcomes: readonly BatchOutcome[],
  language: Language,
): OfferOutcomeView[] {
  return outcomes.map((outcome, index) => ({
    proposalId: items[index]?.proposalId ?? null,
    applicationId: items[index]?.applicationId ?? null,
    offerId: 'offerId' in outcome ? outcome.offerId : null,
    problem: 'refusal' in outcome ? toProblemView(outcome.refusal, language) : null,
  }));
}

export function toProblemView({ code, message, params, field }: Refusal, language: Language): ProblemView {
  return { code, message: render(message, language, params), field: field ?? null };
}
