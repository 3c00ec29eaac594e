import type { Viewer } from '../../platform/auth/viewer.js';
import { refuseTransition } from '../../platform/errors/index.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import { missingPapers, type OfferFacts, refuseAcceptance, refuseConfirmation } from './offer.rules.js';
import { type OfferState, offerTransitions } from './offer.states.js';

export type OfferAction = 'accept' | 'decline' | 'confirm' | 'withdraw';

/** An offer with its parties, as far as it decides who may do what. */
export interface ActionableOffer {
  readonly kind: 'loan' | 'direct';
  readonly state: OfferState;
  readonly expiresAt: Date;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly wageFen: number;
  readonly workerId: string;
  readonly hostId: string;
  readonly lenderId: string | null;
}

/** What the viewer may do with an offer now, by the rules of the mutations themselves. */
export function offerActions(offer: ActionableOffer, viewer: Viewer, facts: OfferFacts, now: Date): OfferAction[] {
  if (!mayWriteLabour(viewer)) return [];
  const lapse = (state: 'declined' | 'withdrawn') => refuseTransition(offerTransitions, offer.state, state);
  if (viewer.kind === 'worker' && viewer.workerId === offer.workerId)
    return unrefused([
      ['accept', refuseAcceptance(offer, facts, now)],
      ['decline', lapse('declined')],
    ]);
  if (viewer.kind === 'enterprise' && viewer.enterpriseId === offer.lenderId)
    return unrefused([
      ['confirm', refuseConfirmation(offer, facts, now)],
      ['decline', lapse('declined')],
    ]);
  if (viewer.kind === 'enterprise' && viewer.enterpriseId === offer.hostId)
    return unrefused([['withdraw', lapse('withdrawn')]]);
  return [];
}

/** What an offer's lender has to bring before it can confirm; nothing of it concerns anyone else, nor an offer that is over. */
export function lenderLacks(
  offer: Omit<ActionableOffer, 'expiresAt'>,
  viewer: Viewer,
  facts: OfferFacts,
): ReturnType<typeof missingPapers> {
  const isLender = viewer.kind === 'enterprise' && viewer.enterpriseId === offer.lenderId;
  const isOpen = offer.state === 'sent' || offer.state === 'accepted';
  return isLender && isOpen ? missingPapers(offer, facts) : [];
}
