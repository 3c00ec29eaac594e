import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { plain } from '../../platform/decimal/decimal.js';
import { IdInput } from '../../platform/graphql/input-fields.js';
import { DecimalScalar, FenScalar } from '../../platform/graphql/scalars.js';
import type { MaterialProposal } from './material-proposal.entity.js';
import type { MaterialProposalState } from './material-proposal.states.js';

export const MaterialProposalStateEnum = {
  PROPOSED: 'proposed',
  TAKEN: 'taken',
  SUPERSEDED: 'superseded',
  DECLINED: 'declined',
} as const satisfies Record<string, MaterialProposalState>;
registerEnumType(MaterialProposalStateEnum, {
  name: 'MaterialProposalState',
  description: 'Where a proposal of materials stands.',
  valuesMap: {
    PROPOSED: { description: 'It can be followed: `reserveMaterial`.' },
    TAKEN: { description: 'The requester has reserved from the lot.' },
    SUPERSEDED: { description: 'A later run proposes otherwise.' },
    DECLINED: { description: 'The requester does not want it.' },
  },
});

@ObjectType('MaterialProposal', { description: 'So much of a lot for a request, as matching advises it.' })
export class MaterialProposalView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => DecimalScalar, { description: 'How much, in base units.' }) quantity: string;
  @Field(() => FenScalar, { description: 'What the goods cost, in fen; 0 for a loan.' }) goodsFen: number;
  @Field(() => FenScalar, { description: 'What bringing them is reckoned to cost, in fen.' }) transportFen: number;
  @Field(() => MaterialProposalStateEnum, { description: 'Where it stands.' }) state: MaterialProposalState;
  @Field(() => Date, { description: 'When it was made.' }) createdAt: Date;

  /** For extension fields only; not part of the API. */
  lotId: string;
  requestId: string;
}

@InputType({ description: 'A proposal that the requester does not want.' })
export class DeclineMaterialProposalInput {
  @IdInput({ description: 'The proposal.' }) materialProposalId: string;
}

export function toMaterialProposalView(proposal: MaterialProposal): MaterialProposalView {
  const { id, goodsFen, transportFen, state, createdAt, lotId, requestId } = proposal;
  return { id, quantity: plain(proposal.quantity), goodsFen, transportFen, state, createdAt, lotId, requestId };
}
