import { InputType } from '@nestjs/graphql';
import { CodeInput, DateInput, IntInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'Where and when occupations are weighed.' })
export class OccupationBalanceInput {
  @CodeInput({ description: 'Region; by default the officer’s whole jurisdiction.', optional: true }) regionId?: string;
  @DateInput({ description: 'The day of work.' }) on: string;
  @IntInput({ description: 'How many rows.', min: 1, max: 100, defaultValue: 20 }) first: number;
}
