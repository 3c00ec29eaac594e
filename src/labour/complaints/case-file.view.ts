import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { WageUnit } from '../wage.js';

@ObjectType('CaseFileAttendance', { description: 'The days of a placement, counted.' })
export class CaseFileAttendanceView {
  @Field(() => Int, { description: 'Days that were recorded.' }) days: number;
  @Field(() => Int, { description: 'Of them, confirmed by both.' }) confirmed: number;
  @Field(() => Int, { description: 'Of them, disputed.' }) disputed: number;
  @Field(() => Int, { description: 'Minutes at the plain wage.' }) normalMinutes: number;
  @Field(() => Int, { description: 'Minutes of overtime, on rest days and on public holidays.' })
  extraMinutes: number;
}

@ObjectType('CaseFileStep', { description: 'One entry of the audit trail of a placement and its offer.' })
export class CaseFileStepView {
  @Field({ description: 'When.' }) at: Date;
  @Field({ description: 'What was done, in the words of the trail.' }) action: string;
  @Field({ description: 'Which side did it: host, lender, worker, bureau or system.' }) by: string;
}

@ObjectType('CaseFile', { description: 'What there is to know of a placement that somebody complained about.' })
export class CaseFileView {
  @Field(() => ID, { description: 'The placement.' }) placementId: string;
  @Field({ description: 'Loan or direct.' }) kind: string;
  @Field({ description: 'Where the placement stands.' }) state: string;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) endsOn: string;
  @Field(() => Date, { nullable: true, description: 'When the worker arrived.' }) startedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it ended.' }) endedAt: Date | null;
  @Field(() => Int, { description: 'Wage offered, in the hundredth part of the currency.' }) wageFen: number;
  @Field(() => WageUnit, { description: 'What the wage is paid for.' }) wageUnit: string;
  @Field({ description: 'ISO 4217 currency code.' }) currency: string;
  @Field(() => String, { nullable: true, description: 'Number of the agreement between host and lender.' })
  agreementNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Where the worker’s consent to the loan stands.' })
  consentState: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day that the consent covers.' })
  consentStartsOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day that the consent covers.' })
  consentEndsOn: string | null;
  @Field(() => CaseFileAttendanceView, { description: 'Its days, counted.' }) attendance: CaseFileAttendanceView;
  @Field(() => [CaseFileStepView], { description: 'Its audit trail, oldest first; at most 200 entries.' })
  trail: CaseFileStepView[];
}
