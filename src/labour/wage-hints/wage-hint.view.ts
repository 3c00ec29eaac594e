import { Field, Int, ObjectType } from '@nestjs/graphql';
import { WageUnit } from '../wage.js';
import type { WageHintArgs } from './wage-hint.input.js';
import type { WageSample } from './wage-hint.rules.js';

@ObjectType('WageHint', {
  description: 'What others pay for the same work nearby: open needs and those of the last ninety days.',
})
export class WageHintView {
  @Field(() => Int, { description: 'How many needs it tells of, at least 5 by at least 3 hosts.' }) count: number;
  @Field(() => Int, { description: 'A quarter pays this or less, in the hundredth part of the currency.' })
  p25Fen: number;
  @Field(() => Int, { description: 'Half pays this or less.' }) medianFen: number;
  @Field(() => Int, { description: 'Three quarters pay this or less.' }) p75Fen: number;
  @Field(() => WageUnit, { description: 'What the wages are paid for.' }) wageUnit: string;
  @Field({ description: 'ISO 4217 currency code.' }) currency: string;

  /** For extension fields only; not part of the API. */
  regionId: string;
}

export function toWageHintView(
  { needs, quartiles: [p25, median, p75], regionId }: WageSample,
  { wageUnit, currency }: WageHintArgs,
): WageHintView {
  return {
    ...{ count: needs, p25Fen: Math.round(p25), medianFen: Math.round(median), p75Fen: Math.round(p75) },
    ...{ wageUnit, currency, regionId },
  };
}
