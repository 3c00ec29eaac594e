import type { Refusal } from '../platform/errors/index.js';
import { labourMessages } from './labour.messages.js';

/** Only verified enterprises deal (R30); others may look around. */
export function refuseUnverified(enterprise: { readonly verification: string }): Refusal | undefined {
  return enterprise.verification === 'verified'
    ? undefined
    : { code: 'RULE_VIOLATED', message: labourMessages.hostNotVerified };
}
