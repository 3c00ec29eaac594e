import type { Refusal } from '../../platform/errors/index.js';
import { accountMessages } from './account.messages.js';
import type { AccountState } from './account.states.js';

export function stateOf({ disabledAt }: { readonly disabledAt: Date | null }): AccountState {
  return disabledAt === null ? 'active' : 'blocked';
}

/** Whoever blocks keeps a way back in: so an installation never loses its last operator. */
export function refuseOwnBlock(viewerAccountId: string, accountId: string, state: AccountState): Refusal | undefined {
  if (state === 'active' || viewerAccountId !== accountId) return undefined;
  return { code: 'RULE_VIOLATED', message: accountMessages.ownBlock, field: 'input.accountId' };
}

/** Whoever asks why an account is blocked finds an answer. */
export function refuseBlockWithoutNote(state: AccountState, note: string): Refusal | undefined {
  if (state === 'active' || note !== '') return undefined;
  return { code: 'VALIDATION_FAILED', message: accountMessages.noteNeeded, field: 'input.note' };
}
