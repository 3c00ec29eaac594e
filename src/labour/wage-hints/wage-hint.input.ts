import { ArgsType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { CodeInput, EnumInput, TextInput } from '../../platform/graphql/input-fields.js';
import { WageUnit } from '../wage.js';

@ArgsType()
export class WageHintArgs {
  @CodeInput({ description: 'The occupation, e.g. `GJ:RT-WEAVE`.' }) occupationId: string;
  @CodeInput({ description: 'Region of the site, e.g. `GB2260:350524`.' }) regionId: string;
  @EnumInput(WageUnit, { description: 'What the wage is paid for.' }) wageUnit: WageUnit;
  @Matches(/^[A-Z]{3}$/)
  @TextInput({ description: 'ISO 4217 currency code.', min: 3, max: 3, defaultValue: 'CNY' })
  currency: string;
}
