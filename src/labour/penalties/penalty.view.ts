import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { PenaltyAction } from './penalty-action.rules.js';
import type { Penalty } from './penalty.entity.js';
import type { PenaltyState } from './penalty.states.js';

export const PenaltyKindEnum = { NO_SHOW: 'no_show' } as const;
registerEnumType(PenaltyKindEnum, {
  name: 'PenaltyKind',
  description: 'What a penalty is for.',
  valuesMap: {
    NO_SHOW: { description: 'Nobody came on the first day.' },
  },
});

export const PenaltyStateEnum = {
  PROPOSED: 'proposed',
  APPEALED: 'appealed',
  UPHELD: 'upheld',
  LIFTED: 'lifted',
} as const satisfies Record<string, PenaltyState>;
registerEnumType(PenaltyStateEnum, {
  name: 'PenaltyState',
  description: 'Where a penalty stands.',
  valuesMap: {
    PROPOSED: { description: 'It can be appealed.' },
    APPEALED: { description: 'Suspended until an officer decides.' },
    UPHELD: { description: 'Not appealed in time, or an officer let it stand.' },
    LIFTED: { description: 'Struck by an officer.' },
  },
});

export const PenaltyActionEnum = { APPEAL: 'appeal', DECIDE: 'decide' } as const satisfies Record<
  string,
  PenaltyAction
>;
registerEnumType(PenaltyActionEnum, {
  name: 'PenaltyAction',
  description: 'What can be done with a penalty; each is a mutation.',
  valuesMap: {
    APPEAL: { description: '`appealPenalty`, by its worker.' },
    DECIDE: { description: '`decidePenalty`, by an officer of the place.' },
  },
});

@ObjectType('Penalty', {
  description: 'A dated mark against whoever let the others down. It keeps nobody from applying or working.',
})
export class PenaltyView {
  @Field(() => ID, { description: 'Id of the penalty.' }) id: string;
  @Field(() => PenaltyKindEnum, { description: 'What it is for.' }) kind: string;
  @Field(() => ID, { description: 'The placement that it is about.' }) placementId: string;
  @Field(() => PenaltyStateEnum, { description: 'Where it stands.' }) state: PenaltyState;
  @Field({ description: 'Until when it can be appealed.' }) appealBy: Date;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day; no penalty is without end.' }) endsOn: string;
  @Field({ description: 'Whether it stands today.' }) isInForce: boolean;
  @Field({ description: 'The appeal; empty: none.' }) appeal: string;
  @Field({ description: 'Why it was decided so; empty: nobody decided.' }) decision: string;
  @Field(() => Date, { nullable: true, description: 'When it was decided.' }) decidedAt: Date | null;

  /** For extension fields only; not part of the API. */
  workerId: string | null;
}

export const PenaltyConnection = ConnectionOf(PenaltyView, 'Penalty');

export function toPenaltyView(penalty: Penalty, isInForce: boolean): PenaltyView {
  const { id, kind, placementId, state, appealBy, startsOn, endsOn, appeal, decision, decidedAt, workerId } = penalty;
  return { id, kind, placementId, state, appealBy, startsOn, endsOn, isInForce, appeal, decision, decidedAt, workerId };
}
