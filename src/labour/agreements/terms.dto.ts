import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { skillLevels } from '../../directory/index.js';
import {
  BooleanInput,
  CodeInput,
  DateInput,
  EnumInput,
  type FaultContext,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { ShiftKind } from '../needs/need.input.js';
import { SurplusReasonEnum } from '../surplus/surplus.view.js';
import { WageUnit } from '../wage.js';
import { agreementMessages } from './agreement.messages.js';
import type { AgreedHeads, AgreementTerms, Provider, Reimbursement } from './terms.js';

export const ProviderEnum = { HOST: 'host', LENDER: 'lender', WORKER: 'worker' } as const satisfies Record<
  string,
  Provider
>;
registerEnumType(ProviderEnum, {
  name: 'Provider',
  description: 'Who provides something and pays for it.',
  valuesMap: {
    HOST: { description: 'The host.' },
    LENDER: { description: 'The lender.' },
    WORKER: { description: 'The worker.' },
  },
});

export const ReimbursementKindEnum = {
  LODGING: 'lodging',
  MEALS: 'meals',
  TRANSPORT: 'transport',
  TRAINING: 'training',
  HEALTH_CHECK: 'health_check',
} as const satisfies Record<string, Reimbursement['kind']>;
registerEnumType(ReimbursementKindEnum, {
  name: 'ReimbursementKind',
  description:
    'A cost of the lender’s that the host pays back. There is none for a margin, a fee or a commission (R9).',
  valuesMap: {
    LODGING: { description: 'Lodging.' },
    MEALS: { description: 'Meals.' },
    TRANSPORT: { description: 'Transport.' },
    TRAINING: { description: 'Training.' },
    HEALTH_CHECK: { description: 'Health checks.' },
  },
});

export const DisputeForumEnum = {
  MEDIATION: 'mediation',
  ARBITRATION: 'arbitration',
  COURT: 'court',
} as const satisfies Record<string, NonNullable<AgreementTerms['disputeForum']>>;
registerEnumType(DisputeForumEnum, {
  name: 'DisputeForum',
  description: 'Where a dispute between the two enterprises goes.',
  valuesMap: {
    MEDIATION: { description: 'Mediation first.' },
    ARBITRATION: { description: 'Arbitration.' },
    COURT: { description: 'The court at the place of work.' },
  },
});

const maxHeads = 20;
const maxReimbursements = 10;
const listOf = (max: number): { context: FaultContext } => ({
  context: { message: agreementMessages.listSize, params: { max } },
});
const optional = { optional: true } as const;
const text = { defaultValue: '', max: 2000 } as const;

@InputType('AgreedHeadsInput', { description: 'Heads of one occupation.' })
@ObjectType('AgreedHeads', { description: 'Heads of one occupation.' })
export class AgreedHeadsDto implements AgreedHeads {
  @CodeInput({ description: 'The occupation, e.g. `GJ:RT-WEAVE`.' }) occupationId: string;
  @IntInput({ description: `Least skill level: ${skillLevels}.`, min: 1, max: 5 }) level: number;
  @IntInput({ description: 'How many.', min: 1, max: 1000 }) headcount: number;
}

@InputType('ReimbursementInput', { description: 'What the host pays back beside wages.' })
@ObjectType('Reimbursement', { description: 'What the host pays back beside wages.' })
export class ReimbursementDto implements Reimbursement {
  @EnumInput(ReimbursementKindEnum, { description: 'For what.' }) kind: Reimbursement['kind'];
  @IntInput({ description: 'Per worker and month, in fen.', min: 0, max: 10_000_000 }) perWorkerMonthFen: number;
}

/** One class for what is proposed and what is shown: a version of the terms is sent and read whole. */
@InputType('AgreementTermsInput', { description: 'Terms proposed for an agreement, whole; null: not agreed yet.' })
@ObjectType('AgreementTerms', { description: 'One version of an agreement’s terms; null: not agreed yet.' })
export class TermsDto implements AgreementTerms {
  @EnumInput(SurplusReasonEnum, { description: 'Why the lender can lend.', ...optional })
  reason: AgreementTerms['reason'];
  @Field(() => [AgreedHeadsDto], { description: `Heads by occupation, at most ${maxHeads}.` })
  @IsArray()
  @ArrayMaxSize(maxHeads, listOf(maxHeads))
  @ValidateNested({ each: true })
  @Type(() => AgreedHeadsDto)
  heads: AgreedHeadsDto[];
  @DateInput({ description: 'First day.' }) startsOn: string;
  @DateInput({ description: 'Last day.' }) endsOn: string;
  @IntInput({ description: 'Trial days.', min: 0, max: 30, ...optional }) trialDays: number | null;
  @TextInput({ description: 'Place of work.', ...text, max: 300 }) site: string;
  @TextInput({ description: 'Duties of the post.', ...text }) duties: string;
  @EnumInput(ShiftKind, { description: 'When the work is done.', ...optional }) shift: AgreementTerms['shift'];
  @IntInput({ description: 'Planned working time of a day, minutes.', min: 60, max: 720, ...optional })
  dailyMinutes: number | null;
  @IntInput({ description: 'Breaks of a day, minutes.', min: 0, max: 240, ...optional }) breakMinutes: number | null;
  @IntInput({ description: 'Working days of a week.', min: 1, max: 7, ...optional }) weeklyDays: number | null;
  @TextInput({ description: 'Rest days and leave.', ...text }) restAndLeave: string;
  @IntInput({ description: 'Wage in fen.', min: 1, max: 100_000_000, ...optional }) wageFen: number | null;
  @EnumInput(WageUnit, { description: 'What the wage is paid for.', ...optional }) wageUnit: WageUnit | null;
  @TextInput({ description: 'ISO 4217 currency code.', min: 3, max: 3, defaultValue: 'CNY' }) currency: string;
  @IntInput({ description: 'Pay of overtime, per cent of the wage.', min: 100, max: 1000, ...optional })
  overtimePercent: number | null;
  @IntInput({ description: 'Pay of work on a rest day, per cent.', min: 100, max: 1000, ...optional })
  restDayPercent: number | null;
  @IntInput({ description: 'Pay of work on a public holiday, per cent.', min: 100, max: 1000, ...optional })
  holidayPercent: number | null;
  @TextInput({ description: 'Allowances.', ...text }) allowances: string;
  @IntInput({ description: 'Day with which a month is closed; 31: its last.', min: 1, max: 31, ...optional })
  cutOffDay: number | null;
  @IntInput({ description: 'Day of the next month by which the host pays the lender.', min: 1, max: 28, ...optional })
  hostPaysByDay: number | null;
  @IntInput({ description: 'Day of the next month by which the workers are paid.', min: 1, max: 28, ...optional })
  workersPaidByDay: number | null;
  @TextInput({ description: 'How wages are paid.', ...text, max: 500 }) payMethod: string;
  @IntInput({
    description: 'What the host pays back of social insurance, per worker and month, fen.',
    min: 0,
    max: 10_000_000,
    ...optional,
  })
  contributionsFen: number | null;
  @Field(() => [ReimbursementDto], {
    description: `Other costs that the host pays back, at most ${maxReimbursements}.`,
  })
  @IsArray()
  @ArrayMaxSize(maxReimbursements, listOf(maxReimbursements))
  @ValidateNested({ each: true })
  @Type(() => ReimbursementDto)
  reimbursements: ReimbursementDto[];
  @EnumInput(ProviderEnum, { description: 'Who lodges the workers.', ...optional }) lodging: Provider | null;
  @EnumInput(ProviderEnum, { description: 'Who provides meals.', ...optional }) meals: Provider | null;
  @EnumInput(ProviderEnum, { description: 'Who provides transport.', ...optional }) transport: Provider | null;
  @TextInput({ description: 'Occupational hazards; say so where there are none.', ...text }) hazards: string;
  @TextInput({ description: 'Protection and equipment.', ...text }) protection: string;
  @IntInput({ description: 'Safety training before work, hours.', min: 0, max: 200, ...optional })
  safetyTrainingHours: number | null;
  @IntInput({
    description: 'The host’s share of what an injury costs beyond insurance, %.',
    min: 0,
    max: 100,
    ...optional,
  })
  injuryHostPercent: number | null;
  @TextInput({ description: 'What is done after an injury.', ...text }) injuryProcess: string;
  @BooleanInput({ description: 'Whether the host insures against accidents.', ...optional })
  commercialInsurance: boolean | null;
  @TextInput({ description: 'Cases in which the host may send a worker back.', ...text }) returnCases: string;
  @IntInput({ description: 'Notice before a worker is sent back, days.', min: 0, max: 60, ...optional })
  returnNoticeDays: number | null;
  @IntInput({ description: 'Days within which the lender replaces a worker.', min: 0, max: 60, ...optional })
  replacementDays: number | null;
  @IntInput({ description: 'Notice before the agreement is ended early, days.', min: 0, max: 90, ...optional })
  earlyEndNoticeDays: number | null;
  @TextInput({ description: 'Travel and other costs.', ...text }) travelAndOtherCosts: string;
  @TextInput({ description: 'Confidentiality.', ...text }) confidentiality: string;
  @IntInput({ description: 'Interest on late payment, per ten thousand and day.', min: 0, max: 24, ...optional })
  latePaymentBasisPoints: number | null;
  @EnumInput(DisputeForumEnum, { description: 'Where disputes go.', ...optional })
  disputeForum: AgreementTerms['disputeForum'];
  @BooleanInput({ description: 'Whether the host uses workers’ data for this deal alone (R38).', ...optional })
  dataPurposeBound: boolean | null;
}
