import { ArgsType } from '@nestjs/graphql';
import { CodeInput, DateInput } from '../../platform/graphql/input-fields.js';

@ArgsType()
export class GuaranteeArgs {
  @CodeInput({ description: 'The region; all below it count.' }) regionId: string;
  @DateInput({ description: 'Orders due from this day on.' }) from: string;
  @DateInput({ description: 'Orders due until this day.' }) until: string;
  @CodeInput({ description: 'Only orders of enterprises of this industry.', optional: true }) industryId?: string;
}
