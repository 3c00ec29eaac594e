import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType('OtherWorkDay', { description: 'What a lent worker worked for their own employer on a day, as it states.' })
export class OtherWorkDayView {
  @Field(() => ID, { description: 'The worker.' }) workerId: string;
  @Field(() => LocalDateScalar, { description: 'The day.' }) day: string;
  @Field(() => Int, { description: 'Minutes worked.' }) minutes: number;
}
