import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('PublicTotals', { description: 'What the whole platform stands at; at most thirty seconds old.' })
export class PublicTotalsView {
  @Field(() => Int, { description: 'Needs that `openWork` lists.' }) openNeeds: number;
  @Field(() => Int, { description: 'Their seats that are neither taken nor offered to anyone.' }) openSeats: number;
  @Field(() => Int, { description: 'Workers who are free to be proposed and not placed today.' })
  workersAvailable: number;
  @Field(() => Int, { description: 'Verified enterprises.' }) enterprises: number;
  @Field(() => Int, { description: 'Workers who are on site now.' }) placementsRunning: number;
  @Field(() => Int, { description: 'Placements agreed since the first of this month that were not called off.' })
  seatsFilledThisMonth: number;
}
