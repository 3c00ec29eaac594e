import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { plain } from '../../platform/decimal/decimal.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import type { MaterialReturn } from './material-return.entity.js';
import { type MaterialReturnState, materialReturnTransitions } from './material-return.states.js';

export const MaterialReturnStateEnum = {
  STATED: 'stated',
  ACCEPTED: 'accepted',
  REFUSED: 'refused',
} as const satisfies Record<string, MaterialReturnState>;
registerEnumType(MaterialReturnStateEnum, {
  name: 'MaterialReturnState',
  description: 'Where a return stands.',
  valuesMap: {
    STATED: { description: 'The borrower says to bring it; the owner answers.' },
    ACCEPTED: { description: 'The owner has taken it back.' },
    REFUSED: { description: 'The owner did not take it; it stays due.' },
  },
});

export const MaterialReturnActionEnum = { ACCEPT: 'accept', REFUSE: 'refuse' } as const;
export type MaterialReturnAction = (typeof MaterialReturnActionEnum)[keyof typeof MaterialReturnActionEnum];
registerEnumType(MaterialReturnActionEnum, {
  name: 'MaterialReturnAction',
  description: 'What can be done with a return; each is a mutation.',
  valuesMap: {
    ACCEPT: { description: '`acceptMaterialReturn`, by the owner.' },
    REFUSE: { description: '`refuseMaterialReturn`, by the owner.' },
  },
});

@ObjectType('MaterialReturn', { description: 'A part of a loan that its borrower brings back.' })
export class MaterialReturnView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => DecimalScalar, { description: 'What the borrower stated, in base units.' }) quantity: string;
  @Field({ description: 'The borrower’s word to it.' }) note: string;
  @Field(() => MaterialReturnStateEnum, { description: 'Where it stands.' }) state: MaterialReturnState;
  @Field(() => DecimalScalar, { nullable: true, description: 'What the owner took back.' })
  acceptedQuantity: string | null;
  @Field(() => String, { nullable: true, description: 'Why the owner did not take it.' }) refusalReason: string | null;
  @Field(() => Date, { description: 'When it was stated.' }) statedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When the owner answered.' }) decidedAt: Date | null;
  @Field(() => [MaterialReturnActionEnum], { description: 'What you may do with it now.' })
  actions: MaterialReturnAction[];
}

export function toMaterialReturnView(part: MaterialReturn, mayDecide: boolean): MaterialReturnView {
  const { id, note, state, refusalReason, statedAt, decidedAt } = part;
  return {
    ...{ id, note, state, refusalReason, statedAt, decidedAt },
    quantity: plain(part.quantity),
    acceptedQuantity: part.acceptedQuantity === null ? null : plain(part.acceptedQuantity),
    actions: mayDecide && materialReturnTransitions[state].length > 0 ? ['accept', 'refuse'] : [],
  };
}
