import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CodeInput, EnumInput, IntInput } from '../platform/graphql/input-fields.js';
import type { Leg, OrderWageUnit, Terms } from './requirement.js';

export const OrderLegEnum = { LABOUR: 'labour', MATERIAL: 'material', CAPACITY: 'capacity' } as const satisfies Record<
  string,
  Leg
>;
registerEnumType(OrderLegEnum, {
  name: 'OrderLeg',
  description: 'What an order needs and enterprises share.',
  valuesMap: {
    LABOUR: { description: 'People of an occupation.' },
    MATERIAL: { description: 'A kind of raw material.' },
    CAPACITY: { description: 'Machine time of a process.' },
  },
});

export const OrderWageUnitEnum = { HOUR: 'hour', DAY: 'day', MONTH: 'month' } as const satisfies Record<
  string,
  OrderWageUnit
>;
registerEnumType(OrderWageUnitEnum, {
  name: 'OrderWageUnit',
  description: 'What the wage of an order’s people is paid for.',
  valuesMap: {
    HOUR: { description: 'Per hour.' },
    DAY: { description: 'Per day.' },
    MONTH: { description: 'Per month.' },
  },
});

type OrderGrade = NonNullable<Terms['minimumGrade']>;
export const OrderGradeEnum = { A: 'A', B: 'B', C: 'C', RECLAIMED: 'reclaimed' } as const satisfies Record<
  string,
  OrderGrade
>;
registerEnumType(OrderGradeEnum, {
  name: 'OrderGrade',
  description: 'The least grade of material that will do.',
  valuesMap: {
    A: { description: 'The best.' },
    B: { description: 'Good.' },
    C: { description: 'Usable.' },
    RECLAIMED: { description: 'From used goods.' },
  },
});

/** What is asked of people, goods or machines; shared by recipes and orders. */
@InputType({ isAbstract: true })
export class TermsFields {
  @EnumInput(OrderLegEnum, { description: 'What it is.' }) leg: Leg;
  @CodeInput({
    description: 'Occupation, kind of material, or process, e.g. `GJ:RT-WELD`, `RATTAN-CORE-8`, `GJ:POWDER`.',
  })
  thingId: string;
  @IntInput({ description: 'Least skill level, 1 to 5; for labour.', min: 1, max: 5, optional: true })
  minLevel?: number | null;
  @EnumInput(OrderGradeEnum, { description: 'Least grade; for material.', optional: true })
  minimumGrade?: OrderGrade | null;
  @IntInput({
    description: 'The highest wage, price of a base unit, or price of an hour, in fen. Labour needs it.',
    min: 1,
    max: 100_000_000,
    optional: true,
  })
  ceilingFen?: number | null;
  @EnumInput(OrderWageUnitEnum, { description: 'What the wage is paid for; for labour.', optional: true })
  wageUnit?: OrderWageUnit | null;
}

/** The same as it is shown. */
@ObjectType({ isAbstract: true })
export class TermsView {
  @Field(() => OrderLegEnum, { description: 'What it is.' }) leg: Leg;
  @Field(() => ID, { description: 'Occupation, kind of material, or process.' }) thingId: string;
  @Field(() => Int, { nullable: true, description: 'Least skill level.' }) minLevel: number | null;
  @Field(() => OrderGradeEnum, { nullable: true, description: 'Least grade.' }) minimumGrade: OrderGrade | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The highest wage, price of a base unit, or price of an hour, in fen.',
  })
  ceilingFen: number | null;
  @Field(() => OrderWageUnitEnum, { nullable: true, description: 'What the wage is paid for.' })
  wageUnit: OrderWageUnit | null;
}

export function termsOf(input: TermsFields): Terms {
  const { leg, thingId, minLevel = null, minimumGrade = null, ceilingFen = null, wageUnit = null } = input;
  return {
    ...{ leg, thingId, ceilingFen },
    minLevel: leg === 'labour' ? minLevel : null,
    minimumGrade: leg === 'material' ? minimumGrade : null,
    wageUnit: leg === 'labour' ? wageUnit : null,
  };
}
