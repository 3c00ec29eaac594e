import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Review } from './review.entity.js';
import { type ReviewAction, reviewActions } from './review-action.rules.js';
import type { HostScores } from './review.loader.js';
import { meanOf, type ReviewKind } from './review.rules.js';
import type { ReviewState } from './review.states.js';

export const ReviewKindEnum = {
  HOST_OF_WORKER: 'host_of_worker',
  WORKER_OF_HOST: 'worker_of_host',
  LENDER_OF_HOST: 'lender_of_host',
} as const satisfies Record<string, ReviewKind>;
registerEnumType(ReviewKindEnum, {
  name: 'ReviewKind',
  description: 'Who reviews whom.',
  valuesMap: {
    HOST_OF_WORKER: { description: 'The host of the worker’s work.' },
    WORKER_OF_HOST: { description: 'The worker of the host’s conditions.' },
    LENDER_OF_HOST: { description: 'The lender of the host’s payment.' },
  },
});

export const ReviewStateEnum = {
  SEALED: 'sealed',
  PUBLISHED: 'published',
  APPEALED: 'appealed',
  UPHELD: 'upheld',
  REMOVED: 'removed',
} as const satisfies Record<string, ReviewState>;
registerEnumType(ReviewStateEnum, {
  name: 'ReviewState',
  description: 'Where a review stands.',
  valuesMap: {
    SEALED: { description: 'The other side reads it once it has written its own, or after seven days.' },
    PUBLISHED: { description: 'Everyone concerned reads it, and it counts.' },
    APPEALED: { description: 'Hidden, and not counted, until the bureau has decided.' },
    UPHELD: { description: 'The bureau let it stand.' },
    REMOVED: { description: 'The bureau removed it.' },
  },
});

export const ReviewActionEnum = {
  REPLY: 'reply',
  APPEAL: 'appeal',
  UPHOLD: 'uphold',
  REMOVE: 'remove',
} as const satisfies Record<string, ReviewAction>;
registerEnumType(ReviewActionEnum, {
  name: 'ReviewAction',
  description: 'What can be done with a review; each is a mutation.',
  valuesMap: {
    REPLY: { description: '`replyToReview`, by whom it is about.' },
    APPEAL: { description: '`appealReview`, by whom it is about.' },
    UPHOLD: { description: '`decideReviewAppeal` with UPHELD, by an officer.' },
    REMOVE: { description: '`decideReviewAppeal` with REMOVED, by an officer.' },
  },
});

@ObjectType('Review', {
  description: '评价: what one side of a placement says of another. Scores are 1 to 5, the best.',
})
export class ReviewView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => ID, { description: 'The placement.' }) placementId: string;
  @Field(() => ReviewKindEnum, { description: 'Who reviews whom.' }) kind: ReviewKind;
  @Field(() => ReviewStateEnum, { description: 'Where it stands.' }) state: ReviewState;
  @Field(() => Int, { nullable: true, description: 'How punctual the worker was.' }) punctuality: number | null;
  @Field(() => Int, { nullable: true, description: 'How skilled the worker was.' }) skill: number | null;
  @Field(() => Int, { nullable: true, description: 'How safely it was worked.' }) safety: number | null;
  @Field(() => Int, { nullable: true, description: 'How well the terms were kept.' }) termsKept: number | null;
  @Field(() => Int, { nullable: true, description: 'How respectful the host was.' }) respect: number | null;
  @Field(() => Int, { nullable: true, description: 'How timely the host paid.' }) paidOnTime: number | null;
  @Field(() => Int, { nullable: true, description: 'Whether the author would do it again.' }) again: number | null;
  @Field({ description: 'In the author’s own words.' }) text: string;
  @Field({ description: 'When it was written.' }) createdAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was published.' }) publishedAt: Date | null;
  @Field({ description: 'When it is published at the latest.' }) publishAt: Date;
  @Field({ description: 'The reply of whom it is about; empty where there is none.' }) reply: string;
  @Field({ description: 'What whom it is about said against it; empty where there is no appeal.' }) appeal: string;
  @Field({ description: 'What the bureau said of the appeal; empty before it has decided.' }) decisionNote: string;
  @Field(() => [ReviewActionEnum], { description: 'What you may do with it now.' }) actions: ReviewAction[];
}

export const ReviewConnection = ConnectionOf(ReviewView, 'Review');

/** A review that the viewer may read. */
export function toReviewView(review: Review, viewer: Viewer): ReviewView {
  const { id, placementId, kind, state, punctuality, skill, safety, termsKept, respect, paidOnTime, again } = review;
  const { text, createdAt, publishedAt, publishAt, reply, appeal, decisionNote } = review;
  return {
    ...{ id, placementId, kind, state, punctuality, skill, safety, termsKept, respect, paidOnTime, again },
    ...{ text, createdAt, publishedAt, publishAt, reply, appeal, decisionNote },
    actions: reviewActions(review, viewer),
  };
}

@ObjectType('ScorecardEntry', { description: 'One score of a host, over all published reviews.' })
export class ScorecardEntryView {
  @Field(() => Float, { nullable: true, description: 'The mean, 1 to 5 to one decimal; null where too few gave it.' })
  mean: number | null;
  @Field(() => Int, { description: 'How many gave it.' }) count: number;
  @Field({ description: 'Whether fewer than three gave it: then there is no mean.' }) tooFew: boolean;
}

@ObjectType('HostScorecard', { description: 'How a host treats workers and lenders, by those who were there.' })
export class HostScorecardView {
  @Field(() => ScorecardEntryView, { description: 'How timely it pays, by workers and lenders.' })
  paidOnTime: ScorecardEntryView;
  @Field(() => ScorecardEntryView, { description: 'How well it keeps terms, by workers and lenders.' })
  termsKept: ScorecardEntryView;
  @Field(() => ScorecardEntryView, { description: 'Whether workers would come again.' })
  again: ScorecardEntryView;
}

export function toScorecardView({ paidOnTime, termsKept, again }: HostScores): HostScorecardView {
  return { paidOnTime: entryOf(paidOnTime), termsKept: entryOf(termsKept), again: entryOf(again) };
}

function entryOf(scores: readonly number[]): ScorecardEntryView {
  const mean = meanOf(scores);
  return { mean, count: scores.length, tooFew: mean === null };
}
