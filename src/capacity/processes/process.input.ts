import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, Matches, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  CodeInput,
  type FaultContext,
  IdempotencyKeyInput,
  NumberInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { capacityMessages } from '../capacity.messages.js';

export const maxAttributes = 20;
const codeShape = /^[A-Z][A-Z0-9-]{1,29}$/;
const code = { context: { message: capacityMessages.codeShape } satisfies FaultContext };
const name = { context: { message: capacityMessages.attributeShape } satisfies FaultContext };
/** What attributes are named by: a word in camelCase that may end in its unit. */
export const AttributeName = (): PropertyDecorator => Matches(/^[a-z][A-Za-z0-9]{0,39}$/, name);

@InputType({ description: 'An attribute that machines of a type have.' })
export class MachineAttributeInput {
  @AttributeName()
  @TextInput({ description: 'What lines and requests name it by, in camelCase, e.g. `maxWidthMm`.', max: 40 })
  name: string;
  @TextInput({ description: 'Its unit, e.g. `mm`, `°C`; `1` for a plain number.', max: 20 }) unit: string;
  @TextInput({ description: 'Its Chinese name.', max: 100 }) nameZh: string;
  @TextInput({ description: 'Its English name.', max: 100 }) nameEn: string;
}

@InputType({ description: 'A process that the catalogue lacks.' })
export class AddProcessInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @Matches(codeShape, code)
  @TextInput({ description: 'Its code, capitals, digits and hyphens; the id becomes `LOCAL:` and the code.', max: 30 })
  code: string;
  @TextInput({ description: 'Its Chinese name.', max: 100 }) nameZh: string;
  @TextInput({ description: 'Its English name.', max: 100 }) nameEn: string;
}

@InputType({ description: 'A machine type that the catalogue lacks.' })
export class AddMachineTypeInput extends AddProcessInput {
  @CodeInput({ description: 'The process that its machines do.' }) processId: string;
  @Field(() => [MachineAttributeInput], { description: 'What its machines can be asked for.', defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(maxAttributes, {
    context: { message: capacityMessages.tooMany, params: { max: maxAttributes } } satisfies FaultContext,
  })
  @ValidateNested({ each: true })
  @Type(() => MachineAttributeInput)
  attributes: MachineAttributeInput[];
}

@InputType({ description: 'Which process.' })
export class ProcessInput {
  @CodeInput({ description: 'The process.' }) processId: string;
}

@InputType({ description: 'Which machine type.' })
export class MachineTypeInput {
  @CodeInput({ description: 'The machine type.' }) machineTypeId: string;
}

@InputType({ description: 'What a line has to have.' })
export class AttributeBoundInput {
  @AttributeName()
  @TextInput({ description: 'The attribute, e.g. `maxWidthMm`.', max: 40 })
  name: string;
  @NumberInput({ description: 'Its least value.', min: -1e9, max: 1e9, optional: true }) atLeast?: number | null;
  @NumberInput({ description: 'Its greatest value.', min: -1e9, max: 1e9, optional: true }) atMost?: number | null;
}

/** A list of bounds, as an argument or in an input. */
export function AttributeBounds(description: string): PropertyDecorator {
  return (target, key) => {
    Field(() => [AttributeBoundInput], { description, defaultValue: [] })(target, key);
    IsOptional()(target, key);
    IsArray()(target, key);
    ArrayMaxSize(maxAttributes, {
      context: { message: capacityMessages.tooMany, params: { max: maxAttributes } } satisfies FaultContext,
    })(target, key);
    ValidateNested({ each: true })(target, key);
    Type(() => AttributeBoundInput)(target, key);
  };
}

@ArgsType()
export class ProcessPageArgs extends PageArgs {
  @BooleanInput({ description: 'Whether retired ones are listed too.', defaultValue: false }) withRetired: boolean;
}

@ArgsType()
export class MachineTypePageArgs extends ProcessPageArgs {
  @CodeInput({ description: 'Only those of this process.', optional: true }) processId?: string | null;
}
