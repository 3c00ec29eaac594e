import type { LocalDate } from '../../platform/clock/clock.js';
import type { Refusal } from '../../platform/errors/index.js';
import { consentMessages } from './consent.messages.js';

/** A request that ran out of time, or whose period has passed, can no longer be answered: silence is refusal. */
export function refuseLapsed(
  consent: { readonly expiresAt: Date; readonly endsOn: LocalDate },
  now: Date,
  today: LocalDate,
): Refusal | undefined {
  if (consent.expiresAt > now && consent.endsOn >= today) return undefined;
  return { code: 'CONFLICT', message: consentMessages.lapsed, field: 'input.consentId' };
}
