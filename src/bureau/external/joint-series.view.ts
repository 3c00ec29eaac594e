import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { RegionView } from '../../directory/index.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { Language } from '../../platform/i18n/message.js';
import { IndicatorView } from '../catalogue/indicator.view.js';
import { StepEnum } from '../reports/indicator-report.input.js';
import type { Step } from '../reports/period.rules.js';
import { ExternalSeriesView, toExternalSeriesView } from './external.view.js';
import type { Correlation } from './joint.rules.js';
import type { Joint, JointPoint } from './joint-series.service.js';

@ObjectType('JointPoint', { description: 'Both figures of a period.' })
export class JointPointView {
  @Field(() => LocalDateScalar, { description: 'First day.' }) from: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) until: string;
  @Field(() => Float, { nullable: true, description: 'The external series; null where a value is missing.' })
  external: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The indicator; null where there is nothing to count, and before it first counted anything.',
  })
  own: number | null;
}

@ObjectType('LagCorrelation', {
  description: 'How the indicator goes with the series when it is moved against it. It tells of no cause.',
})
export class LagCorrelationView {
  @Field(() => Int, {
    description: 'How many periods the indicator comes later than the series; negative: earlier.',
  })
  lag: number;
  @Field(() => Int, { description: 'Of how many pairs.' }) n: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Pearson’s r, -1 to 1; null of fewer than eight pairs, and where one side never moves.',
  })
  r: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'What |r| of unrelated values stays below 95 times in 100, roughly (1.96/√n). Of thirteen lags one may pass it by chance; values with trends pass it easily.',
  })
  noise: number | null;
}

@ObjectType('JointSeries', {
  description:
    'An external series beside an indicator over the same periods. That two go together is no proof that one causes the other.',
})
export class JointSeriesView {
  @Field(() => ExternalSeriesView, { description: 'The series.' }) series: ExternalSeriesView;
  @Field(() => IndicatorView, { description: 'The indicator.' }) indicator: IndicatorView;
  @Field(() => RegionView, { description: 'Where the indicator is of.' }) region: RegionView;
  @Field(() => StepEnum, { description: 'How long the periods are.' }) step: Step;
  @Field(() => [JointPointView], { description: 'Period by period; only periods that are over.' })
  points: readonly JointPoint[];
  @Field(() => [LagCorrelationView], { description: 'Of the values, for lags of -6 to 6 periods.' })
  values: readonly Correlation[];
  @Field(() => [LagCorrelationView], {
    description: 'Of the changes from period to period: what is left of it without common trends.',
  })
  changes: readonly Correlation[];
  @Field(() => LagCorrelationView, { nullable: true, description: 'Where r of the values is strongest.' })
  strongestOfValues: Correlation | null;
  @Field(() => LagCorrelationView, { nullable: true, description: 'Where r of the changes is strongest.' })
  strongestOfChanges: Correlation | null;
}

export function toJointSeriesView(joint: Joint, language: Language): JointSeriesView {
  const { series, report, step, points, values, changes, strongestOfValues, strongestOfChanges } = joint;
  return {
    ...{ step, points, values, changes, indicator: report.indicator, region: report.region },
    series: toExternalSeriesView(series, language),
    strongestOfValues: strongestOfValues ?? null,
    strongestOfChanges: strongestOfChanges ?? null,
  };
}
