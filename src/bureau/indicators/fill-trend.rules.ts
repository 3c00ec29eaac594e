import type { Refusal } from '../../platform/errors/index.js';
import { bureauMessages } from '../bureau.messages.js';

const maxPoints = 400;
const dayMs = 86_400_000;

/** Days between two points of a trend. */
export function stepDays(step: 'day' | 'week'): number {
  return step === 'day' ? 1 : 7;
}

/** A trend runs forwards and has at most 400 points. */
export function refuseTrendRange(from: string, until: string, step: 'day' | 'week'): Refusal | undefined {
  if (until < from) return { code: 'VALIDATION_FAILED', message: bureauMessages.endsBeforeStart, field: 'input.until' };
  const points = Math.floor((Date.parse(until) - Date.parse(from)) / dayMs / stepDays(step)) + 1;
  if (points <= maxPoints) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: bureauMessages.tooManyPoints,
    params: { max: maxPoints },
    field: 'input.until',
  };
}

/** The last day that has anything to show: days still to come have no history. */
export function lastPoint(until: string, today: string): string {
  return until < today ? until : today;
}
