import { ArgsType, InputType } from '@nestjs/graphql';
import { PageArgs } from '../graphql/connection.js';
import { TextInput } from '../graphql/input-fields.js';

@ArgsType()
export class FailedJobArgs extends PageArgs {
  @TextInput({ description: 'The queue’s name.', max: 64 }) queue: string;
}

@InputType({ description: 'Which failed job.' })
export class RetryFailedJobInput {
  @TextInput({ description: 'The queue’s name.', max: 64 }) queue: string;
  @TextInput({ description: 'The job’s id.', max: 200 }) jobId: string;
}
