import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches, ValidateNested } from 'class-validator';
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
import type { OperatorNeed } from './request.entity.js';
import type { CapacityRequestState } from './request.states.js';

export const OperatorNeedEnum = { YES: 'yes', NO: 'no', EITHER: 'either' } as const satisfies Record<
  string,
  OperatorNeed
>;
registerEnumType(OperatorNeedEnum, {
  name: 'OperatorNeed',
  description: 'Whether the owner’s workers have to operate the machines.',
  valuesMap: {
    YES: { description: 'They have to.' },
    NO: { description: 'The customer’s own workers do.' },
    EITHER: { description: 'Both will do.' },
  },
});

export const CapacityRequestStateEnum = {
  OPEN: 'open',
  CLOSED: 'closed',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
} as const satisfies Record<string, CapacityRequestState>;
registerEnumType(CapacityRequestStateEnum, {
  name: 'CapacityRequestState',
  description: 'Where a request stands. Whether it is met follows from its steps.',
  valuesMap: {
    OPEN: { description: 'Looking for capacity.' },
    CLOSED: { description: 'Ended by its enterprise; bookings go on.' },
    CANCELLED: { description: 'Withdrawn by its enterprise; bookings go on until they are released.' },
    EXPIRED: { description: 'Its due date has passed.' },
  },
});

const maxSteps = 20;
const steps = { context: { message: capacityMessages.batchSize, params: { max: maxSteps } } satisfies FaultContext };
const currency = { context: { message: capacityMessages.currency } satisfies FaultContext };

@InputType({ description: 'A step of a request: a process, and machine time for it.' })
export class CapacityStepInput {
  @CodeInput({ description: 'The process, e.g. `GJ:POWDER`.' }) processId: string;
  @IntInput({ description: 'Minutes of machine time, without any setup.', min: 1, max: 10_000_000 }) minutes: number;
  @AttributeBounds('What the line has to have.') attributes: AttributeBoundInput[];
  @EnumInput(OperatorNeedEnum, {
    description: 'Whether the owner’s workers have to operate the machines.',
    defaultValue: OperatorNeedEnum.EITHER,
  })
  needsOperators: OperatorNeed;
  @IntInput({
    description: 'Days on the road before the next step; left out: one where its place is another, else none.',
    min: 0,
    max: 60,
    optional: true,
  })
  transportDays?: number | null;
}

@InputType({ description: 'A request for capacity: which processes, in which order, where, when.' })
export class PublishCapacityRequestInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @TextInput({ description: 'Your own reference.', max: 100, defaultValue: '' }) reference: string;
  @CodeInput({ description: 'Region of your site, e.g. `GB2260:350524`.' }) regionId: string;
  @NumberInput({ description: 'Latitude of your site, degrees (WGS 84).', min: -90, max: 90 }) latitude: number;
  @NumberInput({ description: 'Longitude of your site, degrees (WGS 84).', min: -180, max: 180 }) longitude: number;
  @Field(() => [CapacityStepInput], { description: 'The steps in their order, 1 to 20.' })
  @IsArray()
  @ArrayMinSize(1, steps)
  @ArrayMaxSize(maxSteps, steps)
  @ValidateNested({ each: true })
  @Type(() => CapacityStepInput)
  steps: CapacityStepInput[];
  @DateInput({ description: 'First day on which the first step can begin.' }) earliestStart: string;
  @DateInput({ description: 'Last day of the last step, at most a year later.' }) dueDate: string;
  @IntInput({ description: 'Farthest workshop, metres from your site.', min: 1, max: 20_100_000, optional: true })
  maxDistanceM?: number | null;
  @IntInput({
    description: 'Highest price of an hour, in fen; others do not see it.',
    min: 0,
    max: 10_000_000,
    optional: true,
  })
  maxFenPerHour?: number | null;
  @Matches(/^[A-Z]{3}$/, currency)
  @TextInput({ description: 'ISO 4217 currency code.', min: 3, max: 3, defaultValue: 'CNY' })
  currency: string;
  @BooleanInput({ description: 'Whether a step may be spread over several days.', defaultValue: true })
  splitAllowed: boolean;
  @BooleanInput({ description: 'Whether a part of the steps is of no use without the rest.', defaultValue: true })
  allOrNothing: boolean;
  @IdInput({ description: 'The production order that it is for.', optional: true }) productionOrderId?: string | null;
  @TextInput({ description: 'What owners should know.', max: 1000, defaultValue: '' }) note: string;
}

@InputType({ description: 'Which request.' })
export class CapacityRequestInput {
  @IdInput({ description: 'The request.' }) capacityRequestId: string;
}

@ArgsType()
export class CapacityRequestArgs extends PageArgs {
  @CodeInput({ description: 'Only those with a step of this process.', optional: true }) processId?: string | null;
  @CodeInput({ description: 'Only this region and those below it.', optional: true }) regionId?: string | null;
}

@ArgsType()
export class MyCapacityRequestArgs extends PageArgs {
  @EnumInput(CapacityRequestStateEnum, { description: 'Only those in this state.', optional: true })
  state?: CapacityRequestState | null;
}
