import { ArgsType, Field, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
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
import { AttributeName, maxAttributes } from '../processes/process.input.js';
import type { OutageKind } from './workshop.entity.js';

export const OutageKindEnum = { MAINTENANCE: 'maintenance', HOLIDAY: 'holiday' } as const satisfies Record<
  string,
  OutageKind
>;
registerEnumType(OutageKindEnum, {
  name: 'OutageKind',
  description: 'Why a line does not work.',
  valuesMap: {
    MAINTENANCE: { description: 'It is maintained or repaired.' },
    HOLIDAY: { description: 'The factory is on holiday, beyond the public ones.' },
  },
});

const week = { context: { message: capacityMessages.week } satisfies FaultContext };

/** Minutes per weekday, Monday first. */
function WeekInput({ optional = false } = {}): PropertyDecorator {
  const description =
    'Minutes that one machine works on each weekday, Monday first: seven numbers, each 0 to 1440. Without a shift a day is not worked.';
  return (target, key) => {
    Field(() => [Int], { description, ...(optional && { nullable: true as const }) })(target, key);
    if (optional) IsOptional()(target, key);
    IsArray(week)(target, key);
    ArrayMinSize(7, week)(target, key);
    ArrayMaxSize(7, week)(target, key);
    IsInt({ each: true, ...week })(target, key);
    Min(0, { each: true, ...week })(target, key);
    Max(1440, { each: true, ...week })(target, key);
  };
}

@InputType({ description: 'A value of an attribute.' })
export class AttributeValueInput {
  @AttributeName()
  @TextInput({ description: 'The attribute, e.g. `maxWidthMm`.', max: 40 })
  name: string;
  @NumberInput({ description: 'Its value, in the attribute’s unit.', min: -1e9, max: 1e9 }) value: number;
}

function AttributeValues({ optional = false } = {}): PropertyDecorator {
  const description = 'What its machines can do, by the attributes of their type.';
  return (target, key) => {
    Field(() => [AttributeValueInput], {
      description,
      ...(optional ? { nullable: true as const } : { defaultValue: [] }),
    })(target, key);
    IsOptional()(target, key);
    IsArray()(target, key);
    ArrayMaxSize(maxAttributes, {
      context: { message: capacityMessages.tooMany, params: { max: maxAttributes } } satisfies FaultContext,
    })(target, key);
    ValidateNested({ each: true })(target, key);
    Type(() => AttributeValueInput)(target, key);
  };
}

@InputType({ description: 'A workshop: where lines stand.' })
export class AddWorkshopInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @TextInput({ description: 'Its name.', max: 100 }) name: string;
  @CodeInput({ description: 'Its region, e.g. `GB2260:350524`.' }) regionId: string;
  @NumberInput({ description: 'Its latitude, degrees (WGS 84).', min: -90, max: 90 }) latitude: number;
  @NumberInput({ description: 'Its longitude, degrees (WGS 84).', min: -180, max: 180 }) longitude: number;
}

@InputType({ description: 'A production line of a workshop: machines of one type that work the same shifts.' })
export class AddProductionLineInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The workshop.' }) workshopId: string;
  @TextInput({ description: 'Its name.', max: 100 }) name: string;
  @CodeInput({ description: 'The type of its machines, e.g. `GJ:POWDER-LINE`.' }) machineTypeId: string;
  @AttributeValues() attributes: AttributeValueInput[];
  @IntInput({ description: 'How many machines.', min: 1, max: 500, defaultValue: 1 }) machines: number;
  @WeekInput() shiftMinutes: number[];
  @BooleanInput({ description: 'Whether it works on public holidays too.', defaultValue: false })
  worksHolidays: boolean;
}

@InputType({
  description:
    'A change of a line; what is left out stays. Shifts and machines count for windows that are published later.',
})
export class ChangeProductionLineInput {
  @IdInput({ description: 'The line.' }) productionLineId: string;
  @TextInput({ description: 'Its name.', min: 1, max: 100, optional: true }) name?: string | null;
  @AttributeValues({ optional: true }) attributes?: AttributeValueInput[] | null;
  @IntInput({ description: 'How many machines.', min: 1, max: 500, optional: true }) machines?: number | null;
  @WeekInput({ optional: true }) shiftMinutes?: number[] | null;
  @BooleanInput({ description: 'Whether it works on public holidays too.', optional: true })
  worksHolidays?: boolean | null;
}

@InputType({ description: 'Which line.' })
export class ProductionLineInput {
  @IdInput({ description: 'The line.' }) productionLineId: string;
}

@InputType({ description: 'Days on which a line does not work.' })
export class AddLineOutageInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The line.' }) productionLineId: string;
  @EnumInput(OutageKindEnum, { description: 'Why.' }) kind: OutageKind;
  @DateInput({ description: 'First day.' }) startsOn: string;
  @DateInput({ description: 'Last day, at most a year after the first.' }) endsOn: string;
  @TextInput({ description: 'What is done, in your words.', max: 500, defaultValue: '' }) reason: string;
}

@InputType({ description: 'Which outage.' })
export class LineOutageInput {
  @IdInput({ description: 'The outage.' }) outageId: string;
}

@ArgsType()
export class ProductionLineArgs extends PageArgs {
  @IdInput({ description: 'Only lines of this workshop.', optional: true }) workshopId?: string | null;
  @BooleanInput({ description: 'Whether retired ones are listed too.', defaultValue: false }) withRetired: boolean;
}

@ArgsType()
export class DayRangeArgs {
  @DateInput({ description: 'First day.' }) from: string;
  @DateInput({ description: 'Last day, at most a year after the first.' }) until: string;
}
