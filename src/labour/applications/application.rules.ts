import { notFound, type Refusal } from '../../platform/errors/index.js';
import { labourMessages } from '../labour.messages.js';

/**
 * Facts decide the kind: a person with an employer can only say that they would go (R1, finding 1);
 * a person without one applies for a hire by the host itself.
 */
export function applicationKind(worker: { readonly homeEnterpriseId: string | null }): 'direct' | 'interest' {
  return worker.homeEnterpriseId === null ? 'direct' : 'interest';
}

/** Only an open need can be applied for, and only once at a time; what is not open does not exist for applicants. */
export function refuseApplication(need: { readonly state: string }, hasApplied: boolean): Refusal | undefined {
  if (need.state !== 'open') return notFound('input.needId');
  return hasApplied ? { code: 'CONFLICT', message: labourMessages.applicationOnce } : undefined;
}
