import type { LocalDate } from '../../platform/clock/clock.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { addDays } from '../../platform/clock/local-date.js';
import { refuseEarlyStart } from '../placements/placement.rules.js';
import { type PlacementState, placementTransitions } from '../placements/placement.states.js';
import { penaltyMessages } from './penalty.messages.js';
import { type PenaltyState, penaltyTransitions } from './penalty.states.js';

/** How long a penalty can be appealed, hours. */
export const appealHours = 72;
const mostDays = 180;

/** A host reports that nobody came, from the first planned day on, and only while nothing was worked. */
export function refuseNoShow(
  placement: { readonly state: PlacementState; readonly startsOn: LocalDate },
  { hasAttendance }: { readonly hasAttendance: boolean },
  today: LocalDate,
): Refusal | undefined {
  return (
    refuseTransition(placementTransitions, placement.state, 'no_show') ??
    refuseEarlyStart(placement, today) ??
    (hasAttendance ? { code: 'CONFLICT', message: penaltyMessages.cameToWork, field: 'input.placementId' } : undefined)
  );
}

/** The days for which a penalty stands; never longer than 180 of them, whatever is configured. */
export function penaltyPeriod(today: LocalDate, days: number): { startsOn: LocalDate; endsOn: LocalDate } {
  const length = Math.min(Math.max(Math.trunc(days), 1), mostDays);
  return { startsOn: today, endsOn: addDays(today, length - 1) };
}

interface DecidablePenalty {
  readonly state: PenaltyState;
  readonly appealBy: Date;
}

export function refuseAppeal({ state, appealBy }: DecidablePenalty, now: Date): Refusal | undefined {
  const moved = refuseTransition(penaltyTransitions, state, 'appealed');
  if (moved) return moved;
  return appealBy > now
    ? undefined
    : { code: 'CONFLICT', message: penaltyMessages.appealTooLate, field: 'input.penaltyId' };
}

/** An officer decides what was appealed. */
export function refuseDecision({ state }: Pick<DecidablePenalty, 'state'>, next: 'upheld' | 'lifted') {
  return (
    refuseTransition(penaltyTransitions, state, next) ??
    (state === 'appealed'
      ? undefined
      : ({ code: 'CONFLICT', message: penaltyMessages.notAppealed, field: 'input.penaltyId' } satisfies Refusal))
  );
}

/** Whether it stands today: an appeal that nobody has decided suspends it. */
export function isInForce(
  {
    state,
    startsOn,
    endsOn,
  }: { readonly state: PenaltyState; readonly startsOn: LocalDate; readonly endsOn: LocalDate },
  today: LocalDate,
): boolean {
  return (state === 'proposed' || state === 'upheld') && startsOn <= today && today <= endsOn;
}
