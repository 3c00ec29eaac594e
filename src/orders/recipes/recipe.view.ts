import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { TermsView } from '../order-terms.input.js';
import type { RecipeRow } from './recipe.service.js';

@ObjectType('RecipeLine', { description: 'What one unit of the product takes of one thing.' })
export class RecipeLineView extends TermsView {
  @Field(() => DecimalScalar, { description: 'Hours of work, base units of material, or minutes of a machine.' })
  perUnit: string;
}

@ObjectType('Recipe', {
  description: 'What one unit of a product takes; orders keep the version that they were placed with.',
})
export class RecipeView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'The product.' }) product: string;
  @Field({ description: 'What it is counted in.' }) unit: string;
  @Field({ description: 'Whether other enterprises may read and use it.' }) isShared: boolean;
  @Field({ description: 'Whether it is your own.' }) isOwn: boolean;
  @Field(() => Int, { description: 'Its newest version.' }) version: number;
  @Field(() => [RecipeLineView], { description: 'The lines of that version.' }) lines: RecipeLineView[];
  @Field(() => Date, { description: 'When it was made.' }) createdAt: Date;
}

export const RecipeConnection = ConnectionOf(RecipeView, 'Recipe');

export const toRecipeView =
  (enterpriseId: string) =>
  ({ id, product, unit, isShared, version, lines, createdAt, ...row }: RecipeRow): RecipeView => ({
    ...{ id, product, unit, isShared, version, lines: [...lines], createdAt },
    isOwn: row.enterpriseId === enterpriseId,
  });
