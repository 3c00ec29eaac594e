import type { LocalDate } from '../../platform/clock/clock.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { breaks } from '../compliance/breaks.js';
import type { Finding } from '../compliance/finding.js';
import { agreementMessages } from './agreement.messages.js';
import type { AgreementKind } from './agreement.entity.js';
import { type AgreementState, agreementTransitions } from './agreement.states.js';

interface Negotiated {
  readonly state: AgreementState;
  readonly version: number;
  readonly expiresAt: Date;
}

const field = 'input.agreementId';
const changeOfChange: Refusal = { code: 'CONFLICT', message: agreementMessages.changeOfChange, field };

/** New terms are possible until both have signed; after an issue they open the negotiation again. */
export function refuseProposal(
  agreement: Negotiated & { readonly kind: AgreementKind },
  now: Date,
): Refusal | undefined {
  if (agreement.kind === 'termination') return changeOfChange;
  if (agreement.state === 'draft') return refuseLapsed(agreement, now);
  return refuseTransition(agreementTransitions, agreement.state, 'draft') ?? refuseLapsed(agreement, now);
}

/**
 * Agreeing to the other side's terms: `author` proposed them, `party` agrees to `version`. What the law asks for and is not
 * there keeps them from being issued (R8).
 */
export function refuseIssue(
  agreement: Negotiated,
  { author, party, version, gaps }: { author: string; party: string; version: number; gaps: readonly Finding[] },
  now: Date,
): Refusal | undefined {
  return (
    refuseTransition(agreementTransitions, agreement.state, 'issued') ??
    refuseLapsed(agreement, now) ??
    refuseStaleVersion(agreement, version) ??
    (author === party ? { code: 'CONFLICT', message: agreementMessages.notYourTurn, field } : undefined) ??
    refuseGaps(gaps)
  );
}

/** R8: an agreement with an empty mandatory clause cannot be signed; nor one that is unlawful as it stands. */
export function refuseGaps(gaps: readonly Finding[]): Refusal | undefined {
  const [first] = gaps;
  if (!first) return undefined;
  const terms = gaps.map(({ subject, rule }) => `${subject ?? ''} (${rule})`).join(', ');
  return breaks(first.rule, agreementMessages.gapsLeft, { count: gaps.length, terms }, field);
}

/** A signatory signs what they read: its hash must be the one that waits, and each side signs once. */
export function refuseSignature(
  agreement: Negotiated & { readonly contentHash: string | null },
  signing: { readonly role: 'owner' | 'member'; readonly hash: string; readonly hasSigned: boolean },
  now: Date,
): Refusal | undefined {
  return (
    refuseTransition(agreementTransitions, agreement.state, 'signed') ??
    refuseLapsed(agreement, now) ??
    refuseNoSignatory(signing.role) ??
    (signing.hash === agreement.contentHash
      ? undefined
      : { code: 'CONFLICT', message: agreementMessages.staleContent, field: 'input.contentHash' }) ??
    (signing.hasSigned ? { code: 'CONFLICT', message: agreementMessages.signedAlready, field } : undefined)
  );
}

/** Owners are the authorised signatories of an enterprise. */
export function refuseNoSignatory(role: 'owner' | 'member'): Refusal | undefined {
  return role === 'owner' ? undefined : { code: 'FORBIDDEN', message: agreementMessages.ownersSign };
}

export function refuseRejection({ state }: { readonly state: AgreementState }): Refusal | undefined {
  return refuseTransition(agreementTransitions, state, 'rejected');
}

/** The last day of an early end: from today on, within the agreement. */
export function refuseEndDate(
  { endsOn }: { readonly endsOn: LocalDate },
  asked: LocalDate,
  today: LocalDate,
): Refusal | undefined {
  if (asked < today)
    return { code: 'VALIDATION_FAILED', message: agreementMessages.endsBeforeToday, field: 'input.endsOn' };
  if (asked <= endsOn) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: agreementMessages.endsAfterAgreement,
    params: { endsOn },
    field: 'input.endsOn',
  };
}

/** Only what both have signed can be amended or ended early; a change is not changed itself. */
export function refuseChange({ state, kind }: { readonly state: AgreementState; readonly kind: AgreementKind }) {
  if (kind !== 'cooperation') return changeOfChange;
  return refuseTransition(agreementTransitions, state, 'terminated');
}

/** Whoever acts has read the newest terms. */
export function refuseStaleVersion(agreement: Pick<Negotiated, 'version'>, version: number): Refusal | undefined {
  if (version === agreement.version) return undefined;
  const params = { version: agreement.version };
  return { code: 'CONFLICT', message: agreementMessages.staleVersion, params, field: 'input.version' };
}

function refuseLapsed({ expiresAt }: { readonly expiresAt: Date }, now: Date): Refusal | undefined {
  return expiresAt > now ? undefined : { code: 'CONFLICT', message: agreementMessages.agreementLapsed, field };
}
