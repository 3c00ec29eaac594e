import type { Refusal } from '../../platform/errors/index.js';
import { restrictionMessages } from './restriction.messages.js';

/** Hazards of work that the law keeps from some people. */
export const workHazards = ['toxic', 'radiation', 'heavy', 'heights', 'cold', 'underground', 'night'] as const;
export type WorkHazard = (typeof workHazards)[number];

/**
 * Work that is barred to a worker cannot be theirs: hazardous work for minors (未成年工特殊保护规定), and what they stated for
 * themself (女职工劳动保护特别规定 and the like). Only the worker is told.
 */
export function refuseBarredWork(isBarred: boolean): Refusal | undefined {
  return isBarred
    ? { code: 'RULE_VIOLATED', rule: 'R15', message: restrictionMessages.barred, field: 'input.offerId' }
    : undefined;
}
