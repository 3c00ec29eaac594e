import { Field, Int, ObjectType } from '@nestjs/graphql';
import { RegionView } from '../../directory/index.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { TrendStep } from './fill-trend.input.js';

@ObjectType({ description: 'How far needs were filled at the end of one day; each stage contains the ones after it.' })
export class FillTrendPoint {
  @Field(() => LocalDateScalar, { description: 'The day, in China’s time; today means now.' }) on: string;
  @Field(() => Int, {
    description:
      'Positions of needs published by then whose last day had not passed. Two things keep no history: a cancelled need counts on no day, and a headcount changed later counts as it is now.',
  })
  demanded: number;
  @Field(() => Int, { description: 'Positions that had a proposal, an offer, or more.' }) proposed: number;
  @Field(() => Int, { description: 'Positions that had an accepted offer, or more.' }) accepted: number;
  @Field(() => Int, { description: 'Positions whose worker was, or had been, on site.' }) onSite: number;
}

@ObjectType({ description: 'How the filling of a region’s needs went over time.' })
export class FillTrend {
  @Field(() => RegionView, { description: 'The region reported on.' }) region: RegionView;
  @Field(() => TrendStep, { description: 'How far the points lie apart.' }) step: TrendStep;
  @Field(() => [FillTrendPoint], { description: 'In the order of time, at most 400.' })
  points: readonly FillTrendPoint[];
  @Field(() => Date, { description: 'When it was counted: what is dear to count may be up to ten minutes old.' })
  countedAt: Date;
}
