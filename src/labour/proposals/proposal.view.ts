import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Proposal } from './proposal.entity.js';

export enum DealKind {
  LOAN = 'loan',
  DIRECT = 'direct',
}
registerEnumType(DealKind, {
  name: 'DealKind',
  description: 'The two kinds of deal, never mixed; facts decide which, nobody chooses.',
  valuesMap: {
    LOAN: { description: 'The worker’s employer lends; the labour relation stays with it.' },
    DIRECT: { description: 'A person without an employer is hired by the host itself.' },
  },
});

@ObjectType({ description: 'One named part of a score.' })
export class ScorePart {
  @Field({ description: 'Which part, e.g. `distance`.' }) name: string;
  @Field(() => Int, { description: 'Its points before weighing, 0 to 10000.' }) points: number;
}

@ObjectType('Proposal', {
  description: 'A worker whom the matching proposes for a need, anonymous until an offer is accepted.',
})
export class ProposalView {
  @Field(() => ID, { description: 'Id of the proposal.' }) id: string;
  @Field(() => Int, { description: 'Score, 0 to 10000.' }) score: number;
  @Field(() => [ScorePart], { description: 'What the score is made of.' }) parts: ScorePart[];
  @Field(() => Int, { description: 'Distance band: metres rounded up to whole kilometres.' }) distanceM: number;
  @Field({ description: 'State: proposed, taken, declined, superseded or expired.' }) state: string;
  @Field({ description: 'When it was proposed.' }) createdAt: Date;

  /** For extension fields only; not part of the API. */
  needId: string;
  workerId: string;
}

export const ProposalConnection = ConnectionOf(ProposalView, 'Proposal');

const bandM = 1_000;

/** The proposal as host, worker and bureau may see it: nothing in it names the worker or tells where they live. */
export function toProposalView({
  id,
  score,
  parts,
  distanceM,
  state,
  createdAt,
  needId,
  workerId,
}: Proposal): ProposalView {
  return {
    id,
    score,
    parts: Object.entries(parts).map(([name, points]) => ({ name, points })),
    distanceM: Math.ceil(distanceM / bandM) * bandM,
    state,
    createdAt,
    needId,
    workerId,
  };
}
