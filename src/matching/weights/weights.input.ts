import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import { IdempotencyKeyInput, IdInput, IntInput, TextInput } from '../../platform/graphql/input-fields.js';
import type { ScorePartName, Weights } from '../edges/score.rules.js';
import { mostWeight } from './weights.rules.js';

/** The weight of one part. */
const WeightInput = (description: string): PropertyDecorator => IntInput({ description, min: 0, max: mostWeight });

@InputType({ description: 'Weight of each part of the score, 0 to 100; only their proportions matter.' })
export class WeightsInput implements Record<ScorePartName, number> {
  @WeightInput('How well the skill fits.') skill: number;
  @WeightInput('How near the site is.') distance: number;
  @WeightInput('How far the wage is above what the worker asks.') wage: number;
  @WeightInput('How much of the period the worker is there.') overlap: number;
  @WeightInput('How long the worker has waited.') waiting: number;
  @WeightInput('How the worker is rated.') rating: number;
  @WeightInput('Whether the worker applied for the need.') applied: number;
}

/** Bare weights, as everything but the API knows them. */
export function weightsOf({ skill, distance, wage, overlap, waiting, rating, applied }: WeightsInput): Weights {
  return { skill, distance, wage, overlap, waiting, rating, applied };
}

@InputType({ description: 'New weights of a market’s score.' })
export class SetScoreWeightsInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The market.' }) marketId: string;
  @Field(() => WeightsInput, { description: 'The weights; at least one is above 0.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => WeightsInput)
  weights: WeightsInput;
  @TextInput({ description: 'Why.', max: 500 }) note: string;
  @IntInput({
    description: 'The version that they are to follow; CONFLICT where it is not the latest.',
    min: 1,
    max: 2_147_483_647,
  })
  basedOnVersion: number;
}

@ArgsType()
export class WeightsListArgs extends PageArgs {
  @IdInput({ description: 'The market.' }) marketId: string;
}
