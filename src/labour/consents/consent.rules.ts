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

/** Whether its worker can answer so, or take the answer back; a yes can be taken back at any time, in one step (R41). */
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

/** What decides whether an employer may ask a worker again. */
export interface AskingFacts {
  /** Whether the worker is employed by whoever asked. */
  readonly isEmployed: boolean;
  /** A question or a yes for the same days stands. */
  readonly isOpen: boolean;
  /** When the worker last said no to this employer. */
  readonly lastRefusedAt: Date | null;
}

/**
 * Whether an employer may ask again: not while the question or a yes stands, not for days that are over, not who has left,
 * and not within a week of the worker's last no, whatever was asked since. What was only not answered, or taken back, may
 * be asked again at once; the worker's answer is as free as before.
 */
export function refuseAskingAgain(
  consent: { readonly state: ConsentState; readonly endsOn: LocalDate },
  { isEmployed, isOpen, lastRefusedAt }: AskingFacts,
  now: Date,
  today: LocalDate,
): Refusal | undefined {
  const field = 'input.consentId';
  if (isOpen || consent.state === 'requested' || consent.state === 'granted')
    return { code: 'CONFLICT', message: consentMessages.alreadyOpen, field };
  if (consent.endsOn < today) return { code: 'CONFLICT', message: consentMessages.periodOver, field };
  if (!isEmployed) return { code: 'CONFLICT', message: consentMessages.notEmployed, field };
  if (!lastRefusedAt || lastRefusedAt.getTime() + peaceDays * DAY_MS <= now.getTime()) return undefined;
  return breaks('R5', consentMessages.leftInPeace, { days: peaceDays }, field);
}
