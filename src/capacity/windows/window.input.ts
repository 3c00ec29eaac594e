import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, Matches, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  CodeInput,
  DateInput,
  EnumInput,
  type FaultContext,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  NumberInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { capacityMessages } from '../capacity.messages.js';
import { AttributeBoundInput, AttributeBounds } from '../processes/process.input.js';
import type { MaterialBy } from './window.entity.js';
import type { WindowState } from './window.states.js';

export const MaterialByEnum = { OWNER: 'owner', CUSTOMER: 'customer' } as const satisfies Record<string, MaterialBy>;
registerEnumType(MaterialByEnum, {
  name: 'MaterialBy',
  description: 'Who brings the material that is worked.',
  valuesMap: {
    OWNER: { description: 'The owner of the line.' },
    CUSTOMER: { description: 'Whoever books it.' },
  },
});

export const WindowStateEnum = { OPEN: 'open', CLOSED: 'closed', EXPIRED: 'expired' } as const satisfies Record<
  string,
  WindowState
>;
registerEnumType(WindowStateEnum, {
  name: 'CapacityWindowState',
  description: 'Where a window stands. Whether it is booked out follows from its days.',
  valuesMap: {
    OPEN: { description: 'It can be booked.' },
    CLOSED: { description: 'Withdrawn by its owner; what was booked stays.' },
    EXPIRED: { description: 'Its last day has passed.' },
  },
});

const maxWindows = 100;
const batch = { context: { message: capacityMessages.batchSize, params: { max: maxWindows } } satisfies FaultContext };
const currency = { context: { message: capacityMessages.currency } satisfies FaultContext };

@InputType({ description: 'Time of a production line on offer: when, how much of it, on what terms.' })
export class CapacityWindowTermsInput {
  @IdInput({ description: 'The line.' }) productionLineId: string;
  @DateInput({ description: 'First day.' }) startsOn: string;
  @DateInput({ description: 'Last day, at most a year after the first.' }) endsOn: string;
  @IntInput({
    description:
      'Machine minutes offered on each day that the line works, never more than it works; left out: all of them.',
    min: 1,
    max: 720_000,
    optional: true,
  })
  dayMinutes?: number | null;
  @IntInput({
    description: 'Minutes of setup, added to the first day of each booking.',
    min: 0,
    max: 1440,
    defaultValue: 0,
  })
  setupMinutes: number;
  @IntInput({ description: 'Least minutes that a booking takes on a day.', min: 1, max: 1440, defaultValue: 60 })
  minimumMinutes: number;
  @IntInput({
    description: 'Price of an hour of machine time, in the hundredth part of the currency (fen).',
    min: 0,
    max: 10_000_000,
  })
  fenPerHour: number;
  @Matches(/^[A-Z]{3}$/, currency)
  @TextInput({ description: 'ISO 4217 currency code.', min: 3, max: 3, defaultValue: 'CNY' })
  currency: string;
  @BooleanInput({ description: 'Whether the owner’s workers operate the machines.' }) withOperators: boolean;
  @EnumInput(MaterialByEnum, { description: 'Who brings the material.' }) materialBy: MaterialBy;
  @IntInput({
    description: 'So many days before its first day a confirmed booking can still be released free of charge.',
    min: 0,
    max: 60,
    defaultValue: 3,
  })
  noticeDays: number;
  @IntInput({
    description: 'Share of the booked amount that a later release is said to cost, per cent.',
    min: 0,
    max: 100,
    defaultValue: 0,
  })
  latePercent: number;
  @TextInput({ description: 'What else customers should know.', max: 1000, defaultValue: '' }) note: string;
}

@InputType({ description: 'A window to be published.' })
export class PublishCapacityWindowInput extends CapacityWindowTermsInput {
  @IdempotencyKeyInput() idempotencyKey: string;
}

@InputType({ description: 'Windows to be published together: all of them or none.' })
export class PublishCapacityWindowsInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @Field(() => [CapacityWindowTermsInput], { description: 'The windows, 1 to 100.' })
  @IsArray()
  @ArrayMinSize(1, batch)
  @ArrayMaxSize(maxWindows, batch)
  @ValidateNested({ each: true })
  @Type(() => CapacityWindowTermsInput)
  windows: CapacityWindowTermsInput[];
}

@InputType({ description: 'Which window.' })
export class CapacityWindowInput {
  @IdInput({ description: 'The window.' }) capacityWindowId: string;
}

@InputType({ description: 'Around where.' })
export class CapacityPlaceInput {
  @NumberInput({ description: 'Latitude, degrees (WGS 84).', min: -90, max: 90 }) latitude: number;
  @NumberInput({ description: 'Longitude, degrees (WGS 84).', min: -180, max: 180 }) longitude: number;
  @IntInput({ description: 'Only within so many metres.', min: 1, max: 20_100_000, optional: true })
  maxDistanceM?: number | null;
}

@ArgsType()
export class CapacityWindowArgs extends PageArgs {
  @CodeInput({ description: 'Only machines that do this process.', optional: true }) processId?: string | null;
  @CodeInput({ description: 'Only machines of this type.', optional: true }) machineTypeId?: string | null;
  @AttributeBounds('What the line has to have; a line that does not state an attribute does not have it.')
  attributes: AttributeBoundInput[];
  @CodeInput({ description: 'Only this region and those below it.', optional: true }) regionId?: string | null;
  @DateInput({ description: 'First day of the period that is asked for; left out: today.', optional: true })
  from?: string | null;
  @DateInput({
    description: 'Last day of it, at most a year after the first; left out: 90 days later.',
    optional: true,
  })
  until?: string | null;
  @BooleanInput({ description: 'Only with the owner’s operators, or only without.', optional: true })
  withOperators?: boolean | null;
  @IntInput({ description: 'At most this price of an hour, in fen.', min: 0, max: 10_000_000, optional: true })
  maxFenPerHour?: number | null;
  @IntInput({ description: 'At least so many free minutes in the period.', min: 1, max: 10_000_000, defaultValue: 1 })
  minFreeMinutes: number;
  @Field(() => CapacityPlaceInput, {
    nullable: true,
    description: 'Where the work is: tells distances, nearest first.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => CapacityPlaceInput)
  near?: CapacityPlaceInput | null;
}

@ArgsType()
export class MyCapacityWindowArgs extends PageArgs {
  @EnumInput(WindowStateEnum, { description: 'Only those in this state.', optional: true }) state?: WindowState | null;
  @IdInput({ description: 'Only those of this line.', optional: true }) productionLineId?: string | null;
}
