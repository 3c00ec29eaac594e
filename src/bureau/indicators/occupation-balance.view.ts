import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OccupationView } from '../../directory/index.js';

@ObjectType({ description: 'Open seats and free workers of one occupation.' })
export class OccupationBalance {
  @Field(() => OccupationView, { description: 'The occupation.' }) occupation: OccupationView;
  @Field(() => Int, { description: 'Seats of open needs on that day that neither a worker nor an offer holds.' })
  openSeats: number;
  @Field(() => Int, {
    description:
      'Workers of the region who are free on that day and master the occupation; one with two occupations counts in both.',
  })
  availableWorkers: number;
  @Field(() => Int, { description: 'openSeats − availableWorkers: above zero short of workers, below it a surplus.' })
  gap: number;
}
