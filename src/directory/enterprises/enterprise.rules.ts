import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { directoryMessages } from '../directory.messages.js';
import { type Verification, verificationTransitions } from './enterprise.states.js';

export type Decision = 'verify' | 'reject' | 'suspend';

/** A step that somebody may take on an enterprise's registration. */
export type EnterpriseAction = Decision | 'resubmit';

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * GB 32100-2015: C18 = (31 − Σ Ci·Wi mod 31) mod 31 over an alphabet without I, O, S, V, Z. Our own ten lines, because
 * the library for such numbers refuses every code whose check character is 0.
 */
function hasUsccCheck(code: string): boolean {
  const digits = [...code].map((character) => usccAlphabet.indexOf(character));
  if (digits.length !== 18 || digits.includes(-1)) return false;
  const sum = usccWeights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  return (31 - (sum % 31)) % 31 === digits[17];
}

/** The unified social credit code (GB 32100) that a text means: 18 upper-case characters whose check character holds. */
export function usccOf(text: string): string | undefined {
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}/.test(code) && hasUsccCheck(code) ? code : undefined;
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

/** Who is verified without an image of the licence is so by an officer’s word: the note says how the licence was seen (R30). */
export function refuseUnseenLicence(
  decision: Decision,
  note: string,
  { licenceFileId }: { readonly licenceFileId: string | null },
): Refusal | undefined {
  if (decision !== 'verify' || licenceFileId !== null || note !== '') return undefined;
  return { code: 'VALIDATION_FAILED', rule: 'R30', message: directoryMessages.licenceUnseen, field: 'input.note' };
}

/** Once a bureau has gone by it, who stands behind a registration no longer changes here. */
export function refuseCompletion({ verification }: { readonly verification: Verification }): Refusal | undefined {
  if (verification === 'submitted' || verification === 'rejected') return undefined;
  return { code: 'CONFLICT', message: directoryMessages.registrationDecided };
}

const decisions: readonly Decision[] = ['verify', 'reject', 'suspend'];

/** The decisions that the state allows, as `decideEnterprise` will judge them. */
export function decisionsFrom(verification: Verification): Decision[] {
  return decisions.filter(
    (decision) => refuseTransition(verificationTransitions, verification, stateAfter(decision)) === undefined,
  );
}
