import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { HoursFinding } from '../working-time/hours-guard.rules.js';

@ObjectType('AttendanceTotals', {
  description: 'A month of a placement: what was worked, at which rates, and what the guard of hours finds.',
})
export class AttendanceTotalsView {
  @Field(() => ID, { description: 'The placement.' }) placementId: string;
  @Field({ description: 'The month, `YYYY-MM`.' }) month: string;
  @Field(() => Int, { description: 'Days with finished work.' }) workedDays: number;
  @Field(() => Int, { description: 'Days without a check-out.' }) openDays: number;
  @Field(() => Int, { description: 'Finished days that are not confirmed yet.' }) waitingDays: number;
  @Field(() => Int, { description: 'Days in dispute.' }) disputedDays: number;
  @Field(() => Int, { description: 'Minutes paid at 100 %.' }) normalMinutes: number;
  @Field(() => Int, { description: 'Minutes of overtime.' }) overtimeMinutes: number;
  @Field(() => Int, { description: 'Minutes on days of rest.' }) restDayMinutes: number;
  @Field(() => Int, { description: 'Minutes on statutory holidays.' }) holidayMinutes: number;
  @Field(() => Int, { description: 'Accepted pieces.' }) pieces: number;
  @Field(() => Int, {
    description: 'Minutes that the worker worked elsewhere in the month, at home or at other hosts.',
  })
  otherMinutes: number;
  @Field(() => Int, { description: 'Pay of overtime, per cent; never below 150 (R17).' }) overtimePercent: number;
  @Field(() => Int, { description: 'Pay of work on days of rest, per cent; never below 200 (R17).' })
  restDayPercent: number;
  @Field(() => Int, { description: 'Pay of work on statutory holidays, per cent; never below 300 (R17).' })
  holidayPercent: number;

  /** For extension fields only; not part of the API. */
  found: readonly HoursFinding[];
}
