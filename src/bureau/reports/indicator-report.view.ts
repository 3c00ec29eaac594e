import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { RegionView } from '../../directory/index.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { IndicatorView } from '../catalogue/indicator.view.js';

@ObjectType('IndicatorFigure', { description: 'An indicator’s figure of a period, with what it is made of.' })
export class IndicatorFigureView {
  @Field(() => LocalDateScalar, { description: 'First day.' }) from: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) until: string;
  @Field(() => Float, { nullable: true, description: 'In the indicator’s unit; null where there is nothing to count.' })
  value: number | null;
  @Field(() => Float, { description: 'What is counted.' }) numerator: number;
  @Field(() => Float, { nullable: true, description: 'What it is divided by; of a median, how many there are.' })
  denominator: number | null;
}

@ObjectType('IndicatorRow', { description: 'The figure of a part: a region, an industry, an occupation.' })
export class IndicatorRowView {
  @Field(() => ID, { nullable: true, description: 'Which; null for what is not classified.' }) key: string | null;
  @Field({ description: 'Its name in your language.' }) label: string;
  @Field(() => Float, { nullable: true, description: 'In the indicator’s unit.' }) value: number | null;
  @Field(() => Float, { nullable: true, description: 'The same, of the period before.' }) before: number | null;
  @Field(() => Float, { description: 'What is counted.' }) numerator: number;
  @Field(() => Float, { nullable: true, description: 'What it is divided by.' }) denominator: number | null;
}

@ObjectType('IndicatorReport', {
  description: 'An indicator in a region and period, compared, step by step, and part by part.',
})
export class IndicatorReportView {
  @Field(() => IndicatorView, { description: 'Which.' }) indicator: IndicatorView;
  @Field(() => RegionView, { description: 'Where.' }) region: RegionView;
  @Field(() => IndicatorFigureView, { description: 'The period asked for.' }) now: IndicatorFigureView;
  @Field(() => IndicatorFigureView, {
    description: 'The period before: as many days, or as many whole months.',
  })
  before: IndicatorFigureView;
  @Field(() => IndicatorFigureView, { description: 'The same period of the year before.' })
  yearAgo: IndicatorFigureView;
  @Field(() => [IndicatorFigureView], { description: 'Step by step; empty where no step was asked for.' })
  series: readonly IndicatorFigureView[];
  @Field(() => [IndicatorRowView], {
    description: 'Part by part, what counts most first; at most 4,000. Empty where no parts were asked for.',
  })
  rows: readonly IndicatorRowView[];
}
