import { InputType, registerEnumType } from '@nestjs/graphql';
import { CodeInput, DateInput, EnumInput } from '../../platform/graphql/input-fields.js';

export type FlowGrouping = 'industry' | 'county' | 'prefecture' | 'province';
export const FlowGroupingEnum = {
  INDUSTRY: 'industry',
  COUNTY: 'county',
  PREFECTURE: 'prefecture',
  PROVINCE: 'province',
} as const satisfies Record<string, FlowGrouping>;
registerEnumType(FlowGroupingEnum, {
  name: 'LabourFlowGrouping',
  description: 'What people go from and to.',
  valuesMap: {
    INDUSTRY: { description: 'From the industry of the lender to that of the host.' },
    COUNTY: { description: 'From the county where they live to that where they work.' },
    PREFECTURE: { description: 'The same by prefecture.' },
    PROVINCE: { description: 'The same by province.' },
  },
});

@InputType({ description: 'Whose work is looked at: placements that began in a period and touch a region.' })
export class CommutingInput {
  @CodeInput({ description: 'Region; by default the officer’s whole jurisdiction.', optional: true }) regionId?: string;
  @DateInput({ description: 'First day.' }) from: string;
  @DateInput({ description: 'Last day.' }) until: string;
}

@InputType({ description: 'Which flows of people.' })
export class LabourFlowsInput extends CommutingInput {
  @EnumInput(FlowGroupingEnum, { description: 'What people go from and to.' }) by: FlowGrouping;
}
