import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { DispatchFlag } from './dispatch.rules.js';
import type { FlaggedLender } from './dispatch.service.js';

export const DispatchSignEnum = {
  BUSINESS_SERVICES: 'BUSINESS_SERVICES',
  SHARE_LENT: 'SHARE_LENT',
  SAME_HOST: 'SAME_HOST',
  HIRED_TO_LEND: 'HIRED_TO_LEND',
} as const satisfies Record<string, DispatchFlag>;
registerEnumType(DispatchSignEnum, {
  name: 'DispatchSign',
  description: 'A sign that loans may be dispatch under another name (R26). A sign bans nobody.',
  valuesMap: {
    BUSINESS_SERVICES: { description: 'Its industry is business services, where human-resources services belong.' },
    SHARE_LENT: { description: 'Half of its staff or more is on loan.' },
    SAME_HOST: { description: 'It lends to the same host, many and month after month.' },
    HIRED_TO_LEND: { description: 'Many of those lent were hired within thirty days before.' },
  },
});

@ObjectType('DispatchFlag', {
  description: 'A lender to look at: loans that may be dispatch under another name (R26).',
})
export class DispatchFlagView {
  @Field(() => [DispatchSignEnum], { description: 'What speaks for it.' }) signs: DispatchFlag[];
  @Field(() => Int, { description: 'Workers it employs, as far as is known here.' }) staff: number;
  @Field(() => Int, { description: 'Of them, on loan or about to be.' }) lent: number;
  @Field(() => Int, { description: 'Loans of the last twelve months.' }) loans: number;
  @Field(() => Int, { description: 'Of them, to the host that took most.' }) mostToOneHost: number;
  @Field(() => Int, { description: 'Months of the last twelve in which it lent to that host.' })
  monthsToThatHost: number;
  @Field(() => Int, { description: 'Loans of workers hired within thirty days before.' }) hiredToLend: number;

  /** For extension fields only; not part of the API. */
  enterpriseId: string;
}

export const DispatchFlagConnection = ConnectionOf(DispatchFlagView, 'DispatchFlag');

export function toDispatchFlagView(lender: FlaggedLender): DispatchFlagView {
  const { enterpriseId, signs, staff, lent, loans, mostToOneHost, monthsToThatHost, hiredToLend } = lender;
  return { enterpriseId, signs: [...signs], staff, lent, loans, mostToOneHost, monthsToThatHost, hiredToLend };
}
