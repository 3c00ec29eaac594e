import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, MaxLength } from 'class-validator';
import { type EnterpriseSize, EnterpriseSizeEnum } from '../../directory/index.js';
import { CodeInput, DateInput, EnumInput } from '../../platform/graphql/input-fields.js';
import { bureauMessages } from '../bureau.messages.js';
import type { Step } from './period.rules.js';

export const StepEnum = {
  DAY: 'day',
  WEEK: 'week',
  MONTH: 'month',
  QUARTER: 'quarter',
  YEAR: 'year',
} as const satisfies Record<string, Step>;
registerEnumType(StepEnum, {
  name: 'IndicatorStep',
  description: 'How long the steps of a series are.',
  valuesMap: {
    DAY: { description: 'A day.' },
    WEEK: { description: 'From Monday to Sunday.' },
    MONTH: { description: 'A calendar month.' },
    QUARTER: { description: 'Three calendar months.' },
    YEAR: { description: 'A calendar year.' },
  },
});

export type Grouping = 'region' | 'county' | 'industry' | 'occupation' | 'size';
export const GroupingEnum = {
  REGION: 'region',
  COUNTY: 'county',
  INDUSTRY: 'industry',
  OCCUPATION: 'occupation',
  SIZE: 'size',
} as const satisfies Record<string, Grouping>;
registerEnumType(GroupingEnum, {
  name: 'IndicatorGrouping',
  description: 'What the rows of a report stand for.',
  valuesMap: {
    REGION: { description: 'Regions directly below the one asked for.' },
    COUNTY: { description: 'Counties anywhere below it.' },
    INDUSTRY: { description: 'Industries, as enterprises state them.' },
    OCCUPATION: { description: 'Occupations.' },
    SIZE: { description: 'How large enterprises are.' },
  },
});

const maxCodes = 30;
const count = { context: { message: bureauMessages.codeCount, params: { max: maxCodes } } };

@InputType({ description: 'Which indicators, where, when, and in which detail.' })
export class IndicatorReportInput {
  @Field(() => [ID], { description: `Codes of indicators, 1 to ${maxCodes}.` })
  @IsArray()
  @ArrayMinSize(1, count)
  @ArrayMaxSize(maxCodes, count)
  @ArrayUnique(count)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  codes: string[];
  @CodeInput({ description: 'Region; by default the officer’s whole jurisdiction.', optional: true }) regionId?: string;
  @DateInput({ description: 'First day.' }) from: string;
  @DateInput({ description: 'Last day.' }) until: string;
  @EnumInput(StepEnum, { description: 'The steps of the series; without it there is none.', optional: true })
  step?: Step;
  @EnumInput(GroupingEnum, { description: 'What rows stand for; without it there are none.', optional: true })
  groupBy?: Grouping;
  @CodeInput({ description: 'Only enterprises of this industry and those below it.', optional: true })
  industryId?: string;
  @CodeInput({ description: 'Only this occupation.', optional: true }) occupationId?: string;
  @EnumInput(EnterpriseSizeEnum, {
    description: 'Only enterprises of this size; not together with an industry or an occupation.',
    optional: true,
  })
  size?: EnterpriseSize;
}
