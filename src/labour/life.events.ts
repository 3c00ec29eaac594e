import { defineEvent } from '../platform/queue/job.js';

/** Whose placement it is; `lenderId` is null for a direct hire. */
export interface PlacementParties {
  readonly placementId: string;
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string | null;
}

type Side = 'host' | 'lender' | 'worker';

interface ReturnEvent extends PlacementParties {
  readonly returnId: string;
  /** Who asked for it. */
  readonly requestedBy: Side;
  readonly reason: string;
}
export const returnRequested = defineEvent<ReturnEvent>('labour.return.requested');
/** The placement has ended by it. */
export const returnEffective = defineEvent<ReturnEvent>('labour.return.effective');
/** Nothing came of it; `by` is the side that said so, null: time did. */
export const returnEnded = defineEvent<
  ReturnEvent & { readonly state: 'declined' | 'withdrawn' | 'expired'; readonly by: Side | null }
>('labour.return.ended');
/** The worker objects to being sent back: the bureau of the place is to look at it. */
export const returnObjected = defineEvent<ReturnEvent & { readonly regionId: string }>('labour.return.objected');

interface PauseEvent extends PlacementParties {
  readonly pauseId: string;
}
export const placementPaused = defineEvent<PauseEvent>('labour.placement.paused');
export const placementResumed = defineEvent<PauseEvent>('labour.placement.resumed');

/** Its agreement ends early, and it with it: its last day is an earlier one. */
export const placementShortened = defineEvent<PlacementParties>('labour.placement.shortened');

/** It begins tomorrow, and the worker has not confirmed its terms. Told once. */
export const termsUnconfirmed = defineEvent<PlacementParties>('labour.placement.terms-unconfirmed');

/** A pass that was still good was replaced by one on another phone. */
export const workPassReplaced = defineEvent<{ readonly placementId: string; readonly workerId: string }>(
  'labour.work-pass.replaced',
);

interface PenaltyEvent {
  readonly penaltyId: string;
  readonly placementId: string;
  readonly workerId: string | null;
  readonly enterpriseId: string | null;
  readonly regionId: string;
}
export const noShowReported = defineEvent<PlacementParties & { readonly penaltyId: string; readonly regionId: string }>(
  'labour.no-show.reported',
);
export const penaltyAppealed = defineEvent<PenaltyEvent>('labour.penalty.appealed');
export const penaltyDecided = defineEvent<PenaltyEvent & { readonly state: 'upheld' | 'lifted' }>(
  'labour.penalty.decided',
);

interface ExtensionEvent extends PlacementParties {
  readonly extensionId: string;
}
export const extensionProposed = defineEvent<ExtensionEvent>('labour.extension.proposed');
export const extensionAgreed = defineEvent<ExtensionEvent>('labour.extension.agreed');
/** Nothing came of it; `by` is the side that said no, null: time did. */
export const extensionEnded = defineEvent<
  ExtensionEvent & { readonly state: 'declined' | 'expired'; readonly by: Side | null }
>('labour.extension.ended');

/** A bureau found the lender bankrupt or deregistered; its loans have stopped. */
export const lenderLost = defineEvent<{ readonly enterpriseId: string; readonly regionId: string }>(
  'labour.lender.lost',
);

interface InjuryEvent extends PlacementParties {
  readonly injuryId: string;
  readonly regionId: string;
}
export const injuryReported = defineEvent<InjuryEvent>('labour.injury.reported');
/** Twenty of the thirty days to file have gone by (R14). */
export const injuryDueSoon = defineEvent<InjuryEvent>('labour.injury.due-soon');
/** The thirty days are over, and nobody has filed (R14). */
export const injuryOverdue = defineEvent<InjuryEvent>('labour.injury.overdue');
