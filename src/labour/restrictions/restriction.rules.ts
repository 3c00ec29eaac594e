import type { Refusal } from '../../platform/errors/index.js';
import { restrictionMessages } from './restriction.messages.js';

/** Hazards of work that the law keeps from some people. */
export const workHazards = ['toxic', 'radiation', 'heavy', 'heights', 'cold', 'underground', 'night'] as const;
export type WorkHazard = (typeof workHazards)[number];

/**
 * Work that is barred to a worker cannot be theirs: hazardous work for minors (未成年工特殊保护规定), and what they stated for
 * themself (女职工劳动保护特别规定 and the like). Only the worker is told.
 */
export function refuseBarredWork(isBarred: boolean, field = 'input.offerId'): Refusal | undefined {
  return isBarred ? { code: 'RULE_VIOLATED', rule: 'R15', message: restrictionMessages.barred, field } : undefined;
}

/** What holds until a day that is over bars nothing. */
export function refusePastUntil(until: string | null, today: string): Refusal | undefined {
  if (until === null || until >= today) return undefined;
  return { code: 'VALIDATION_FAILED', message: restrictionMessages.past, params: { today }, field: 'input.until' };
}
