import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  CodeInput,
  DateInput,
  EnumInput,
  type FaultContext,
  IdempotencyKeyInput,
  IdInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { sanctionMessages } from './sanction.messages.js';
import type { SanctionList } from './sanction.rules.js';
import { SanctionListEnum } from './sanction.view.js';

const maxRows = 500;
const rowCount = { context: { message: sanctionMessages.rows, params: { max: maxRows } } satisfies FaultContext };

@InputType({ description: 'One row of a list of those that may not deal.' })
export class SanctionRowInput {
  @TextInput({ description: 'Scheme of the registration; USCC unless said otherwise.', max: 40, defaultValue: 'USCC' })
  registrationScheme: string;
  @TextInput({ description: 'The registration, e.g. a unified social credit code.', max: 40 })
  registrationCode: string;
  @EnumInput(SanctionListEnum, { description: 'Which list.' }) list: SanctionList;
  @TextInput({ description: 'Why; the enterprise sees it.', max: 500 }) reason: string;
  @TextInput({ description: 'Where the list was published.', max: 500, defaultValue: '' }) source: string;
  @DateInput({ description: 'First day on the list.' }) startsOn: string;
  @DateInput({ description: 'Last day on the list; left out: until it is lifted.', optional: true })
  endsOn?: string | null;
}

@InputType({
  description: 'Rows of lists of those that may not deal; a row that cannot be taken in holds back no other.',
})
export class ImportSanctionsInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @Field(() => [SanctionRowInput], { description: `The rows, 1 to ${maxRows}.` })
  @IsArray()
  @ArrayMinSize(1, rowCount)
  @ArrayMaxSize(maxRows, rowCount)
  @ValidateNested({ each: true })
  @Type(() => SanctionRowInput)
  rows: SanctionRowInput[];
}

@InputType({ description: 'Taking an entry of a list back before its time.' })
export class LiftSanctionInput {
  @IdInput({ description: 'The entry.' }) sanctionId: string;
  @TextInput({ description: 'Why.', max: 500 }) reason: string;
}

@ArgsType()
export class SanctionListArgs extends PageArgs {
  @EnumInput(SanctionListEnum, { description: 'Only entries of this list.', optional: true }) list?: SanctionList;
  @CodeInput({ description: 'Only entries of this registration.', optional: true }) registrationCode?: string;
  @BooleanInput({ description: 'Only entries in force today.', defaultValue: false }) inForce: boolean;
}
