import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Favoured } from './seat-outcome.js';

@ObjectType({ description: 'Seats that nobody was offered, and how many of them have a proposal.' })
export class SeatFill {
  @Field(() => Int, { description: 'Open seats.' }) seats: number;
  @Field(() => Int, { description: 'Of them with a proposal.' }) filled: number;
}

@ObjectType({ description: 'Seats of a county before and after.' })
export class RegionOutcome {
  @Field(() => SeatFill, { description: 'As it is.' }) before: SeatFill;
  @Field(() => SeatFill, { description: 'As it would be.' }) after: SeatFill;
  /** For extension fields only; not part of the API. */
  regionId: string;
}

@ObjectType({ description: 'Seats of an occupation before and after.' })
export class OccupationOutcome {
  @Field(() => SeatFill, { description: 'As it is.' }) before: SeatFill;
  @Field(() => SeatFill, { description: 'As it would be.' }) after: SeatFill;
  /** For extension fields only; not part of the API. */
  occupationId: string;
}

@ObjectType({ description: 'A need whose seats would be filled otherwise.' })
export class MovedSeatsView {
  @Field(() => ID, { description: 'Id of the need; `what-if` for a plant that would open.' }) needId: string;
  @Field(() => SeatFill, { description: 'As it is.' }) before: SeatFill;
  @Field(() => SeatFill, { description: 'As it would be.' }) after: SeatFill;
  /** For extension fields only; not part of the API. */
  regionId: string;
  occupationId: string;
}

@ObjectType({ description: 'Seats of an enterprise’s needs before and after.' })
export class EnterpriseOutcome {
  @Field(() => SeatFill, { description: 'As it is.' }) before: SeatFill;
  @Field(() => SeatFill, { description: 'As it would be.' }) after: SeatFill;
  /** For extension fields only; not part of the API. */
  enterpriseId: string;
}

@ObjectType('FavouredByWeights', { description: 'Where other weights would fill more seats, and where fewer.' })
export class FavouredView {
  @Field(() => [RegionOutcome], { description: 'By county of the site.' }) regions: RegionOutcome[];
  @Field(() => [OccupationOutcome], { description: 'By occupation.' }) occupations: OccupationOutcome[];
  @Field(() => [EnterpriseOutcome], { description: 'Enterprises that change, the most first; at most 200.' })
  enterprises: EnterpriseOutcome[];
  @Field(() => [MovedSeatsView], { description: 'Needs that change, the most first; at most 200.' })
  moved: MovedSeatsView[];
}

export function toFavouredView({ regions, occupations, enterprises, moved }: Favoured): FavouredView {
  return {
    ...{ regions: [...regions], occupations: [...occupations] },
    ...{ enterprises: [...enterprises], moved: [...moved] },
  };
}
