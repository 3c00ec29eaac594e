import { notFound, type Refusal } from '../../platform/errors/index.js';
import { labourMessages } from '../labour.messages.js';
import { refuseBarredWork } from '../restrictions/restriction.rules.js';

/** What stands between an applicant and a need. */
export interface ApplicantFacts {
  /** Their application stands. */
  readonly hasApplied: boolean;
  /** They blocked the host, or the host them. */
  readonly isBlocked: boolean;
  /** The law, or what they stated themself, keeps the work from them. */
  readonly isBarredWork: boolean;
}

/**
 * Facts decide the kind: a person with an employer can only say that they would go (R1, finding 1);
 * a person without one applies for a hire by the host itself.
 */
export function applicationKind(worker: { readonly homeEnterpriseId: string | null }): 'direct' | 'interest' {
  return worker.homeEnterpriseId === null ? 'direct' : 'interest';
}

/**
 * Only an open need can be applied for, and only once at a time; what is not open does not exist for applicants, and
 * neither does it where one of the two blocked the other. What could never be accepted is not applied for (R15).
 */
export function refuseApplication(
  need: { readonly state: string },
  { hasApplied, isBlocked, isBarredWork }: ApplicantFacts,
): Refusal | undefined {
  if (need.state !== 'open' || isBlocked) return notFound('input.needId');
  if (hasApplied) return { code: 'CONFLICT', message: labourMessages.applicationOnce };
  return refuseBarredWork(isBarredWork, 'input.needId');
}
