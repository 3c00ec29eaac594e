import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { WageUnit } from '../wage.js';
import type { SurplusLine, SurplusListing, SurplusReason } from './surplus.entity.js';
import type { SurplusListingState } from './surplus-listing.states.js';

export const SurplusReasonEnum = {
  SEASON: 'season',
  STOPPAGE: 'stoppage',
  SURPLUS: 'surplus',
} as const satisfies Record<string, SurplusReason>;
registerEnumType(SurplusReasonEnum, {
  name: 'SurplusReason',
  description: 'Why workers are idle.',
  valuesMap: {
    SEASON: { description: 'The off-season.' },
    STOPPAGE: { description: 'Work has stopped for a time.' },
    SURPLUS: { description: 'There are more workers than work.' },
  },
});

export const SurplusListingStateEnum = {
  DRAFT: 'draft',
  OPEN: 'open',
  CLOSED: 'closed',
  EXPIRED: 'expired',
} as const satisfies Record<string, SurplusListingState>;
registerEnumType(SurplusListingStateEnum, {
  name: 'SurplusListingState',
  description: 'Where a listing stands.',
  valuesMap: {
    DRAFT: { description: 'Not published.' },
    OPEN: { description: 'Its heads can be proposed.' },
    CLOSED: { description: 'Ended by the lender; deals already made go on.' },
    EXPIRED: { description: 'Its period has passed.' },
  },
});

@ObjectType('SurplusListing', { description: '富余人员清单: a lender’s offer of workers for a period.' })
export class SurplusListingView {
  @Field(() => ID, { description: 'Id of the listing.' }) id: string;
  @Field(() => SurplusReasonEnum, { description: 'Why they are idle.' }) reason: SurplusReason;
  @Field(() => LocalDateScalar, { description: 'First day they can be lent.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day they can be lent.' }) endsOn: string;
  @Field(() => SurplusListingStateEnum, { description: 'Where it stands.' }) state: SurplusListingState;
  @Field({ description: 'When it was published.' }) createdAt: Date;
}

@ObjectType('SurplusProgress', {
  description: 'How far a listing is. Heads with a name count once more, by how the worker’s newest consent stands.',
})
export class SurplusProgressView {
  @Field(() => Int, { description: 'Lines, also those that an answer leaves out.' }) lineCount: number;
  @Field(() => Int, { description: 'Heads.' }) headcount: number;
  @Field(() => Int, { description: 'Heads that have a name.' }) named: number;
  @Field(() => Int, { description: 'Workers who have not answered yet.' }) requested: number;
  @Field(() => Int, { description: 'Workers who said yes.' }) granted: number;
  @Field(() => Int, { description: 'Workers who said no.' }) refused: number;
  @Field(() => Int, { description: 'Workers who took their yes back.' }) withdrawn: number;
  @Field(() => Int, { description: 'Workers who did not answer in time, or whose consent is over.' }) expired: number;
}

@ObjectType('SurplusLine', { description: 'So many heads of one skill on one set of conditions.' })
export class SurplusLineView {
  @Field(() => ID, { description: 'Id of the line.' }) id: string;
  @Field(() => Int, { description: 'The skill level, 1 to 5.' }) level: number;
  @Field(() => Int, { description: 'How many heads.' }) headcount: number;
  @Field(() => Int, { description: 'Least wage in the hundredth part of the currency.' }) wageFloorFen: number;
  @Field(() => WageUnit, { description: 'What the wage is paid for.' }) wageUnit: WageUnit;
  @Field({ description: 'ISO 4217 currency code.' }) currency: string;
  @Field(() => Float, { description: 'Latitude of where they start from, degrees.' }) latitude: number;
  @Field(() => Float, { description: 'Longitude of where they start from, degrees.' }) longitude: number;
  @Field(() => Int, { description: 'How far they can be lent and come home each day, metres.' }) radiusM: number;
  @Field(() => Int, { nullable: true, description: 'How far they can be lent where the host lodges them, metres.' })
  relocationRadiusM: number | null;
  @Field({ description: 'The lender’s own reference.' }) reference: string;

  /** For extension fields only; not part of the API. */
  occupationId: string;
  regionId: string;
}

export const SurplusListingConnection = ConnectionOf(SurplusListingView, 'SurplusListing');

export function toSurplusListingView(row: SurplusListing): SurplusListingView {
  const { id, reason, startsOn, endsOn, state, createdAt } = row;
  return { id, reason, startsOn, endsOn, state, createdAt };
}

export function toSurplusLineView(row: SurplusLine): SurplusLineView {
  const { id, level, headcount, wageFloorFen, wageUnit, currency, reference } = row;
  const { latitude, longitude, radiusM, relocationRadiusM, occupationId, regionId } = row;
  const place = { latitude, longitude, radiusM, relocationRadiusM };
  return { id, level, headcount, wageFloorFen, wageUnit, currency, reference, ...place, occupationId, regionId };
}
