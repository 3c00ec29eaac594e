import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fairness, FairnessKind } from './fairness.rules.js';

export const FairnessKindEnum = {
  RELATION: 'relation',
  RELOCATION: 'relocation',
  COUNTY: 'county',
  FAMILY: 'family',
} as const satisfies Record<string, FairnessKind>;
registerEnumType(FairnessKindEnum, {
  name: 'FairnessKind',
  description: 'By what workers are grouped; never by what the law protects.',
  valuesMap: {
    RELATION: { description: 'Lent by an employer, or looking on their own.' },
    RELOCATION: { description: 'Would relocate where the host lodges, or would not.' },
    COUNTY: { description: 'The county that they live in.' },
    FAMILY: { description: 'Family of the occupations they are skilled in; a worker may be in several.' },
  },
});

@ObjectType({ description: 'An enterprise’s share of a run’s proposals.' })
export class EnterpriseShare {
  @Field(() => Int, { description: 'Proposals for its needs.' }) proposals: number;
  @Field(() => Float, { description: 'Of all proposals, 0 to 1.' }) share: number;
  /** For extension fields only; not part of the API. */
  enterpriseId: string;
}

@ObjectType({ description: 'How long workers had waited.' })
export class WaitSpread {
  @Field(() => Int, { description: 'How many workers.' }) workers: number;
  @Field(() => Float, { nullable: true, description: 'Median days; null of nobody.' }) medianDays: number | null;
  @Field(() => Int, { nullable: true, description: 'Most days; null of nobody.' }) longestDays: number | null;
}

@ObjectType({ description: 'Workers of one group, at least five.' })
export class FairnessGroup {
  @Field(() => FairnessKindEnum, { description: 'By what they are grouped.' }) kind: FairnessKind;
  @Field(() => Int, { description: 'How many workers.' }) workers: number;
  @Field(() => Int, { description: 'Of them with a proposal.' }) seated: number;
  @Field(() => Float, { description: 'Median days that they have waited.' }) medianDays: number;
  /** For extension fields only; not part of the API. */
  group: string;
}

@ObjectType('Fairness', { description: 'How evenly a run’s proposals are spread over enterprises and workers.' })
export class FairnessView {
  @Field(() => [EnterpriseShare], { description: 'Enterprises with the most proposals, at most ten.' })
  enterprises: EnterpriseShare[];
  @Field(() => Float, { description: 'The largest share of one enterprise, 0 to 1.' }) largestShare: number;
  @Field(() => Float, {
    description:
      'Herfindahl index of all shares: 1 where one enterprise has every proposal, 1/n where n have as many each.',
  })
  concentration: number;
  @Field(() => WaitSpread, { description: 'Of workers with a proposal.' }) seated: WaitSpread;
  @Field(() => WaitSpread, { description: 'Of workers without.' }) unseated: WaitSpread;
  @Field(() => [FairnessGroup], {
    description: 'By group; none of fewer than five workers, nor any from which one of those could be told.',
  })
  groups: FairnessGroup[];
}

export function toFairnessView({ enterprises, groups, ...rest }: Fairness): FairnessView {
  return { ...rest, enterprises: [...enterprises], groups: [...groups] };
}
