import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  DecimalInput,
  type FaultContext,
  IdempotencyKeyInput,
  IdInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { TermsFields } from '../order-terms.input.js';
import { orderMessages } from '../orders.messages.js';

export const maxLines = 40;
export const lineCount = {
  context: { message: orderMessages.lines, params: { max: maxLines } } satisfies FaultContext,
};

@InputType({ description: 'What one unit of the product takes of one thing.' })
export class RecipeLineInput extends TermsFields {
  @DecimalInput({ description: 'Hours of work, base units of material, or minutes of a machine, e.g. `"1.25"`.' })
  perUnit: string;
}

@InputType({ description: 'A recipe: labour, material and machine time per unit; its processes in their order.' })
export class SaveRecipeInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'A recipe of yours that gets a new version; left out: a new recipe.', optional: true })
  recipeId?: string | null;
  @TextInput({ description: 'The product.', min: 1, max: 100 }) product: string;
  @TextInput({ description: 'What it is counted in, e.g. 把 or piece.', min: 1, max: 20 }) unit: string;
  @BooleanInput({ description: 'Whether other enterprises may read and use it.', defaultValue: false })
  isShared: boolean;
  @Field(() => [RecipeLineInput], { description: 'Its lines, 1 to 40.' })
  @IsArray()
  @ArrayMinSize(1, lineCount)
  @ArrayMaxSize(maxLines, lineCount)
  @ValidateNested({ each: true })
  @Type(() => RecipeLineInput)
  lines: RecipeLineInput[];
}

@ArgsType()
export class RecipeListArgs extends PageArgs {
  @BooleanInput({ description: 'Those that other enterprises share, instead of your own.', defaultValue: false })
  shared: boolean;
}
