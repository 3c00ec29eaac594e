import { ArgsType, InputType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  EnumInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';

const Score = (of: string, by: string): PropertyDecorator =>
  IntInput({ description: `${of}, 1 to 5, the best; asked of ${by}.`, min: 1, max: 5, optional: true });

@InputType({
  description: 'A review of a placement that has ended. Give the scores that your side is asked for, and no others.',
})
export class WriteReviewInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The placement, of which you are a party.' }) placementId: string;
  @Score('How punctual the worker was', 'the host') punctuality?: number | null;
  @Score('How skilled the worker was', 'the host') skill?: number | null;
  @Score('How safely it was worked', 'the host and the worker') safety?: number | null;
  @Score('How well the terms were kept', 'the worker and the lender') termsKept?: number | null;
  @Score('How respectful the host was', 'the worker') respect?: number | null;
  @Score('How timely the host paid', 'the worker and the lender') paidOnTime?: number | null;
  @Score('Whether you would do it again', 'the host and the worker') again?: number | null;
  @TextInput({ description: 'In your own words.', max: 1000, defaultValue: '' }) text: string;
}

@InputType({ description: 'A reply to a review about you, shown below it; there is one.' })
export class ReplyToReviewInput {
  @IdInput({ description: 'The review.' }) reviewId: string;
  @TextInput({ description: 'The reply.', max: 1000 }) text: string;
}

@InputType({ description: 'An appeal to the bureau against a review about you.' })
export class AppealReviewInput {
  @IdInput({ description: 'The review.' }) reviewId: string;
  @TextInput({ description: 'What is wrong with it.', max: 1000 }) reason: string;
}

export const AppealDecisionEnum = { UPHELD: 'upheld', REMOVED: 'removed' } as const;
registerEnumType(AppealDecisionEnum, {
  name: 'AppealDecision',
  description: 'How a bureau decides on an appeal against a review.',
  valuesMap: {
    UPHELD: { description: 'The review stands, and is shown again.' },
    REMOVED: { description: 'The review is gone, and counts no more.' },
  },
});

@InputType({ description: 'The decision on an appeal against a review.' })
export class DecideReviewAppealInput {
  @IdInput({ description: 'The review.' }) reviewId: string;
  @EnumInput(AppealDecisionEnum, { description: 'The decision.' }) decision: 'upheld' | 'removed';
  @TextInput({ description: 'Why; both sides read it.', max: 1000 }) note: string;
}

@ArgsType()
export class ReviewListArgs extends PageArgs {
  @IdInput({ description: 'Only reviews of this placement.', optional: true }) placementId?: string;
  @BooleanInput({ description: 'Only those whose appeal is not decided.', defaultValue: false }) appealed: boolean;
}
