import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { Language } from '../../platform/i18n/message.js';
import { StepEnum } from '../reports/indicator-report.input.js';
import type { Step } from '../reports/period.rules.js';
import type { ExternalSeries } from './external.entity.js';
import { AggregateEnum } from './external.input.js';
import type { ExternalSource } from './external.entity.js';
import type { ExternalValue } from './external-values.service.js';
import { type Aggregate, stepsFrom } from './joint.rules.js';
import type { Jump, Point, Quality } from './quality.rules.js';

export const ExternalSourceEnum = { MANUAL: 'manual', HTTP: 'http' } as const satisfies Record<string, ExternalSource>;
registerEnumType(ExternalSourceEnum, {
  name: 'ExternalSource',
  description: 'Where the values of a series come from.',
  valuesMap: {
    MANUAL: { description: 'People bring them as spreadsheets.' },
    HTTP: { description: 'They are fetched from an address as JSON.' },
  },
});

@ObjectType('ExternalAddress', { description: 'Where a department publishes a series as JSON.' })
export class ExternalAddressView {
  @Field({ description: 'The address.' }) url: string;
  @Field({ description: 'JSON pointer to the list of rows.' }) rowsPointer: string;
  @Field({ description: 'JSON pointer, within a row, to its period.' }) periodPointer: string;
  @Field({ description: 'JSON pointer, within a row, to its value.' }) valuePointer: string;
}

@ObjectType('ExternalPoint', { description: 'A value of a period.' })
export class ExternalPointView {
  @Field(() => LocalDateScalar, { description: 'First day of the period.' }) firstDay: string;
  @Field(() => Float, { description: 'In the unit of the series.' }) value: number;
}

@ObjectType('ExternalValue', { description: 'A value as it holds, with what it was before.' })
export class ExternalValueView {
  @Field(() => LocalDateScalar, { description: 'First day of the period.' }) firstDay: string;
  @Field(() => Float, { description: 'In the unit of the series.' }) value: number;
  @Field(() => Float, { nullable: true, description: 'What it was before its last revision.' })
  formerValue: number | null;
  @Field(() => Date, { nullable: true, description: 'When it was last revised.' }) revisedAt: Date | null;
  @Field(() => Int, { description: 'How often it was revised; every former value is kept.' }) revisions: number;
}

@ObjectType('ExternalJump', { description: 'A change to the period before that stands out.' })
export class ExternalJumpView {
  @Field(() => LocalDateScalar, { description: 'First day of the period it led to.' }) firstDay: string;
  @Field(() => Float, { description: 'The change, in the unit of the series.' }) change: number;
  @Field(() => Float, {
    description:
      'Its modified z-score: its distance to the median change in median absolute deviations, scaled. Beyond ±3.5 it is told (Iglewicz & Hoaglin 1993).',
  })
  score: number;
}

@ObjectType('ExternalQuality', {
  description: 'What is to be looked at before a series is believed; of its newest 400 values.',
})
export class ExternalQualityView {
  @Field(() => Int, { description: 'How many periods between the first and the last value have none.' })
  gapCount: number;
  @Field(() => [LocalDateScalar], { description: 'First days of the last 100 of them.' }) gaps: readonly string[];
  @Field(() => [ExternalJumpView], { description: 'Changes that stand out; told from eight changes on.' })
  jumps: readonly Jump[];
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Since when the next value has been overdue; null where it is not, and while the series is off.',
  })
  lateSince: string | null;
}

@ObjectType('ExternalSeries', { description: 'What another department counts, gathered by your bureau.' })
export class ExternalSeriesView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'Its code, unique in your bureau.' }) code: string;
  @Field({ description: 'Its name in your language.' }) name: string;
  @Field({ description: 'Its name in Chinese.' }) nameZh: string;
  @Field({ description: 'Its name in English.' }) nameEn: string;
  @Field({ description: 'The department that counts it.' }) department: string;
  @Field({ description: 'What it is counted in.' }) unit: string;
  @Field(() => ID, { description: 'The region it is of.' }) regionId: string;
  @Field(() => StepEnum, { description: 'How long its periods are.' }) cadence: Step;
  @Field(() => [StepEnum], { description: 'Steps it can be shown in beside an indicator.' }) steps: readonly Step[];
  @Field(() => AggregateEnum, { description: 'What the values of several periods come to.' }) aggregate: Aggregate;
  @Field(() => Int, { description: 'How many days after its period a value may come before it is late.' })
  lateDays: number;
  @Field(() => ExternalSourceEnum, { description: 'Where its values come from.' }) source: ExternalSource;
  @Field(() => ExternalAddressView, { nullable: true, description: 'Where they are fetched from.' })
  address: ExternalAddressView | null;
  @Field({ description: 'Whether it is kept up to date.' }) isOn: boolean;
}

export const ExternalSeriesConnection = ConnectionOf(ExternalSeriesView, 'ExternalSeries');

export function toExternalSeriesView(series: ExternalSeries, language: Language): ExternalSeriesView {
  const { id, code, nameZh, nameEn, department, unit, regionId, cadence, aggregate, lateDays, source, isOn } = series;
  const { url, rowsPointer, periodPointer, valuePointer } = series;
  const name = language === 'en' ? nameEn : nameZh;
  return {
    ...{ id, code, name, nameZh, nameEn, department, unit, regionId, cadence, aggregate, lateDays, source, isOn },
    steps: stepsFrom(cadence),
    address:
      url === null
        ? null
        : { url, rowsPointer: rowsPointer ?? '', periodPointer: periodPointer ?? '', valuePointer: valuePointer ?? '' },
  };
}

export const toExternalValueView = (value: ExternalValue): ExternalValueView => {
  const { firstDay, formerValue, revisedAt, revisions } = value;
  return { firstDay, value: value.value, formerValue, revisedAt, revisions };
};

export const toExternalPointView = ({ firstDay, value }: Point): ExternalPointView => ({ firstDay, value });

const shownGaps = 100;

export const toExternalQualityView = ({ gaps, jumps, lateSince }: Quality): ExternalQualityView => ({
  ...{ gapCount: gaps.length, gaps: gaps.slice(-shownGaps), jumps, lateSince },
});
