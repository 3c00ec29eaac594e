import type { Refusal } from '../../platform/errors/index.js';
import { directoryMessages } from '../directory.messages.js';
import { addDays } from '../../platform/clock/local-date.js';

const maxDays = 366;

/** A range of days runs forward. */
export function refuseBackwardRange(from: string, to: string): Refusal | undefined {
  return to >= from
    ? undefined
    : { code: 'VALIDATION_FAILED', message: directoryMessages.endsBeforeStart, field: 'to' };
}

export function refuseLongRange(from: string, to: string): Refusal | undefined {
  if (to < addDays(from, maxDays)) return undefined;
  return { code: 'VALIDATION_FAILED', message: directoryMessages.tooLong, params: { days: maxDays }, field: 'to' };
}
