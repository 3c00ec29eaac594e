import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { WageUnit } from '../wage.js';
import type { Availability } from './availability.entity.js';
import type { AvailabilityState } from './availability.states.js';

export const AvailabilityStateEnum = { OPEN: 'open', CLOSED: 'closed' } as const satisfies Record<
  string,
  AvailabilityState
>;
registerEnumType(AvailabilityStateEnum, {
  name: 'AvailabilityState',
  description: 'Where an availability stands.',
  valuesMap: { OPEN: { description: 'You can be proposed for work.' }, CLOSED: { description: 'It is over.' } },
});

@ObjectType('Availability', { description: '可用时段: when a worker can be placed, and on what conditions.' })
export class AvailabilityView {
  @Field(() => ID, { description: 'Id of the availability.' }) id: string;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) endsOn: string;
  @Field(() => Int, { description: 'Least wage in the hundredth part of the currency.' }) wageFloorFen: number;
  @Field(() => WageUnit, { description: 'What the wage is paid for.' }) wageUnit: WageUnit;
  @Field({ description: 'ISO 4217 currency code.' }) currency: string;
  @Field(() => Int, { description: 'How far from home each day, metres.' }) radiusM: number;
  @Field(() => Int, { nullable: true, description: 'How far from home where the host lodges the worker, metres.' })
  relocationRadiusM: number | null;
  @Field(() => AvailabilityStateEnum, { description: 'Where it stands.' }) state: AvailabilityState;
  @Field({ description: 'Whether the employer’s surplus listing sets it; then the worker cannot change it.' })
  setByEmployer: boolean;
}

export const AvailabilityConnection = ConnectionOf(AvailabilityView, 'Availability');

/** An availability as its worker sees it. */
export function toAvailabilityView(row: Availability): AvailabilityView {
  const { id, startsOn, endsOn, wageFloorFen, wageUnit, currency, radiusM, relocationRadiusM, state } = row;
  const conditions = { wageFloorFen, wageUnit, currency, radiusM, relocationRadiusM };
  return { id, startsOn, endsOn, ...conditions, state, setByEmployer: row.surplusLineId !== null };
}
