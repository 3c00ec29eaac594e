import { defineEvent } from '../platform/queue/job.js';

interface NeedEvent {
  readonly needId: string;
  readonly hostId: string;
  readonly regionId: string;
}
export const needPublished = defineEvent<NeedEvent>('labour.need.published');
export const needChanged = defineEvent<NeedEvent>('labour.need.changed');
export const needEnded = defineEvent<NeedEvent>('labour.need.ended');

interface ApplicationEvent {
  readonly applicationId: string;
  readonly needId: string;
  readonly workerId: string;
  readonly hostId: string;
  /** Set for an interest: the employer that it is routed to. */
  readonly employerId: string | null;
}
export const applicationSubmitted = defineEvent<ApplicationEvent>('labour.application.submitted');

interface SearchEvent {
  readonly searchId: string;
  readonly workerId: string;
  /** The newest of what was found since the last alert. */
  readonly needId: string;
  readonly found: number;
}
export const savedSearchMatched = defineEvent<SearchEvent>('labour.saved-search.matched');

interface ProposalsEvent {
  readonly needId: string;
  readonly hostId: string;
  readonly runId: string;
  readonly added: number;
}
export const proposalsAdded = defineEvent<ProposalsEvent>('labour.proposals.added');

interface OfferEvent {
  readonly offerId: string;
  readonly needId: string;
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string | null;
  readonly regionId: string;
}
export const offerSent = defineEvent<OfferEvent>('labour.offer.sent');
export const offerAccepted = defineEvent<OfferEvent>('labour.offer.accepted');
/** Declined, withdrawn or expired: the seat and the worker are free again. */
export const offerLapsed = defineEvent<OfferEvent & { readonly state: 'declined' | 'withdrawn' | 'expired' }>(
  'labour.offer.lapsed',
);

interface PlacementEvent {
  readonly placementId: string;
  readonly needId: string;
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string | null;
  readonly regionId: string;
}
export const placementPlanned = defineEvent<PlacementEvent>('labour.placement.planned');
export const placementStarted = defineEvent<PlacementEvent>('labour.placement.started');
/** Completed, cancelled, ended early or a no-show. */
export const placementEnded = defineEvent<PlacementEvent & { readonly state: string }>('labour.placement.ended');
