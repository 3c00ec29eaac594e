import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDate,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  DateInput,
  EnumInput,
  type FaultContext,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { labourMessages } from '../labour.messages.js';
import { attendanceMessages } from './attendance.messages.js';

const maxItems = 200;
const itemCount = { context: { message: labourMessages.batchSize, params: { max: maxItems } } satisfies FaultContext };
const badTime = { context: { message: attendanceMessages.badTime } satisfies FaultContext };

const InstantInput = (description: string): PropertyDecorator =>
  applyDecorators(
    Field(() => Date, { description }),
    IsDate(badTime),
  );
const BreakInput = (): PropertyDecorator =>
  IntInput({ description: 'Minutes of break in it, which are not paid.', min: 0, max: 480, defaultValue: 0 });
const PiecesInput = (): PropertyDecorator =>
  IntInput({ description: 'Accepted pieces, where pay is by the piece.', min: 0, max: 1_000_000, optional: true });

@InputType({ description: 'One day of one placement as it was worked.' })
export class AttendanceDayInput {
  @IdInput({ description: 'The placement.' }) placementId: string;
  @DateInput({ description: 'The local date on which the shift began.' }) day: string;
  @InstantInput('When work began.') checkInAt: Date;
  @InstantInput('When it ended, on the next day for a shift over midnight.') checkOutAt: Date;
  @BreakInput() breakMinutes: number;
  @PiecesInput() pieces?: number;
}

@InputType({ description: 'Recording many days at once; what cannot be recorded does not hold back the rest.' })
export class RecordAttendanceInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @Field(() => [AttendanceDayInput], { description: `The days, 1 to ${maxItems}.` })
  @IsArray()
  @ArrayMinSize(1, itemCount)
  @ArrayMaxSize(maxItems, itemCount)
  @ValidateNested({ each: true })
  @Type(() => AttendanceDayInput)
  days: AttendanceDayInput[];
}

@InputType({ description: 'Beginning a shift now.' })
export class CheckInInput {
  @IdInput({ description: 'The placement.' }) placementId: string;
  @BooleanInput({
    description: 'Take the shift on although the guard of hours finds that it exceeds (R16). The trail says so.',
    defaultValue: false,
  })
  acceptsExcess: boolean;
}

@InputType({ description: 'Ending a shift now.' })
export class CheckOutInput {
  @IdInput({ description: 'The placement.' }) placementId: string;
}

@InputType({ description: 'Which days to confirm.' })
export class ConfirmAttendanceInput {
  @Field(() => [ID], { description: `The days, 1 to ${maxItems}.` })
  @IsArray()
  @ArrayMinSize(1, itemCount)
  @ArrayMaxSize(maxItems, itemCount)
  @IsUUID(undefined, { each: true })
  ids: string[];
}

@InputType({ description: 'What was worked in a shift.' })
export class AttendanceTimesInput {
  @InstantInput('When work began.') checkInAt: Date;
  @InstantInput('When it ended.') checkOutAt: Date;
  @BreakInput() breakMinutes: number;
  @PiecesInput() pieces?: number;
}

@InputType({ description: 'Saying that a day is wrong.' })
export class DisputeAttendanceInput {
  @IdInput({ description: 'The day.' }) attendanceId: string;
  @TextInput({ description: 'What is wrong with it.', max: 2000 }) reason: string;
  @Field(() => AttendanceTimesInput, {
    nullable: true,
    description: 'What is right; the other side can then accept it with one step.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => AttendanceTimesInput)
  claim?: AttendanceTimesInput;
}

@InputType({ description: 'Correcting a day; both sides confirm it anew.' })
export class CorrectAttendanceInput extends AttendanceTimesInput {
  @IdInput({ description: 'The day.' }) attendanceId: string;
}

export enum AttendanceOutcomeChoice {
  CLAIM = 'claim',
  KEEP = 'keep',
  FIGURES = 'figures',
}
registerEnumType(AttendanceOutcomeChoice, {
  name: 'AttendanceResolutionOutcome',
  description: 'How a dispute ends.',
  valuesMap: {
    CLAIM: { description: 'What the disputing side says is taken over: by the other side, or the bureau.' },
    KEEP: { description: 'What is on record stays: by the side that disputed, or the bureau.' },
    FIGURES: { description: 'Other times are set: by the bureau.' },
  },
});

@InputType({ description: 'Ending a dispute.' })
export class ResolveAttendanceInput {
  @IdInput({ description: 'The day.' }) attendanceId: string;
  @EnumInput(AttendanceOutcomeChoice, { description: 'How it ends.' }) outcome: AttendanceOutcomeChoice;
  @Field(() => AttendanceTimesInput, { nullable: true, description: 'The times that are set; for FIGURES only.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AttendanceTimesInput)
  figures?: AttendanceTimesInput;
  @TextInput({ description: 'On what grounds.', max: 2000, defaultValue: '' }) resolution: string;
}

export enum AttendanceStateView {
  RECORDED = 'recorded',
  CONFIRMED = 'confirmed',
  DISPUTED = 'disputed',
  RESOLVED = 'resolved',
}
registerEnumType(AttendanceStateView, {
  name: 'AttendanceState',
  description: 'Where a day of attendance stands.',
  valuesMap: {
    RECORDED: { description: 'On record; waiting for both sides, or for silence.' },
    CONFIRMED: { description: 'Both confirmed it, or nobody disputed it in time.' },
    DISPUTED: { description: 'One side says that it is wrong.' },
    RESOLVED: { description: 'The dispute is over.' },
  },
});

@ArgsType()
export class AttendanceListArgs extends PageArgs {
  @IdInput({ description: 'Only days of this placement.', optional: true }) placementId?: string;
  @DateInput({ description: 'Only from this day on.', optional: true }) from?: string;
  @DateInput({ description: 'Only up to this day.', optional: true }) to?: string;
  @EnumInput(AttendanceStateView, { description: 'Only days in this state.', optional: true })
  state?: AttendanceStateView;
}

@ArgsType()
export class AttendanceTotalsArgs {
  @IdInput({ description: 'The placement.' }) placementId: string;
  @Field(() => String, { description: 'The month, `YYYY-MM`.' })
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/, { context: { message: attendanceMessages.badMonth } satisfies FaultContext })
  month: string;
}
