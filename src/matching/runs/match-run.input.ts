import { ArgsType, InputType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import { IdInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'Which market to match.' })
export class RequestMatchRunInput {
  @IdInput({ description: 'The market.' }) marketId: string;
}

@InputType({ description: 'Which run to call off.' })
export class CancelMatchRunInput {
  @IdInput({ description: 'The run.' }) runId: string;
}

@ArgsType()
export class MatchRunListArgs extends PageArgs {
  @IdInput({ description: 'The market.' }) marketId: string;
}
