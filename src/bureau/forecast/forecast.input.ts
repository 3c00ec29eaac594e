import { ArgsType, registerEnumType } from '@nestjs/graphql';
import { CodeInput, EnumInput, IntInput } from '../../platform/graphql/input-fields.js';
import type { ShortageSplit } from './shortage.loader.js';

export const ForecastSplitEnum = { REGION: 'region', OCCUPATION: 'occupation' } as const satisfies Record<
  string,
  ShortageSplit
>;
registerEnumType(ForecastSplitEnum, {
  name: 'ForecastSplit',
  description: 'What is forecast apart.',
  valuesMap: {
    REGION: { description: 'Each region directly below.' },
    OCCUPATION: { description: 'Each occupation.' },
  },
});

@ArgsType()
export class ShortageForecastArgs {
  @CodeInput({ description: 'Region; by default the whole jurisdiction.', optional: true }) regionId?: string | null;
  @CodeInput({ description: 'Only this occupation.', optional: true }) occupationId?: string | null;
  @IntInput({ description: 'How many weeks ahead.', min: 4, max: 8, defaultValue: 8 }) weeks: number;
}

@ArgsType()
export class ShortageForecastsArgs extends ShortageForecastArgs {
  @EnumInput(ForecastSplitEnum, { description: 'What is forecast apart.' }) splitBy: ShortageSplit;
  @IntInput({ description: 'How many parts at most.', min: 1, max: 50, defaultValue: 10 }) first: number;
}
