import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { AttendanceAction } from './attendance-action.rules.js';
import type { AttendanceDay, AttendanceMethod, AttendanceSide } from './attendance.entity.js';
import { AttendanceStateView } from './attendance.input.js';

export const AttendanceMethodEnum = {
  PASS: 'pass',
  LIST: 'list',
  SHEET: 'sheet',
} as const satisfies Record<string, AttendanceMethod>;
registerEnumType(AttendanceMethodEnum, {
  name: 'AttendanceMethod',
  description: 'How a day came on record.',
  valuesMap: {
    PASS: { description: 'By the worker’s pass at the gate.' },
    LIST: { description: 'On the host’s list.' },
    SHEET: { description: 'By a spreadsheet of the host.' },
  },
});

export const AttendanceSideEnum = { HOST: 'host', WORKER: 'worker' } as const satisfies Record<string, AttendanceSide>;
registerEnumType(AttendanceSideEnum, {
  name: 'AttendanceSide',
  description: 'One of the two who confirm a day.',
  valuesMap: { HOST: { description: 'The host.' }, WORKER: { description: 'The worker.' } },
});

export const AttendanceActionEnum = {
  CONFIRM: 'confirm',
  DISPUTE: 'dispute',
  CORRECT: 'correct',
  ACCEPT_CLAIM: 'accept_claim',
  DROP_DISPUTE: 'drop_dispute',
  DECIDE: 'decide',
} as const satisfies Record<string, AttendanceAction>;
registerEnumType(AttendanceActionEnum, {
  name: 'AttendanceAction',
  description: 'What can be done with a day of attendance; each is a mutation.',
  valuesMap: {
    CONFIRM: { description: '`confirmAttendance`, by its host and its worker.' },
    DISPUTE: { description: '`disputeAttendance`, by its host or worker.' },
    CORRECT: { description: '`correctAttendance`, by its host.' },
    ACCEPT_CLAIM: { description: '`resolveAttendance` with CLAIM, by the side that did not dispute.' },
    DROP_DISPUTE: { description: '`resolveAttendance` with KEEP, by the side that disputed.' },
    DECIDE: { description: '`resolveAttendance`, by the bureau.' },
  },
});

@ObjectType('AttendanceClaim', { description: 'What the side that disputes a day says was worked.' })
export class AttendanceClaimView {
  @Field({ description: 'When work began.' }) checkInAt: Date;
  @Field({ description: 'When it ended.' }) checkOutAt: Date;
  @Field(() => Int, { description: 'Minutes of break.' }) breakMinutes: number;
  @Field(() => Int, { nullable: true, description: 'Accepted pieces.' }) pieces: number | null;
}

@ObjectType('AttendanceDay', {
  description:
    'What was worked in one shift of a placement. A shift over midnight belongs to the day on which it began.',
})
export class AttendanceDayView {
  @Field(() => ID, { description: 'Id of the day.' }) id: string;
  @Field(() => ID, { description: 'The placement.' }) placementId: string;
  @Field(() => LocalDateScalar, { description: 'The local date on which the shift began.' }) day: string;
  @Field(() => Date, { nullable: true, description: 'When work began.' }) checkInAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it ended; null while the worker is at work.' })
  checkOutAt: Date | null;
  @Field(() => AttendanceMethodEnum, { description: 'How it came on record.' }) method: string;
  @Field(() => Int, { description: 'Minutes of break, not paid.' }) breakMinutes: number;
  @Field(() => Int, { description: 'Minutes paid at 100 %.' }) normalMinutes: number;
  @Field(() => Int, { description: 'Minutes of overtime on a workday, paid at 150 % or more.' })
  overtimeMinutes: number;
  @Field(() => Int, { description: 'Minutes on a day of rest, paid at 200 % or more.' }) restDayMinutes: number;
  @Field(() => Int, { description: 'Minutes on a statutory holiday, paid at 300 % or more.' }) holidayMinutes: number;
  @Field(() => Int, { nullable: true, description: 'Accepted pieces, where pay is by the piece.' })
  pieces: number | null;
  @Field(() => AttendanceStateView, { description: 'Where it stands.' }) state: string;
  @Field(() => Date, { nullable: true, description: 'When the host confirmed it.' }) hostConfirmedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When the worker confirmed it.' }) workerConfirmedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'From then on silence confirms it.' }) confirmBy: Date | null;
  @Field(() => AttendanceSideEnum, { nullable: true, description: 'Who disputed it.' }) disputedBy: string | null;
  @Field({ description: 'Why it was disputed.' }) disputeReason: string;
  @Field(() => AttendanceClaimView, { nullable: true, description: 'What the disputing side says was worked.' })
  claim: AttendanceClaimView | null;
  @Field({ description: 'On what grounds the dispute ended.' }) resolution: string;
  @Field({ description: 'Whether a settlement counts it; then it no longer changes.' }) isSettled: boolean;

  /** For extension fields only; not part of the API. */
  row: AttendanceDay;
}

export const AttendanceDayConnection = ConnectionOf(AttendanceDayView, 'AttendanceDay');

export function toAttendanceView(row: AttendanceDay): AttendanceDayView {
  const { id, placementId, day, checkInAt, checkOutAt, method, breakMinutes, pieces, state } = row;
  const { normalMinutes, overtimeMinutes, restDayMinutes, holidayMinutes } = row;
  const { hostConfirmedAt, workerConfirmedAt, confirmBy, disputedBy, disputeReason, resolution } = row;
  return {
    ...{ id, placementId, day, checkInAt, checkOutAt, method, breakMinutes, pieces, state },
    ...{ normalMinutes, overtimeMinutes, restDayMinutes, holidayMinutes },
    ...{ hostConfirmedAt, workerConfirmedAt, confirmBy, disputedBy, disputeReason, resolution },
    ...{ claim: claimOf(row), isSettled: row.settlementId !== null, row },
  };
}

function claimOf(row: AttendanceDay): AttendanceClaimView | null {
  const { claimedCheckInAt: checkInAt, claimedCheckOutAt: checkOutAt, claimedBreakMinutes, claimedPieces } = row;
  if (!checkInAt || !checkOutAt) return null;
  return { checkInAt, checkOutAt, breakMinutes: claimedBreakMinutes ?? 0, pieces: claimedPieces };
}
