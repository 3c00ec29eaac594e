import type { LocalDate } from '../../platform/clock/clock.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import type { Message } from '../../platform/i18n/message.js';
import { breaks } from '../compliance/breaks.js';
import { addDays } from '../../platform/clock/local-date.js';
import { labourMessages } from '../labour.messages.js';
import type { AgreedForPlacement } from '../placements/placement-life.loader.js';
import { awaitedOf, type Answers, type Party } from '../placements/placement-party.rules.js';
import { type PlacementState, placementTransitions } from '../placements/placement.states.js';
import { returnMessages } from './return.messages.js';
import { type ReturnState, returnTransitions } from './return.states.js';

/** The host breaks its duties to protect (R19). */
export const dutyReasons = [
  'unsafe_conditions',
  'no_protective_equipment',
  'unpaid',
  'overlong_hours',
  'other_breach_of_duty',
] as const;
/** The only reasons for which a host may send a worker back by itself (R21). */
export const hostReasons = ['serious_rule_breach', 'incompetence', 'agreed_case'] as const;

export type ReturnReason = (typeof dutyReasons)[number] | 'unsuited' | (typeof hostReasons)[number];

/** How a return comes about: `R19` at once, `R20` by everyone's yes, `R21` after notice. */
export type ReturnKind = 'R19' | 'R20' | 'R21';

/** How long the others have to say yes, hours. */
export const answerHours = 72;

export function returnKind(reason: ReturnReason): ReturnKind {
  if (reason === 'unsuited') return 'R20';
  return (hostReasons as readonly string[]).includes(reason) ? 'R21' : 'R19';
}

export const firstState = { R19: 'effective', R20: 'waiting', R21: 'due' } as const satisfies Record<
  ReturnKind,
  ReturnState
>;

export const endReason = { R19: 'duty_breached', R20: 'unsuited', R21: 'sent_back' } as const;

const field = 'input.reason';

/** Each side has its own reasons: the worker leaves at once (R19), the host needs a case (R21), the lender needs all (R20). */
export function refuseReason(party: Party, reason: ReturnReason): Refusal | undefined {
  const kind = returnKind(reason);
  if (kind === 'R20') return undefined;
  switch (party) {
    case 'worker':
      return kind === 'R19' ? undefined : breaks('R19', returnMessages.workerReasons, undefined, field);
    case 'host':
      return kind === 'R21' ? undefined : breaks('R21', returnMessages.hostReasons, undefined, field);
    case 'lender':
      return breaks('R20', returnMessages.lenderReasons, undefined, field);
  }
}

/** What a host says of a worker needs proof (R21). */
export function refuseWithoutEvidence(reason: ReturnReason, evidence: string): Refusal | undefined {
  if (returnKind(reason) !== 'R21' || evidence !== '') return undefined;
  return breaks('R21', returnMessages.evidenceNeeded, undefined, 'input.evidence');
}

export function refuseUnagreedCase(
  reason: ReturnReason,
  agreed: Pick<AgreedForPlacement, 'terms'> | undefined,
): Refusal | undefined {
  if (reason !== 'agreed_case' || agreed?.terms.returnCases) return undefined;
  return breaks('R21', returnMessages.caseNotAgreed, undefined, field);
}

/** Only what runs can be returned from, and only one return of it is under way at a time. */
export function refuseReturn(
  placement: { readonly state: PlacementState },
  { hasOpenReturn }: { readonly hasOpenReturn: boolean },
): Refusal | undefined {
  const ended = refuseTransition(placementTransitions, placement.state, 'ended_early');
  if (ended) return ended;
  return hasOpenReturn
    ? { code: 'CONFLICT', message: returnMessages.alreadyOpen, field: 'input.placementId' }
    : undefined;
}

/** The day on which a return takes effect: today, or when the agreed notice is over. */
export function effectiveOn(
  kind: ReturnKind,
  agreed: Pick<AgreedForPlacement, 'terms'> | undefined,
  today: LocalDate,
): LocalDate {
  return kind === 'R21' ? addDays(today, agreed?.terms.returnNoticeDays ?? 0) : today;
}

export interface AnswerableReturn extends Answers {
  readonly lenderId: string | null;
  readonly requestedBy: Party;
  readonly reason: ReturnReason;
  readonly state: ReturnState;
  readonly expiresAt: Date | null;
  readonly objectedAt: Date | null;
}

/** Whether a side can say yes: it is asked, and still in time. */
export function refuseAgreement(request: AnswerableReturn, party: Party, now: Date): Refusal | undefined {
  const moved = refuseTransition(returnTransitions, request.state, 'effective');
  if (moved) return moved;
  if (request.state !== 'waiting' || !awaitedOf(request, request).includes(party))
    return { code: 'CONFLICT', message: returnMessages.nothingToAnswer, field: 'input.returnId' };
  return request.expiresAt !== null && request.expiresAt <= now
    ? { code: 'CONFLICT', message: returnMessages.tooLate, field: 'input.returnId' }
    : undefined;
}

/** How a no ends a request: whoever made it takes it back, the others decline. */
export function stateAfterNo(request: Pick<AnswerableReturn, 'requestedBy'>, party: Party): 'withdrawn' | 'declined' {
  return request.requestedBy === party ? 'withdrawn' : 'declined';
}

/** A notice of R21 is taken back only by the host; a request of R20 falls with anyone's no. */
export function refuseNo(request: AnswerableReturn, party: Party): Refusal | undefined {
  return refuseTransition(returnTransitions, request.state, stateAfterNo(request, party));
}

/** The worker may object to being sent back; the return goes on, and the bureau looks at it. */
export function refuseObjection(request: AnswerableReturn, party: Party): Refusal | undefined {
  const isSentBack = returnKind(request.reason) === 'R21' && ['due', 'effective'].includes(request.state);
  if (party === 'worker' && isSentBack && request.objectedAt === null) return undefined;
  return { code: 'CONFLICT', message: returnMessages.cannotObject, field: 'input.returnId' };
}

/** A host asks for somebody else when the worker went early or never came. */
export function refuseReplacement(
  { state }: { readonly state: PlacementState },
  { isReplaced, needIsOpen }: { readonly isReplaced: boolean; readonly needIsOpen: boolean },
): Refusal | undefined {
  const conflict = (message: Message): Refusal => ({ code: 'CONFLICT', message, field: 'input.placementId' });
  if (state !== 'ended_early' && state !== 'no_show') return conflict(returnMessages.replacementNotDue);
  if (isReplaced) return conflict(returnMessages.alreadyReplaced);
  return needIsOpen ? undefined : conflict(labourMessages.needNotOpen);
}
