import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../graphql/connection.js';

@ObjectType('JobQueue', { description: 'A queue of background jobs.' })
export class JobQueueView {
  @Field(() => ID, { description: 'Its name.' }) name: string;
  @Field(() => Int, { description: 'Jobs that wait to be taken up.' }) waiting: number;
  @Field(() => Int, { description: 'Jobs that run.' }) active: number;
  @Field(() => Int, {
    description: 'Jobs that wait for their time: the next of each schedule, and repeats after a failure.',
  })
  delayed: number;
  @Field(() => Int, { description: 'Jobs that failed for good, of the last 30 days.' }) failed: number;
  @Field(() => Int, { description: 'Jobs that were done, of the last day, at most 10 000.' }) completed: number;
  @Field(() => Int, { description: 'Job processes that take up its jobs.' }) workers: number;
}

@ObjectType('FailedJob', { description: 'A job that failed on every attempt. Its payload is not shown.' })
export class FailedJobView {
  @Field(() => ID, { description: 'Its id within the queue.' }) id: string;
  @Field(() => ID, { description: 'The queue it is in.' }) queue: string;
  @Field({ description: 'What kind of job it is.' }) name: string;
  @Field(() => Int, { description: 'How often it was tried.' }) attempts: number;
  @Field({ description: 'The last fault, without addresses and numbers of people.' }) failedReason: string;
  @Field({ description: 'When it was asked for.' }) requestedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it failed for good.' }) failedAt: Date | null;
}

export const FailedJobConnection = ConnectionOf(FailedJobView, 'FailedJob');
