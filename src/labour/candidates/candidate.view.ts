import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DealKind } from '../proposals/proposal.view.js';

@ObjectType({
  description:
    'Who a worker is. Shown to the worker, the home employer, and a host from the moment the worker accepts its offer.',
})
export class Person {
  @Field({ description: 'Name.' }) name: string;
  @Field({ description: 'Mobile number, E.164.' }) phone: string;
}

@ObjectType({ description: 'What a worker can do.' })
export class CandidateSkill {
  @Field(() => ID, { description: 'Occupation.' }) occupationId: string;
  @Field(() => Int, { description: 'Skill level, 1 to 5.' }) level: number;
}

@ObjectType('Candidate', {
  description: 'A worker as the parties of a deal see them: skills first, the person only when the worker has agreed.',
})
export class CandidateView {
  @Field(() => ID, { description: 'Id of the worker; says nothing about the person.' }) id: string;
  @Field(() => DealKind, { description: 'Loan (has an employer) or direct.' }) dealKind: string;
}

export function toCandidateView(worker: {
  readonly id: string;
  readonly homeEnterpriseId: string | null;
}): CandidateView {
  return { id: worker.id, dealKind: worker.homeEnterpriseId === null ? DealKind.DIRECT : DealKind.LOAN };
}
