import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { IdInput } from '../../platform/graphql/input-fields.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { CapacityProposal } from './proposal.entity.js';
import type { CapacityProposalState } from './proposal.states.js';

const ProposalStateEnum = {
  PROPOSED: 'proposed',
  TAKEN: 'taken',
  SUPERSEDED: 'superseded',
  DECLINED: 'declined',
} as const satisfies Record<string, CapacityProposalState>;
registerEnumType(ProposalStateEnum, {
  name: 'CapacityProposalState',
  description: 'Where a proposal stands.',
  valuesMap: {
    PROPOSED: { description: 'It can be held.' },
    TAKEN: { description: 'A hold took it up.' },
    SUPERSEDED: { description: 'A later run chose otherwise, or the request or the window is over.' },
    DECLINED: { description: 'The customer does not want it.' },
  },
});

@InputType({ description: 'Which proposal.' })
export class CapacityProposalInput {
  @IdInput({ description: 'The proposal.' }) capacityProposalId: string;
}

@ObjectType('CapacityProposal', {
  description: 'Minutes of a window’s day that the matching chose for a step of a request.',
})
export class CapacityProposalView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => Int, { description: 'The step of the request.' }) step: number;
  @Field(() => LocalDateScalar, { description: 'The day.' }) day: string;
  @Field(() => Int, { description: 'Minutes of machine time, without setup.' }) minutes: number;
  @Field(() => Int, { description: 'What they would cost, in fen.' }) costFen: number;
  @Field(() => ProposalStateEnum, { description: 'Where it stands.' }) state: CapacityProposalState;
  @Field({ description: 'When it was made.' }) createdAt: Date;

  /** For extension fields only; not part of the API. */
  requestId: string;
  windowId: string;
}

export const CapacityProposalConnection = ConnectionOf(CapacityProposalView, 'CapacityProposal');

export function toProposalView(proposal: CapacityProposal): CapacityProposalView {
  const { id, step, day, minutes, costFen, state, createdAt, requestId, windowId } = proposal;
  return { id, step, day, minutes, costFen, state, createdAt, requestId, windowId };
}
