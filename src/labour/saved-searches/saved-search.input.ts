import { Field, InputType, PickType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, ValidateNested } from 'class-validator';
import { BooleanInput, IdempotencyKeyInput, IdInput, TextInput } from '../../platform/graphql/input-fields.js';
import { OpenWorkArgs } from '../open-work/open-work.input.js';

const filters = ['near', 'regionId', 'occupationId', 'text', 'minWageFen', 'wageUnit', 'currency', 'lodging'] as const;

@InputType({ description: 'What is searched for, as `openWork` takes it; the order is not kept.' })
export class WorkFiltersInput extends PickType(OpenWorkArgs, filters, InputType) {}

@InputType({ description: 'A search for work to keep.' })
export class SaveSearchInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @TextInput({ description: 'What you call it.', max: 50 }) name: string;
  @Field(() => WorkFiltersInput, { description: 'What is searched for.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => WorkFiltersInput)
  filters: WorkFiltersInput;
  @BooleanInput({ description: 'Whether you are told of new work that fits.', defaultValue: true }) alerts: boolean;
}

@InputType({ description: 'What to change of a search that you keep; what is left out stays.' })
export class UpdateSavedSearchInput {
  @IdInput({ description: 'The search.' }) searchId: string;
  @TextInput({ description: 'What you call it.', min: 1, max: 50, optional: true }) name?: string | null;
  @Field(() => WorkFiltersInput, {
    nullable: true,
    description: 'What is searched for, all of it anew; then nothing counts as new.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => WorkFiltersInput)
  filters?: WorkFiltersInput | null;
  @BooleanInput({ description: 'Whether you are told of new work that fits.', optional: true }) alerts?: boolean | null;
}

@InputType({ description: 'Which search that you keep.' })
export class SavedSearchInput {
  @IdInput({ description: 'The search.' }) searchId: string;
}
