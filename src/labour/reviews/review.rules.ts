import { DAY_MS } from '../../platform/clock/clock.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { reviewMessages } from './review.messages.js';
import { isPublic, type ReviewState, reviewTransitions } from './review.states.js';

export type ReviewKind = 'host_of_worker' | 'worker_of_host' | 'lender_of_host';

export const scoreNames = ['punctuality', 'skill', 'safety', 'termsKept', 'respect', 'paidOnTime', 'again'] as const;
export type ScoreName = (typeof scoreNames)[number];
/** 1 to 5, the best. */
export type Scores = Readonly<Partial<Record<ScoreName, number | null>>>;

/** What each side scores: the database holds the same list. */
export const scoresAsked: Readonly<Record<ReviewKind, readonly ScoreName[]>> = {
  host_of_worker: ['punctuality', 'skill', 'safety', 'again'],
  worker_of_host: ['termsKept', 'safety', 'respect', 'paidOnTime', 'again'],
  lender_of_host: ['paidOnTime', 'termsKept'],
};

export const reviewDays = 14;
export const sealedDays = 7;

export interface Parties {
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string | null;
}
export type Author = { readonly workerId: string } | { readonly enterpriseId: string };

/** Whose reviews somebody writes of a placement; undefined for who is no party. */
export function kindOf({ workerId, hostId, lenderId }: Parties, author: Author): ReviewKind | undefined {
  if ('workerId' in author) return author.workerId === workerId ? 'worker_of_host' : undefined;
  if (author.enterpriseId === hostId) return 'host_of_worker';
  return author.enterpriseId === lenderId ? 'lender_of_host' : undefined;
}

/** Whether somebody is whom a review is about. */
export function isSubject({ kind, workerId, hostId }: Parties & { readonly kind: ReviewKind }, who: Author): boolean {
  if ('workerId' in who) return kind === 'host_of_worker' && who.workerId === workerId;
  return kind !== 'host_of_worker' && who.enterpriseId === hostId;
}

/** Only what was lived through is reviewed, while it is fresh. */
export function refuseReviewTime(
  placement: { readonly state: string; readonly endedAt: Date | null },
  now: Date,
): Refusal | undefined {
  const { state, endedAt } = placement;
  if ((state !== 'completed' && state !== 'ended_early') || endedAt === null)
    return { code: 'CONFLICT', message: reviewMessages.notEnded, field: 'input.placementId' };
  if (now.getTime() <= endedAt.getTime() + reviewDays * DAY_MS) return undefined;
  return {
    code: 'CONFLICT',
    message: reviewMessages.tooLate,
    params: { days: reviewDays },
    field: 'input.placementId',
  };
}

/** Each side says once what it has to say. */
export function refuseSecondReview(
  { reviews }: { readonly reviews: readonly ReviewKind[] },
  kind: ReviewKind,
): Refusal | undefined {
  return reviews.includes(kind)
    ? { code: 'CONFLICT', message: reviewMessages.once, field: 'input.placementId' }
    : undefined;
}

/** Every fault of the scores: those asked must be there, and no others. */
export function refuseScores(kind: ReviewKind, scores: Scores): Refusal[] {
  const asked = scoresAsked[kind];
  return scoreNames.flatMap((name): Refusal[] => {
    const isGiven = typeof scores[name] === 'number';
    if (isGiven === asked.includes(name)) return [];
    const message = isGiven ? reviewMessages.scoreUnasked : reviewMessages.scoreMissing;
    return [{ code: 'VALIDATION_FAILED', message, field: `input.${name}` }];
  });
}

/**
 * Which of a placement's sealed reviews need wait no longer. Host and worker wait for each other; a lender's waits for
 * the host's, so that the host does not repay it in what it says of the lender's worker.
 */
export function isAnswered(kind: ReviewKind, present: ReadonlySet<ReviewKind>): boolean {
  return present.has(kind === 'host_of_worker' ? 'worker_of_host' : 'host_of_worker');
}

const newcomerReviews = 3;
const prior = { rating: 70, weight: 3 };
const lowest = 40;

/**
 * A worker's rating, 0 to 100, from published reviews by hosts: the mean of their scores, 1 as 0 and 5 as 100. Fewer than
 * three reviews say little, so 70 counts three times beside them. Reviews alone never take it below 40. Nothing but the
 * scores enters: who the worker is does not. null without any review.
 */
export function ratingOf(reviews: readonly Scores[]): number | null {
  if (reviews.length === 0) return null;
  const sum = reviews.reduce((total, scores) => total + percentOf(scores), 0);
  const isNewcomer = reviews.length < newcomerReviews;
  const mean = isNewcomer
    ? (prior.rating * prior.weight + sum) / (prior.weight + reviews.length)
    : sum / reviews.length;
  return Math.max(lowest, Math.round(mean));
}

function percentOf(scores: Scores): number {
  const given = scoresAsked.host_of_worker.map((name) => scores[name] ?? 1);
  const mean = given.reduce((total, score) => total + score, 0) / given.length;
  return (mean - 1) * 25;
}

/** Fewer than so many reviews tell more of who wrote them than of the host. */
export const fewestForScorecard = 3;

/** The mean of one score to one decimal; null where too few gave it. */
export function meanOf(scores: readonly number[]): number | null {
  if (scores.length < fewestForScorecard) return null;
  return Math.round((10 * scores.reduce((sum, score) => sum + score, 0)) / scores.length) / 10;
}

export function refuseReply(review: { readonly state: ReviewState; readonly reply: string }): Refusal | undefined {
  if (!isPublic(review.state))
    return { code: 'CONFLICT', message: reviewMessages.notPublished, field: 'input.reviewId' };
  return review.reply === ''
    ? undefined
    : { code: 'CONFLICT', message: reviewMessages.repliedAlready, field: 'input.reviewId' };
}

export function refuseAppeal({ state }: { readonly state: ReviewState }): Refusal | undefined {
  return refuseTransition(reviewTransitions, state, 'appealed');
}
