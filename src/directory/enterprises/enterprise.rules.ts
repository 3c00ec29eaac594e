import { stdnum } from 'stdnum';
import type { Refusal } from '../../platform/errors/index.js';
import { directoryMessages } from '../directory.messages.js';
import type { Verification } from './enterprise.states.js';

export type Decision = 'verify' | 'reject' | 'suspend';

/** The unified social credit code (GB 32100) that a text means: 18 upper-case characters whose check character holds. */
export function usccOf(text: string): string | undefined {
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return stdnum.CN?.uscc?.validate(code).isValid ? code : undefined;
}

export function refuseUscc(text: string, field: string): Refusal | undefined {
  return usccOf(text) === undefined
    ? { code: 'VALIDATION_FAILED', message: directoryMessages.usccInvalid, field }
    : undefined;
}

export function stateAfter(decision: Decision): Verification {
  switch (decision) {
    case 'verify':
      return 'verified';
    case 'reject':
      return 'rejected';
    case 'suspend':
      return 'suspended';
  }
}

/** A refusal or suspension without a reason leaves the enterprise nothing to put right. */
export function refuseWithoutReason(decision: Decision, note: string): Refusal | undefined {
  if (decision === 'verify' || note !== '') return undefined;
  return { code: 'VALIDATION_FAILED', message: directoryMessages.noteNeeded, field: 'input.note' };
}
