import { InputType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { DateInput, EnumInput, IdInput, IntInput, TextInput } from '../../platform/graphql/input-fields.js';
import { WageUnit } from '../wage.js';

/** Further than any two places of a country are apart. */
export const maxRadiusM = 6_000_000;

@InputType({
  description: 'When you can work and on what conditions. It replaces what you said before about these days.',
})
export class SetMyAvailabilityInput {
  @DateInput({ description: 'First day you can work.' }) startsOn: string;
  @DateInput({ description: 'Last day you can work, at most two years ahead.' }) endsOn: string;
  @IntInput({
    description: 'Least wage in the hundredth part of the currency (fen).',
    min: 0,
    max: 100_000_000,
  })
  wageFloorFen: number;
  @EnumInput(WageUnit, { description: 'What the wage is paid for.' }) wageUnit: WageUnit;
  @Matches(/^[A-Z]{3}$/)
  @TextInput({ description: 'ISO 4217 currency code.', min: 3, max: 3, defaultValue: 'CNY' })
  currency: string;
  @IntInput({ description: 'How far from home each day, metres.', min: 0, max: maxRadiusM }) radiusM: number;
  @IntInput({
    description: 'How far from home where the host lodges you, metres; without it, you stay within the daily radius.',
    min: 0,
    max: maxRadiusM,
    optional: true,
  })
  relocationRadiusM?: number | null;
}

@InputType({ description: 'Which availability.' })
export class CloseMyAvailabilityInput {
  @IdInput({ description: 'The availability.' }) availabilityId: string;
}
