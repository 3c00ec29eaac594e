import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { labourMessages } from '../labour.messages.js';
import type { Period } from '../needs/need.rules.js';
import { type OfferState, offerTransitions } from './offer.states.js';

/** What decides whether an offer can be answered with a yes. */
export interface OfferFacts {
  readonly need: { readonly headcount: number; readonly seatsTaken: number; readonly state: string };
  /** The one in force for the whole period, if any. */
  readonly consent: { readonly id: string } | undefined;
  /** Why host or lender may not deal now; undefined when both may. */
  readonly barred?: Refusal;
}

interface AnswerableOffer {
  readonly kind: 'loan' | 'direct';
  readonly state: OfferState;
  readonly expiresAt: Date;
}

/** A worker with an employer is lent, one without is hired: facts decide, nobody chooses. */
export function dealKind(worker: { readonly homeEnterpriseId: string | null }): 'loan' | 'direct' {
  return worker.homeEnterpriseId === null ? 'direct' : 'loan';
}

export function refuseExpired(offer: { readonly expiresAt: Date }, now: Date): Refusal | undefined {
  return offer.expiresAt > now
    ? undefined
    : { code: 'CONFLICT', message: labourMessages.offerExpired, field: 'input.offerId' };
}

export function refuseFullNeed(need: {
  readonly headcount: number;
  readonly seatsTaken: number;
  readonly state: string;
}): Refusal | undefined {
  if (need.state !== 'open') return { code: 'CONFLICT', message: labourMessages.needNotOpen };
  return need.seatsTaken < need.headcount ? undefined : { code: 'CONFLICT', message: labourMessages.needFull };
}

export function refuseLenderIsHost(hostId: string, lenderId: string | null): Refusal | undefined {
  return lenderId === hostId ? { code: 'CONFLICT', message: labourMessages.lenderIsHost } : undefined;
}

/** A proposal outlives the availability it was made from by a moment; an applicant brings their own time. */
export function refuseStaleProposal(proposalId: string | null, available: Period | undefined): Refusal | undefined {
  if (proposalId === null || available) return undefined;
  return { code: 'CONFLICT', message: labourMessages.proposalGone, field: 'input.proposalId' };
}

/** No loan without the worker's own yes for the whole period (R5): `consent` is the one in force, if any. */
export function refuseWithoutConsent(kind: 'loan' | 'direct', consent: object | undefined): Refusal | undefined {
  return kind === 'direct' || consent ? undefined : { code: 'RULE_VIOLATED', message: labourMessages.consentMissing };
}

/** The days both are there for: a worker who is available for part of the need is offered that part. */
export function commonPeriod(need: Period, available: Period | undefined): Period {
  if (!available) return need;
  return {
    startsOn: available.startsOn > need.startsOn ? available.startsOn : need.startsOn,
    endsOn: available.endsOn < need.endsOn ? available.endsOn : need.endsOn,
  };
}

/** Whether its worker can say yes. */
export function refuseAcceptance(
  offer: AnswerableOffer,
  { need, consent, barred }: OfferFacts,
  now: Date,
): Refusal | undefined {
  return (
    refuseTransition(offerTransitions, offer.state, 'accepted') ??
    refuseExpired(offer, now) ??
    refuseFullNeed(need) ??
    refuseWithoutConsent(offer.kind, consent) ??
    barred
  );
}

/** Whether its lender can say yes; the worker's acceptance holds the seat already. */
export function refuseConfirmation(
  offer: AnswerableOffer,
  { consent, barred }: Pick<OfferFacts, 'consent' | 'barred'>,
  now: Date,
): Refusal | undefined {
  return (
    refuseTransition(offerTransitions, offer.state, 'confirmed') ??
    refuseExpired(offer, now) ??
    refuseWithoutConsent(offer.kind, consent) ??
    barred
  );
}
