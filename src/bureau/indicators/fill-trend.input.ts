import { InputType, registerEnumType } from '@nestjs/graphql';
import { CodeInput, DateInput, EnumInput } from '../../platform/graphql/input-fields.js';

export enum TrendStep {
  DAY = 'day',
  WEEK = 'week',
}
registerEnumType(TrendStep, {
  name: 'TrendStep',
  description: 'How far the points of a trend lie apart.',
  valuesMap: {
    DAY: { description: 'One point per day.' },
    WEEK: { description: 'One point per seven days, counted back from the last day.' },
  },
});

@InputType({ description: 'Which needs a trend follows, and when.' })
export class FillTrendInput {
  @CodeInput({ description: 'Region; by default the officer’s whole jurisdiction.', optional: true }) regionId?: string;
  @CodeInput({ description: 'Only this occupation.', optional: true }) occupationId?: string;
  @DateInput({ description: 'First day.' }) from: string;
  @DateInput({ description: 'Last day; days still to come have no points.' }) until: string;
  @EnumInput(TrendStep, { description: 'How far the points lie apart.', defaultValue: TrendStep.DAY }) step: TrendStep;
}
