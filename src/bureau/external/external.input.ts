import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Matches, ValidateBy, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  CodeInput,
  DateInput,
  EnumInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { StepEnum } from '../reports/indicator-report.input.js';
import type { Step } from '../reports/period.rules.js';
import { externalMessages } from './external.messages.js';
import type { Aggregate } from './joint.rules.js';
import { isPointer } from './json-rows.rules.js';

export const AggregateEnum = { SUM: 'sum', MEAN: 'mean' } as const satisfies Record<string, Aggregate>;
registerEnumType(AggregateEnum, {
  name: 'ExternalAggregate',
  description: 'What the values of several periods come to.',
  valuesMap: {
    SUM: { description: 'Their sum: what flows, such as kilowatt-hours or tax.' },
    MEAN: { description: 'Their mean: what stands, such as a price or a rate.' },
  },
});

/** A JSON pointer (RFC 6901); the empty one is the whole document. */
function PointerInput(description: string): PropertyDecorator {
  return (target, key) => {
    for (const rule of [
      TextInput({ description, min: 0, max: 200 }),
      ValidateBy(
        { name: 'pointer', validator: { validate: (value) => typeof value === 'string' && isPointer(value) } },
        { context: { message: externalMessages.pointerForm } },
      ),
    ])
      rule(target, key);
  };
}

@InputType({ description: 'Where a department publishes a series as JSON.' })
export class ExternalAddressInput {
  @TextInput({ description: 'The address, read by GET.', max: 500 }) url: string;
  @PointerInput('JSON pointer to the list of rows; empty where the document is that list.') rowsPointer: string;
  @PointerInput('JSON pointer, within a row, to its period, e.g. /month.') periodPointer: string;
  @PointerInput('JSON pointer, within a row, to its value, e.g. /value.') valuePointer: string;
}

@InputType({ description: 'An external series to register, or to change.' })
export class SaveExternalSeriesInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The series to change; without it a new one is registered.', optional: true })
  externalSeriesId?: string | null;
  @TextInput({ description: 'Its code, unique in your bureau: capital letters, digits and underscores.', max: 40 })
  @Matches(/^[A-Z0-9_]{2,40}$/, { context: { message: externalMessages.codeForm } })
  code: string;
  @TextInput({ description: 'Its name in Chinese.', max: 100 }) nameZh: string;
  @TextInput({ description: 'Its name in English.', max: 100 }) nameEn: string;
  @TextInput({ description: 'The department that counts it.', max: 60 }) department: string;
  @TextInput({ description: 'What it is counted in.', max: 40 }) unit: string;
  @CodeInput({ description: 'The region it is of; by default your whole jurisdiction.', optional: true })
  regionId?: string | null;
  @EnumInput(StepEnum, { description: 'How long its periods are.' }) cadence: Step;
  @EnumInput(AggregateEnum, { description: 'What the values of several periods come to.' }) aggregate: Aggregate;
  @IntInput({ description: 'How many days after its period a value may come before it is late.', min: 0, max: 366 })
  lateDays: number;
  @Field(() => ExternalAddressInput, {
    nullable: true,
    description: 'Where its values are fetched from; without it people bring them.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ExternalAddressInput)
  address?: ExternalAddressInput | null;
  @BooleanInput({ description: 'Whether it is kept up to date.', defaultValue: true }) isOn: boolean;
}

@InputType({ description: 'A series to switch on or off.' })
export class SwitchExternalSeriesInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The series.' }) externalSeriesId: string;
  @BooleanInput({ description: 'Whether it is kept up to date.' }) isOn: boolean;
}

@InputType({ description: 'A series whose address is to be read now.' })
export class FetchExternalSeriesInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The series.' }) externalSeriesId: string;
}

@InputType({ description: 'An external series beside an indicator of the platform.' })
export class JointSeriesInput {
  @IdInput({ description: 'The external series.' }) externalSeriesId: string;
  @CodeInput({ description: 'Code of the indicator.' }) indicator: string;
  @CodeInput({ description: 'The indicator’s region; by default your whole jurisdiction.', optional: true })
  regionId?: string | null;
  @DateInput({ description: 'First day; from the first day of its period.' }) from: string;
  @DateInput({ description: 'Last day; to the last day of the last period that is over.' }) until: string;
  @EnumInput(StepEnum, {
    description: 'How long the common periods are: as the series has them (default), or longer ones.',
    optional: true,
  })
  step?: Step | null;
}

@ArgsType()
export class ExternalImportListArgs extends PageArgs {
  @IdInput({ description: 'The series.' }) externalSeriesId: string;
}

@ArgsType()
export class ExternalValuesArgs {
  @DateInput({ description: 'Only periods that begin on this day or later.', optional: true }) from?: string;
  @DateInput({ description: 'Only periods that begin on this day or before.', optional: true }) until?: string;
}
