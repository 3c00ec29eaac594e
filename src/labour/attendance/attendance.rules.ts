import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import type { PlacementState } from '../placements/placement.states.js';
import { localDateOf } from '../working-time/local-time.rules.js';
import { grossMinutes } from '../working-time/working-time.rules.js';
import type { AttendanceSide } from './attendance.entity.js';
import { attendanceMessages as messages } from './attendance.messages.js';
import { type AttendanceState, attendanceTransitions } from './attendance.states.js';

const dayMs = 86_400_000;

/** What is said of a day's work. */
export interface Times {
  readonly checkInAt: Date;
  readonly checkOutAt: Date;
  readonly breakMinutes: number;
  readonly pieces: number | null;
}

interface PlacementTime {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: PlacementState;
  readonly endedAt: Date | null;
}

/** A day as far as it decides what can be done with it. */
export interface AnswerableDay {
  readonly state: AttendanceState;
  readonly checkInAt: Date | null;
  readonly checkOutAt: Date | null;
  readonly hostConfirmedAt: Date | null;
  readonly workerConfirmedAt: Date | null;
  readonly disputedBy: AttendanceSide | null;
  readonly claimedCheckInAt: Date | null;
  readonly settlementId: string | null;
}

const conflict = (message: Refusal['message'], field: string, params?: Refusal['params']): Refusal => ({
  ...{ code: 'CONFLICT', message, field },
  ...(params && { params }),
});
const invalid = (message: Refusal['message'], field: string, params?: Refusal['params']): Refusal => ({
  ...{ code: 'VALIDATION_FAILED', message, field },
  ...(params && { params }),
});

/**
 * Attendance belongs to an active placement, on a day of its period. One that has just ended takes what is still missing
 * until `lateUntil`, so that nobody loses the pay of a last shift.
 */
export function refusePlacement(placement: PlacementTime, day: string, now: Date, lateMs: number): Refusal | undefined {
  const { state, startsOn, endsOn, endedAt } = placement;
  const hasEnded = state === 'completed' || state === 'ended_early';
  const isLate = hasEnded && endedAt !== null && now.getTime() - endedAt.getTime() <= lateMs;
  if (state !== 'active' && !isLate) return conflict(messages.notActive, 'input.placementId', { state });
  if (day < startsOn || day > endsOn) return invalid(messages.outsidePeriod, 'input.day', { startsOn, endsOn });
  return day > localDateOf(now) ? invalid(messages.future, 'input.day') : undefined;
}

/** Whether the times make a shift of that day which has been worked. */
export function refuseTimes(day: string, times: Times, now: Date): Refusal | undefined {
  const { checkInAt, checkOutAt, breakMinutes } = times;
  if (localDateOf(checkInAt) !== day) return invalid(messages.otherDay, 'input.checkInAt', { day });
  if (checkOutAt <= checkInAt) return invalid(messages.outBeforeIn, 'input.checkOutAt');
  if (checkOutAt.getTime() - checkInAt.getTime() > dayMs) return invalid(messages.tooLong, 'input.checkOutAt');
  if (checkOutAt > now) return invalid(messages.future, 'input.checkOutAt');
  return breakMinutes > grossMinutes(times) ? invalid(messages.breakTooLong, 'input.breakMinutes') : undefined;
}

/** Whether two shifts of one worker share a moment. */
export function refuseOverlap(
  times: Pick<Times, 'checkInAt' | 'checkOutAt'>,
  others: readonly { readonly checkInAt: Date | null; readonly checkOutAt: Date | null }[],
): Refusal | undefined {
  const overlaps = others.some(
    ({ checkInAt, checkOutAt }) =>
      checkInAt && checkOutAt && checkInAt < times.checkOutAt && times.checkInAt < checkOutAt,
  );
  return overlaps ? conflict(messages.overlaps, 'input.checkInAt') : undefined;
}

export function refuseSettled({ settlementId }: Pick<AnswerableDay, 'settlementId'>): Refusal | undefined {
  return settlementId === null ? undefined : conflict(messages.settled, 'input.attendanceId');
}

export function refuseIncomplete({ checkOutAt }: Pick<AnswerableDay, 'checkOutAt'>): Refusal | undefined {
  return checkOutAt ? undefined : conflict(messages.incomplete, 'input.attendanceId');
}

/** Whether a side can say yes: to a day on record, or to what was corrected in a dispute. */
export function refuseConfirmation(day: AnswerableDay): Refusal | undefined {
  const next = day.state === 'disputed' ? 'resolved' : 'confirmed';
  return refuseSettled(day) ?? refuseTransition(attendanceTransitions, day.state, next) ?? refuseIncomplete(day);
}

/** Whether a side can say no: also to what only silence confirmed, but not to what it confirmed itself. */
export function refuseDispute(day: AnswerableDay, side: AttendanceSide): Refusal | undefined {
  const own = side === 'host' ? day.hostConfirmedAt : day.workerConfirmedAt;
  return (
    refuseSettled(day) ??
    refuseTransition(attendanceTransitions, day.state, 'disputed') ??
    (own ? conflict(messages.ownConfirmed, 'input.attendanceId') : undefined)
  );
}

/** Whether the host can correct a day: until it is settled or its dispute is over. */
export function refuseCorrection(day: AnswerableDay): Refusal | undefined {
  const isOver = day.state === 'resolved' ? refuseTransition(attendanceTransitions, day.state, 'recorded') : undefined;
  return refuseSettled(day) ?? isOver;
}

export type ResolutionOutcome = 'claim' | 'keep' | 'figures';

/** Who may end a dispute how: its own side drops it, the other accepts the claim, the bureau may do all and set figures. */
export function refuseResolution(
  day: AnswerableDay,
  side: AttendanceSide | 'bureau',
  outcome: ResolutionOutcome,
): Refusal | undefined {
  const refusal = refuseSettled(day) ?? refuseTransition(attendanceTransitions, day.state, 'resolved');
  if (refusal) return refusal;
  const mayAnswer = side === 'bureau' || outcome === (side === day.disputedBy ? 'keep' : 'claim');
  if (!mayAnswer) return conflict(messages.notYourAnswer, 'input.outcome');
  if (outcome === 'claim' && !day.claimedCheckInAt) return conflict(messages.noClaim, 'input.outcome');
  return outcome === 'keep' ? refuseIncomplete(day) : undefined;
}
