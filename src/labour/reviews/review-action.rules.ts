import type { Viewer } from '../../platform/auth/viewer.js';
import { refuseTransition } from '../../platform/errors/index.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import { type Author, isSubject, type Parties, refuseAppeal, refuseReply, type ReviewKind } from './review.rules.js';
import { type ReviewState, reviewTransitions } from './review.states.js';

export type ReviewAction = 'reply' | 'appeal' | 'uphold' | 'remove';

interface ActionableReview extends Parties {
  readonly kind: ReviewKind;
  readonly state: ReviewState;
  readonly reply: string;
}

/** The party that a viewer speaks for; undefined for viewers who are none. */
export function authorOf(viewer: Viewer): Author | undefined {
  if (viewer.kind === 'worker') return { workerId: viewer.workerId };
  return viewer.kind === 'enterprise' ? { enterpriseId: viewer.enterpriseId } : undefined;
}

/** What the viewer may do with a review that was shown to them: whom it is about answers, officers decide appeals. */
export function reviewActions(review: ActionableReview, viewer: Viewer): ReviewAction[] {
  if (viewer.kind === 'bureau')
    return unrefused([
      ['uphold', refuseTransition(reviewTransitions, review.state, 'upheld')],
      ['remove', refuseTransition(reviewTransitions, review.state, 'removed')],
    ]);
  const who = authorOf(viewer);
  if (!who || !mayWriteLabour(viewer) || !isSubject(review, who)) return [];
  return unrefused([
    ['reply', refuseReply(review)],
    ['appeal', refuseAppeal(review)],
  ]);
}
