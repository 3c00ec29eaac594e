import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import {
  BooleanInput,
  CodeInput,
  DateInput,
  EnumInput,
  FenInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { bureauMessages } from '../bureau.messages.js';
import type { TransportDirection } from './transport.entity.js';

export const TransportDirectionEnum = { OUT: 'out', HOME: 'home' } as const satisfies Record<
  string,
  TransportDirection
>;
registerEnumType(TransportDirectionEnum, {
  name: 'TransportDirection',
  description: 'Which way people travel.',
  valuesMap: {
    OUT: { description: 'To work, on the first day of their placements.' },
    HOME: { description: 'Home, on the last day of their placements.' },
  },
});

const mostKinds = 10;
const kindCount = { context: { message: bureauMessages.vehicleKinds, params: { max: mostKinds } } };

@InputType({ description: 'A kind of vehicle that can be had.' })
export class VehicleInput {
  @TextInput({ description: 'What it is called.', max: 50 }) name: string;
  @IntInput({ description: 'How many people it seats, the driver aside.', min: 4, max: 100 }) seats: number;
  @IntInput({ description: 'How many of them there are.', min: 1, max: 200 }) count: number;
  @FenInput({ description: 'What it costs whatever it drives, in fen.', max: 100_000_000 }) fixedFen: number;
  @FenInput({ description: 'What each kilometre costs, in fen.', max: 1_000_000 }) fenPerKm: number;
}

@InputType({ description: 'Buses to plan.' })
export class PlanTransportInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @DateInput({ description: 'On which day.' }) day: string;
  @EnumInput(TransportDirectionEnum, { description: 'Which way.' }) direction: TransportDirection;
  @CodeInput({ description: 'The region where they live.' }) originId: string;
  @CodeInput({ description: 'The region where they work.' }) destinationId: string;
  @IntInput({
    description: 'Minute of the day: to work, when the last stop is to be reached; home, when the first is left.',
    ...{ min: 0, max: 1_439 },
  })
  minute: number;
  @IntInput({
    description: 'How far people may have to the stop, in metres.',
    min: 500,
    max: 20_000,
    defaultValue: 3_000,
  })
  walkM: number;
  @IntInput({ description: 'How fast buses drive on the whole.', min: 20, max: 100, defaultValue: 45 })
  kmPerHour: number;
  @Field(() => [VehicleInput], { description: `Kinds of vehicles, 1 to ${mostKinds}.` })
  @IsArray()
  @ArrayMinSize(1, kindCount)
  @ArrayMaxSize(mostKinds, kindCount)
  @ValidateNested({ each: true })
  @Type(() => VehicleInput)
  vehicles: VehicleInput[];
}

@InputType({ description: 'A plan of buses.' })
export class TransportPlanInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The plan.' }) transportPlanId: string;
}

@InputType({ description: 'What a stop is called.' })
export class NameTransportStopInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The stop.' }) stopId: string;
  @TextInput({ description: 'Its name, so that people find it.', max: 100 }) name: string;
}

@InputType({ description: 'Whether you take a seat.' })
export class AnswerTransportSeatInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The seat.' }) seatId: string;
  @BooleanInput({ description: 'Whether you ride.' }) isTaken: boolean;
}

@ArgsType()
export class TransportGroupArgs {
  @EnumInput(TransportDirectionEnum, { description: 'Which way.' }) direction: TransportDirection;
  @DateInput({ description: 'First day.' }) from: string;
  @DateInput({ description: 'Last day.' }) until: string;
  @IntInput({
    description: 'Only groups of so many people at least. Fewer than 5 would tell of persons.',
    min: 5,
    max: 1_000,
    defaultValue: 5,
  })
  least: number;
}
