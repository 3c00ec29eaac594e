import { Field, ObjectType } from '@nestjs/graphql';
import type { Language } from '../../platform/i18n/message.js';
import { ProblemView, toProblemView } from '../offers/offer-batch.view.js';
import { HoursFindingView } from './hours-finding.view.js';
import type { Recorded } from './attendance-recording.service.js';
import { AttendanceDayView } from './attendance.view.js';

@ObjectType('AttendanceOutcome', { description: 'What became of one day of a batch: the day, or a problem.' })
export class AttendanceOutcomeView {
  @Field(() => ProblemView, { nullable: true, description: 'Why it was not done; null where it was.' })
  problem: ProblemView | null;

  /** For extension fields only; not part of the API. */
  attendanceId: string | null;
}

@ObjectType('AttendanceCheck', { description: 'A check-in or check-out that was taken.' })
export class AttendanceCheckView {
  @Field(() => AttendanceDayView, { description: 'The day.' }) attendance: AttendanceDayView;
  @Field(() => [HoursFindingView], { description: 'What the guard of hours has to say of a shift that begins.' })
  findings: HoursFindingView[];
}

export function toOutcomeView(outcome: Recorded, language: Language): AttendanceOutcomeView {
  return 'refusal' in outcome
    ? { attendanceId: null, problem: toProblemView(outcome.refusal, language) }
    : { attendanceId: outcome.attendanceId, problem: null };
}
