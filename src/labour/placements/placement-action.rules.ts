import type { Viewer } from '../../platform/auth/viewer.js';
import { refuseExtension } from '../extensions/extension.rules.js';
import { refusePlacementForInjury } from '../injuries/injury.rules.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import { refusePause, refuseResume } from '../pauses/pause.rules.js';
import { refuseNoShow } from '../penalties/penalty.rules.js';
import { refuseReviewTime, refuseSecondReview, type ReviewKind } from '../reviews/review.rules.js';
import { refuseReplacement, refuseReturn } from '../returns/return.rules.js';
import { refuseEnd, refuseStart, refuseTermsConfirmation, type StartablePlacement } from './placement.rules.js';
import type { LifeFacts } from './placement-life.loader.js';
import { type Parties, type Party, partyOf } from './placement-party.rules.js';

export type PlacementAction =
  | 'start'
  | 'end'
  | 'confirm_terms'
  | 'pause'
  | 'resume'
  | 'request_return'
  | 'report_no_show'
  | 'request_replacement'
  | 'propose_extension'
  | 'report_injury'
  | 'write_review';

/** A placement with its parties, as far as it decides who may do what. */
export interface ActionablePlacement extends Parties, StartablePlacement {
  readonly endedAt: Date | null;
}

/** What the viewer may do with a placement on `today` at `now`, by the rules of the mutations themselves. */
export function placementActions(
  placement: ActionablePlacement,
  viewer: Viewer,
  facts: LifeFacts,
  today: string,
  now: Date,
): PlacementAction[] {
  const party = partyOf(viewer, placement);
  if (!party || !mayWriteLabour(viewer)) return [];
  const anyone = unrefused([
    ['request_return', refuseReturn(placement, facts)],
    ['report_injury', refusePlacementForInjury(placement)],
    ['write_review', refuseReviewTime(placement, now) ?? refuseSecondReview(facts, reviewOf[party])],
  ]);
  if (party === 'worker') return [...ownTerms(placement), ...anyone];
  const enterprises = unrefused([
    ['pause', refusePause(placement)],
    ['resume', refuseResume(facts)],
    ['propose_extension', refuseExtension(placement, facts)],
  ]);
  if (party === 'lender') return [...enterprises, ...anyone];
  const host = unrefused([
    ['start', refuseStart(placement, today)],
    ['end', refuseEnd(placement)],
    ['report_no_show', refuseNoShow(placement, facts, today)],
    ['request_replacement', refuseReplacement(placement, facts)],
  ]);
  return [...host, ...enterprises, ...anyone];
}

const reviewOf = {
  worker: 'worker_of_host',
  host: 'host_of_worker',
  lender: 'lender_of_host',
} as const satisfies Record<Party, ReviewKind>;

/** Terms that were confirmed once need no second yes; should they change, the notice's hash does, and with it the question. */
function ownTerms(placement: ActionablePlacement): PlacementAction[] {
  return placement.termsConfirmedAt ? [] : unrefused([['confirm_terms', refuseTermsConfirmation(placement)]]);
}
