import type { Refusal } from '../../platform/errors/index.js';
import { labourMessages } from '../labour.messages.js';

/** A placement starts on its first day, not before. */
export function refuseEarlyStart({ startsOn }: { readonly startsOn: string }, today: string): Refusal | undefined {
  return today >= startsOn
    ? undefined
    : { code: 'CONFLICT', message: labourMessages.placementNotDue, params: { startsOn }, field: 'input.placementId' };
}

/** The last day that counts when a placement ends on `today`: never before its first, never after its agreed last. */
export function lastDay(
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  today: string,
): string {
  if (today < startsOn) return startsOn;
  return today > endsOn ? endsOn : today;
}
