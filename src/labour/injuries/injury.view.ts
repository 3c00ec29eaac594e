import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { Party } from '../placements/placement-party.rules.js';
import { PartyEnum } from '../placements/placement-party.view.js';
import type { Injury } from './injury.entity.js';
import type { InjuryState } from './injury.states.js';

export const InjuryStateEnum = {
  REPORTED: 'reported',
  LENDER_NOTIFIED: 'lender_notified',
  APPLIED: 'applied',
  DECIDED: 'decided',
  COMPENSATED: 'compensated',
  CLOSED: 'closed',
} as const satisfies Record<string, InjuryState>;
registerEnumType(InjuryStateEnum, {
  name: 'InjuryState',
  description: 'How far an injury is dealt with.',
  valuesMap: {
    REPORTED: { description: 'Reported; the employer has not taken it on.' },
    LENDER_NOTIFIED: { description: 'The employer knows.' },
    APPLIED: { description: 'Recognition was applied for.' },
    DECIDED: { description: 'The authority has decided.' },
    COMPENSATED: { description: 'The compensation is shared and paid.' },
    CLOSED: { description: 'Nothing is left to do.' },
  },
});

@ObjectType('Injury', { description: '工伤: an accident at work, and how far it is dealt with.' })
export class InjuryView {
  @Field(() => ID, { description: 'Id of the injury.' }) id: string;
  @Field(() => ID, { description: 'The placement.' }) placementId: string;
  @Field(() => PartyEnum, { description: 'Who reported it.' }) reportedBy: Party;
  @Field({ description: 'When it happened.' }) occurredAt: Date;
  @Field({ description: 'Where.' }) place: string;
  @Field({ description: 'What was being done.' }) task: string;
  @Field({ description: 'What happened.' }) description: string;
  @Field({ description: 'Protective equipment.' }) protection: string;
  @Field({ description: 'Where the worker is treated.' }) hospital: string;
  @Field({ description: 'Who saw it.' }) witness: string;
  @Field(() => InjuryStateEnum, { description: 'How far it is.' }) state: InjuryState;
  @Field(() => LocalDateScalar, { description: 'Until when the employer must apply for recognition (R14).' })
  fileBy: string;
  @Field(() => LocalDateScalar, { description: 'Until when the worker, the family or the union may apply (R14).' })
  workerMayFileUntil: string;
  @Field({ description: 'Whether twenty days have gone by without an application.' }) isDueSoon: boolean;
  @Field({ description: 'Whether the thirty days went by without an application.' }) isOverdue: boolean;
  @Field({ description: 'Number of the decision; empty: none yet.' }) decisionNumber: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether it was recognised as a work injury.' })
  isRecognised: boolean | null;
  @Field(() => Int, { nullable: true, description: 'What it cost beyond insurance, in fen.' }) costFen: number | null;
  @Field(() => Int, { nullable: true, description: 'The host’s agreed share, per cent.' }) hostPercent: number | null;
  @Field(() => Int, { nullable: true, description: 'What the host bears, in fen.' }) hostShareFen: number | null;
  @Field(() => Int, { nullable: true, description: 'What the employer bears, in fen.' })
  employerShareFen: number | null;

  /** For extension fields only; not part of the API. */
  row: Injury;
}

export const InjuryConnection = ConnectionOf(InjuryView, 'Injury');

export function toInjuryView(row: Injury): InjuryView {
  const { id, placementId, reportedBy, occurredAt, place, task, description, protection, hospital, witness } = row;
  const { state, fileBy, workerMayFileUntil, decisionNumber, isRecognised } = row;
  const { costFen, hostPercent, hostShareFen, employerShareFen, dueSoonAt, overdueAt } = row;
  return {
    ...{ id, placementId, reportedBy, occurredAt, place, task, description, protection, hospital, witness },
    ...{ state, fileBy, workerMayFileUntil, decisionNumber, isRecognised },
    ...{ costFen, hostPercent, hostShareFen, employerShareFen },
    ...{ isDueSoon: dueSoonAt !== null, isOverdue: overdueAt !== null, row },
  };
}
