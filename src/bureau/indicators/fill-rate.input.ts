import { InputType, registerEnumType } from '@nestjs/graphql';
import { CodeInput, DateInput, EnumInput } from '../../platform/graphql/input-fields.js';

export enum FillRateGrouping {
  NONE = 'none',
  REGION = 'region',
  COUNTY = 'county',
  INDUSTRY = 'industry',
  OCCUPATION = 'occupation',
}
registerEnumType(FillRateGrouping, {
  name: 'FillRateGrouping',
  description: 'What the rows of a fill-rate report stand for.',
  valuesMap: {
    NONE: { description: 'No rows, only the total.' },
    REGION: { description: 'One row per region directly below the one asked for.' },
    COUNTY: {
      description:
        'One row per county anywhere below the region asked for, e.g. for a map; a need that no county holds (a city without counties) counts for its own region.',
    },
    INDUSTRY: { description: 'One row per industry of the host.' },
    OCCUPATION: { description: 'One row per occupation.' },
  },
});

@InputType({ description: 'Which needs a fill-rate report counts.' })
export class FillRateInput {
  @CodeInput({ description: 'Region; by default the officer’s whole jurisdiction.', optional: true }) regionId?: string;
  @DateInput({ description: 'First day: needs whose period touches the range count.' }) from: string;
  @DateInput({ description: 'Last day.' }) until: string;
  @EnumInput(FillRateGrouping, { description: 'Rows by what.', defaultValue: FillRateGrouping.NONE })
  groupBy: FillRateGrouping;
  @CodeInput({ description: 'Only hosts of this industry and those below it.', optional: true }) industryId?: string;
  @CodeInput({ description: 'Only this occupation.', optional: true }) occupationId?: string;
}
