import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { breaks } from '../compliance/breaks.js';
import { type Contract, refuseUncoveredLoan } from '../employments/employment.rules.js';
import { agreementMessages } from '../agreements/agreement.messages.js';
import { labourMessages } from '../labour.messages.js';
import { refuseBarredWork } from '../restrictions/restriction.rules.js';
import type { Period } from '../needs/need.rules.js';
import { type OfferState, offerTransitions } from './offer.states.js';

/** What decides whether an offer can be answered with a yes. */
export interface OfferFacts {
  readonly need: { readonly headcount: number; readonly seatsTaken: number; readonly state: string };
  /** The one in force for the whole period, if any. */
  readonly consent: { readonly id: string } | undefined;
  /** What the lender stated of the labour contract. */
  readonly contract: Contract | undefined;
  /** A signed agreement between lender and host that covers it and has a head left. */
  readonly agreement: { readonly id: string; readonly wageFen: number | null } | undefined;
  /** Whether the law, or the worker's own statement, keeps this work from them. */
  readonly isBarredWork: boolean;
  /** Why host or lender may not deal now; undefined when both may. */
  readonly barred?: Refusal;
}

interface AnswerableOffer {
  readonly kind: 'loan' | 'direct';
  readonly state: OfferState;
  readonly expiresAt: Date;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly wageFen: number;
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
  return kind === 'direct' || consent ? undefined : breaks('R5', labourMessages.consentMissing);
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
  { need, consent, barred, isBarredWork }: OfferFacts,
  now: Date,
): Refusal | undefined {
  return (
    refuseTransition(offerTransitions, offer.state, 'accepted') ??
    refuseExpired(offer, now) ??
    refuseFullNeed(need) ??
    refuseWithoutConsent(offer.kind, consent) ??
    barred ??
    refuseBarredWork(isBarredWork)
  );
}

/**
 * Whether its lender can say yes; the worker's acceptance holds the seat already. A loan stands on three papers: the worker's
 * consent, their labour contract, and the agreement of the two enterprises.
 */
export function refuseConfirmation(
  offer: AnswerableOffer,
  facts: Omit<OfferFacts, 'need' | 'isBarredWork'>,
  now: Date,
): Refusal | undefined {
  return (
    refuseTransition(offerTransitions, offer.state, 'confirmed') ??
    refuseExpired(offer, now) ??
    facts.barred ??
    missingPapers(offer, facts)[0]?.refusal
  );
}

export type LoanPaper = 'consent' | 'contract' | 'agreement';

/** Which papers a loan still lacks, each with what is wrong about it; a direct hire needs none of them. */
export function missingPapers(
  offer: Omit<AnswerableOffer, 'state' | 'expiresAt'>,
  { consent, contract, agreement }: Pick<OfferFacts, 'consent' | 'contract' | 'agreement'>,
): { readonly paper: LoanPaper; readonly refusal: Refusal }[] {
  if (offer.kind === 'direct') return [];
  const papers: readonly (readonly [LoanPaper, Refusal | undefined])[] = [
    ['consent', refuseWithoutConsent(offer.kind, consent)],
    ['contract', refuseUncoveredLoan(contract, offer)],
    ['agreement', refuseNoAgreement(offer, agreement)],
  ];
  return papers.flatMap(([paper, refusal]) => (refusal ? [{ paper, refusal }] : []));
}

/** R8: nobody is lent without an agreement that both enterprises have signed, nor for less than it says. */
export function refuseNoAgreement(
  { wageFen }: { readonly wageFen: number },
  agreement: OfferFacts['agreement'],
): Refusal | undefined {
  if (!agreement) return breaks('R8', agreementMessages.agreementMissing);
  return agreement.wageFen !== null && wageFen < agreement.wageFen
    ? { code: 'CONFLICT', message: agreementMessages.wageBelowAgreement }
    : undefined;
}
