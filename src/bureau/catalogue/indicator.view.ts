import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Language } from '../../platform/i18n/message.js';
import { render } from '../../platform/i18n/message.js';
import type { Dimension, Indicator, IndicatorUnit } from './indicator.js';

export const IndicatorUnitEnum = {
  HEADS: 'heads',
  CASES: 'cases',
  HOURS: 'hours',
  DAYS: 'days',
  SHARE: 'share',
  RATIO: 'ratio',
  PER_THOUSAND: 'per_thousand',
  FEN_PER_HOUR: 'fen_per_hour',
} as const satisfies Record<string, IndicatorUnit>;
registerEnumType(IndicatorUnitEnum, {
  name: 'IndicatorUnit',
  description: 'What a figure is counted in.',
  valuesMap: {
    HEADS: { description: 'People.' },
    CASES: { description: 'Cases.' },
    HOURS: { description: 'Hours.' },
    DAYS: { description: 'Days.' },
    SHARE: { description: 'A part of a whole, 0 to 1.' },
    RATIO: { description: 'So many for one.' },
    PER_THOUSAND: { description: 'So many for a thousand.' },
    FEN_PER_HOUR: { description: 'Fen for an hour of work.' },
  },
});

export const BetterEnum = { MORE: 'more', LESS: 'less', NEITHER: 'neither' } as const satisfies Record<
  string,
  Indicator['better']
>;
registerEnumType(BetterEnum, {
  name: 'BetterWay',
  description: 'Which way is good news.',
  valuesMap: {
    MORE: { description: 'More is better.' },
    LESS: { description: 'Less is better.' },
    NEITHER: { description: 'It depends.' },
  },
});

export const DimensionEnum = {
  INDUSTRY: 'industry',
  OCCUPATION: 'occupation',
  SIZE: 'size',
} as const satisfies Record<string, Dimension>;
registerEnumType(DimensionEnum, {
  name: 'IndicatorDimension',
  description: 'By what a figure can be split, besides region and period.',
  valuesMap: {
    INDUSTRY: { description: 'The industry of the enterprise.' },
    OCCUPATION: { description: 'The occupation.' },
    SIZE: { description: 'How large the enterprise is.' },
  },
});

@ObjectType('Indicator', { description: 'What a figure is, so that an auditor can count it again.' })
export class IndicatorView {
  @Field(() => ID, { description: 'Its code.' }) code: string;
  @Field({ description: 'Its name in your language.' }) name: string;
  @Field({ description: 'What exactly is counted, and on which day.' }) definition: string;
  @Field(() => IndicatorUnitEnum, { description: 'What it is counted in.' }) unit: IndicatorUnit;
  @Field(() => BetterEnum, { description: 'Which way is good news.' }) better: Indicator['better'];
  @Field(() => [DimensionEnum], { description: 'By what it can be split, besides region and period.' })
  dimensions: readonly Dimension[];
  @Field(() => [String], { description: 'Tables whose rows are counted.' }) sources: readonly string[];
  @Field(() => String, { nullable: true, description: 'The public statistic whose definition it follows.' })
  follows: string | null;
}

export function toIndicatorView(indicator: Omit<Indicator, 'formula'>, language: Language): IndicatorView {
  const { code, unit, better, dimensions, sources, follows } = indicator;
  return {
    ...{ code, unit, better, dimensions, sources },
    name: render(indicator.name, language),
    definition: render(indicator.definition, language),
    follows: follows ? render(follows, language) : null,
  };
}
