import type { LocalDate } from '../../platform/clock/clock.js';
import type { Refusal } from '../../platform/errors/index.js';
import { addDays } from '../../platform/clock/local-date.js';
import type { Period } from '../needs/need.rules.js';
import { refuseBackwardPeriod } from '../needs/need.rules.js';
import type { PlacementState } from '../placements/placement.states.js';
import { pauseMessages } from './pause.messages.js';

export type PauseReason = 'no_work' | 'stoppage' | 'safety' | 'personal' | 'other';

/** Whether a placement can be paused at all. */
export function refusePause({ state }: { readonly state: PlacementState }): Refusal | undefined {
  if (state === 'planned' || state === 'active') return undefined;
  return { code: 'CONFLICT', message: pauseMessages.notRunning, field: 'input.placementId' };
}

/** A pause lies in what is left of the placement. */
export function refusePausePeriod(pause: Period, placement: Period, today: LocalDate): Refusal | undefined {
  const backward = refuseBackwardPeriod(pause);
  if (backward) return backward;
  const first = placement.startsOn > today ? placement.startsOn : today;
  if (pause.startsOn >= first && pause.endsOn <= placement.endsOn) return undefined;
  const params = { today: first, endsOn: placement.endsOn };
  const field = pause.startsOn < first ? 'input.startsOn' : 'input.endsOn';
  return { code: 'VALIDATION_FAILED', message: pauseMessages.outside, params, field };
}

export function refuseResume({ isPaused }: { readonly isPaused: boolean }): Refusal | undefined {
  return isPaused ? undefined : { code: 'CONFLICT', message: pauseMessages.notPaused, field: 'input.placementId' };
}

/** The last day that stays paused when work goes on today: yesterday, or today for a pause that began today. */
export function lastPausedDay({ startsOn }: Pick<Period, 'startsOn'>, today: LocalDate): LocalDate {
  const yesterday = addDays(today, -1);
  return startsOn > yesterday ? startsOn : yesterday;
}
