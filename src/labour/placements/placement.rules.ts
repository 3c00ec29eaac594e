import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { breaks } from '../compliance/breaks.js';
import { labourMessages } from '../labour.messages.js';
import { returnMessages } from '../returns/return.messages.js';
import { type PlacementState, placementTransitions } from './placement.states.js';

/** A placement starts on its first day, not before. */
export function refuseEarlyStart({ startsOn }: { readonly startsOn: string }, today: string): Refusal | undefined {
  return today >= startsOn
    ? undefined
    : { code: 'CONFLICT', message: labourMessages.placementNotDue, params: { startsOn }, field: 'input.placementId' };
}

/** The last day that counts when a placement ends on `today`: never before its first, never after its agreed last. */
export function lastDay(
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  today: string,
): string {
  if (today < startsOn) return startsOn;
  return today > endsOn ? endsOn : today;
}

/** A placement as far as it decides when it may begin. */
export interface StartablePlacement {
  readonly kind: 'loan' | 'direct';
  readonly state: PlacementState;
  readonly startsOn: string;
  readonly termsConfirmedAt: Date | null;
}

export function refuseStart(placement: StartablePlacement, today: string): Refusal | undefined {
  return (
    refuseTransition(placementTransitions, placement.state, 'active') ??
    refuseEarlyStart(placement, today) ??
    refuseUnconfirmedTerms(placement)
  );
}

/** R7: a lent worker has agreed to what changes of their labour contract, in the words of the notice, before they begin. */
export function refuseUnconfirmedTerms({ kind, termsConfirmedAt }: StartablePlacement): Refusal | undefined {
  if (kind === 'direct' || termsConfirmedAt) return undefined;
  return breaks('R7', labourMessages.termsUnconfirmed, undefined, 'input.placementId');
}

/** Terms are confirmed of a loan that is planned or runs. */
export function refuseTermsConfirmation({ kind, state }: Omit<StartablePlacement, 'startsOn'>): Refusal | undefined {
  if (kind === 'direct') return { code: 'CONFLICT', message: labourMessages.noTermsToConfirm };
  return state === 'active' ? undefined : refuseTransition(placementTransitions, state, 'active');
}

/** How the host ends a placement: planned ones never began, running ones end before their time. */
export function endStateOf({ state }: { readonly state: PlacementState }): 'cancelled' | 'ended_early' {
  return state === 'planned' ? 'cancelled' : 'ended_early';
}

/** A host ends what it hired itself; a running loan ends early by a return, with reason and evidence (R21). */
export function refuseEnd(placement: {
  readonly kind: 'loan' | 'direct';
  readonly state: PlacementState;
}): Refusal | undefined {
  const next = endStateOf(placement);
  const moved = refuseTransition(placementTransitions, placement.state, next);
  if (moved || placement.kind === 'direct' || next === 'cancelled') return moved;
  return breaks('R21', returnMessages.endNeedsReturn, undefined, 'input.placementId');
}
