import type { LocalDate } from '../../platform/clock/clock.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { consentMessages } from './consent.messages.js';
import { type ConsentState, consentTransitions } from './consent.states.js';

export interface AnswerableConsent {
  readonly state: ConsentState;
  readonly expiresAt: Date;
  readonly endsOn: LocalDate;
}

/** A request that ran out of time, or whose period has passed, can no longer be answered: silence is refusal. */
export function refuseLapsed(
  consent: { readonly expiresAt: Date; readonly endsOn: LocalDate },
  now: Date,
  today: LocalDate,
): Refusal | undefined {
  if (consent.expiresAt > now && consent.endsOn >= today) return undefined;
  return { code: 'CONFLICT', message: consentMessages.lapsed, field: 'input.consentId' };
}

/** Whether its worker can answer so, or take the answer back; a yes can be taken back at any time. */
export function refuseAnswer(
  consent: AnswerableConsent,
  answer: 'granted' | 'refused' | 'withdrawn',
  now: Date,
  today: LocalDate,
): Refusal | undefined {
  return (
    refuseTransition(consentTransitions, consent.state, answer) ??
    (answer === 'withdrawn' ? undefined : refuseLapsed(consent, now, today))
  );
}
