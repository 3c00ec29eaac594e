import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  DateInput,
  EnumInput,
  type FaultContext,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { capacityMessages } from '../capacity.messages.js';
import type { BookingSide } from './booking.policy.js';
import type { BookingState } from './booking.states.js';

export const BookingStateEnum = {
  HELD: 'held',
  CONFIRMED: 'confirmed',
  FULFILLED: 'fulfilled',
  RELEASED: 'released',
} as const satisfies Record<string, BookingState>;
registerEnumType(BookingStateEnum, {
  name: 'CapacityBookingState',
  description: 'Where a booking stands.',
  valuesMap: {
    HELD: { description: 'Its minutes are kept until the owner answers or the hold lapses.' },
    CONFIRMED: { description: 'The owner has agreed.' },
    FULFILLED: { description: 'What was worked is recorded.' },
    RELEASED: { description: 'Its minutes are free again; the reason says why.' },
  },
});

const BookingSideEnum = { OWNER: 'owner', CUSTOMER: 'customer' } as const satisfies Record<string, BookingSide>;
registerEnumType(BookingSideEnum, {
  name: 'CapacityBookingSide',
  description: 'A side of a booking.',
  valuesMap: {
    OWNER: { description: 'Whose line it is.' },
    CUSTOMER: { description: 'Who booked it.' },
  },
});

const maxDays = 366;
const days = { context: { message: capacityMessages.batchSize, params: { max: maxDays } } satisfies FaultContext };

/** A list of one to 366 days. */
function DaysInput(type: () => new () => object, description: string): PropertyDecorator {
  return (target, key) => {
    Field(() => [type()], { description })(target, key);
    IsArray()(target, key);
    ArrayMinSize(1, days)(target, key);
    ArrayMaxSize(maxDays, days)(target, key);
    ValidateNested({ each: true })(target, key);
    Type(type)(target, key);
  };
}

@InputType({ description: 'Minutes that are wanted on a day.' })
export class WantedDayInput {
  @DateInput({ description: 'The day.' }) day: string;
  @IntInput({ description: 'Minutes of machine time, without the setup.', min: 1, max: 720_000 }) minutes: number;
}

@InputType({ description: 'Minutes that were worked on a day.' })
export class WorkedDayInput {
  @DateInput({ description: 'The day.' }) day: string;
  @IntInput({
    description: 'Minutes of machine time, setup included; 0 where nothing was worked.',
    min: 0,
    max: 720_000,
  })
  minutes: number;
}

@InputType({ description: 'Minutes of a window that are to be held for your enterprise.' })
export class HoldCapacityInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The window.' }) capacityWindowId: string;
  @IdInput({ description: 'The request of yours that it is for.', optional: true }) capacityRequestId?: string | null;
  @IntInput({ description: 'The step of that request, from 1.', min: 1, max: 20, optional: true }) step?: number | null;
  @DaysInput(() => WantedDayInput, 'The days and their minutes; the window’s setup is added to the first of them.')
  days: WantedDayInput[];
  @IntInput({ description: 'Hours until the hold lapses unless it is confirmed.', min: 1, max: 168, defaultValue: 48 })
  holdHours: number;
}

@InputType({ description: 'Which booking.' })
export class CapacityBookingInput {
  @IdInput({ description: 'The booking.' }) capacityBookingId: string;
}

@InputType({ description: 'Which booking, and why.' })
export class ReasonedBookingInput extends CapacityBookingInput {
  @TextInput({ description: 'Why; the other side sees it.', max: 1000 }) reason: string;
}

@InputType({ description: 'What was worked of a booking.' })
export class RecordBookingInput extends CapacityBookingInput {
  @DaysInput(() => WorkedDayInput, 'Each booked day once, none with more than was booked on it.')
  days: WorkedDayInput[];
  @TextInput({ description: 'What the customer should know.', max: 1000, defaultValue: '' }) note: string;
}

@InputType({ description: 'An objection to what was recorded.' })
export class ObjectToRecordInput extends CapacityBookingInput {
  @TextInput({ description: 'What is wrong; the owner sees it.', max: 1000 }) objection: string;
}

@ArgsType()
export class CapacityBookingArgs extends PageArgs {
  @EnumInput(BookingSideEnum, { description: 'Only those on this side of which you are.', optional: true })
  side?: BookingSide | null;
  @EnumInput(BookingStateEnum, { description: 'Only those in this state.', optional: true })
  state?: BookingState | null;
  @IdInput({ description: 'Only those of this window.', optional: true }) capacityWindowId?: string | null;
  @IdInput({ description: 'Only those for this request.', optional: true }) capacityRequestId?: string | null;
}
