import { defineEvent } from '../platform/queue/job.js';

/** Whose placement it is; `lenderId` is null for a direct hire. */
export interface PlacementParties {
  readonly placementId: string;
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string | null;
}

interface ReturnEvent extends PlacementParties {
  readonly returnId: string;
  /** Who asked for it. */
  readonly requestedBy: 'host' | 'lender' | 'worker';
  readonly reason: string;
}
export const returnRequested = defineEvent<ReturnEvent>('labour.return.requested');
/** The placement has ended by it. */
export const returnEffective = defineEvent<ReturnEvent>('labour.return.effective');

export const placementPaused = defineEvent<PlacementParties & { readonly pauseId: string }>('labour.placement.paused');

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
export const penaltyDecided = defineEvent<PenaltyEvent & { readonly state: 'upheld' | 'lifted' }>(
  'labour.penalty.decided',
);

interface ExtensionEvent extends PlacementParties {
  readonly extensionId: string;
}
export const extensionProposed = defineEvent<ExtensionEvent>('labour.extension.proposed');
export const extensionAgreed = defineEvent<ExtensionEvent>('labour.extension.agreed');

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
