import { Field, ID, ObjectType } from '@nestjs/graphql';
import { plain } from '../../platform/decimal/decimal.js';
import { DecimalScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { AllocationRow } from './allocation.service.js';

@ObjectType('OrderAllocation', {
  description:
    'What is reserved for a requirement: a transfer of goods, a booking of hours, or a need with its offers.',
})
export class AllocationView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => DecimalScalar, { description: 'How much: heads, base units, or minutes.' }) reserved: string;
  @Field(() => DecimalScalar, { description: 'Of that, what the other side has agreed to.' }) confirmed: string;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) endsOn: string;
  @Field(() => ID, { nullable: true, description: 'The transfer, for material.' }) transferId: string | null;
  @Field(() => ID, { nullable: true, description: 'The booking, for machine time.' }) bookingId: string | null;
  @Field(() => ID, { nullable: true, description: 'The labour need, for people.' }) needId: string | null;

  /** For extension fields only; not part of the API. */
  enterpriseId: string | null;
}

export const toAllocationView = ({
  requirementId: _of,
  reserved,
  confirmed,
  ...row
}: AllocationRow): AllocationView => ({
  ...row,
  ...{ reserved: plain(reserved), confirmed: plain(confirmed) },
});
