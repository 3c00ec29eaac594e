import { ArgsType, InputType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import { BooleanInput, CodeInput, IdempotencyKeyInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'Which orders to plan together.' })
export class PlanRegionInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @CodeInput({ description: 'The region; all below it count.' }) regionId: string;
  @BooleanInput({ description: 'Whether to secure the most orders, instead of the most value.', defaultValue: false })
  byNumber: boolean;
}

@ArgsType()
export class RegionPlanListArgs extends PageArgs {
  @CodeInput({ description: 'The region that they were made for.' }) regionId: string;
}
