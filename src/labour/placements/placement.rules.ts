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

export function refuseStart(
  placement: { readonly state: PlacementState; readonly startsOn: string },
  today: string,
): Refusal | undefined {
  return refuseTransition(placementTransitions, placement.state, 'active') ?? refuseEarlyStart(placement, today);
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
