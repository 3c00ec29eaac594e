import { DAY_MS, type LocalDate } from '../../platform/clock/clock.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { breaks } from '../compliance/breaks.js';
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

/** Days that a worker who said no is left in peace. */
export const peaceDays = 7;

/**
 * Whether an employer may ask again: not while the question stands or a yes does, not for days that are over, and not
 * within a week of the worker's last no, whatever was asked since. What was only not answered, or taken back, may be
 * asked again at once; the worker's answer is as free as before.
 */
export function refuseAskingAgain(
  consent: { readonly state: ConsentState; readonly endsOn: LocalDate },
  lastRefusedAt: Date | null,
  now: Date,
  today: LocalDate,
): Refusal | undefined {
  const field = 'input.consentId';
  if (consent.state === 'requested' || consent.state === 'granted')
    return { code: 'CONFLICT', message: consentMessages.alreadyOpen, field };
  if (consent.endsOn < today) return { code: 'CONFLICT', message: consentMessages.periodOver, field };
  if (!lastRefusedAt || lastRefusedAt.getTime() + peaceDays * DAY_MS <= now.getTime()) return undefined;
  return breaks('R5', consentMessages.leftInPeace, { days: peaceDays }, field);
}

/** Only one's own employees are lent, so only they are asked. */
export function refuseStranger(
  worker: { readonly homeEnterpriseId: string | null },
  lenderId: string,
): Refusal | undefined {
  if (worker.homeEnterpriseId === lenderId) return undefined;
  return { code: 'CONFLICT', message: consentMessages.notEmployed, field: 'input.consentId' };
}
