import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { DealKind } from '../proposals/proposal.view.js';
import type { PlacementAction } from './placement-action.rules.js';
import type { Placement } from './placement.entity.js';
import type { PlacementState } from './placement.states.js';

export enum PlacementStateView {
  PLANNED = 'planned',
  ACTIVE = 'active',
  COMPLETED = 'completed',
  CANCELLED = 'cancelled',
  ENDED_EARLY = 'ended_early',
  NO_SHOW = 'no_show',
}
registerEnumType(PlacementStateView, {
  name: 'PlacementState',
  description: 'Where a placement stands.',
  valuesMap: {
    PLANNED: { description: 'Agreed, not begun.' },
    ACTIVE: { description: 'The worker is on site.' },
    COMPLETED: { description: 'Worked to its agreed end.' },
    CANCELLED: { description: 'Ended before it began.' },
    ENDED_EARLY: { description: 'Ended before its agreed end.' },
    NO_SHOW: { description: 'The worker did not come.' },
  },
});

export const PlacementActionEnum = {
  START: 'start',
  END: 'end',
  CONFIRM_TERMS: 'confirm_terms',
  PAUSE: 'pause',
  RESUME: 'resume',
  REQUEST_RETURN: 'request_return',
  REPORT_NO_SHOW: 'report_no_show',
  REQUEST_REPLACEMENT: 'request_replacement',
  PROPOSE_EXTENSION: 'propose_extension',
  REPORT_INJURY: 'report_injury',
  WRITE_REVIEW: 'write_review',
} as const satisfies Record<string, PlacementAction>;
registerEnumType(PlacementActionEnum, {
  name: 'PlacementAction',
  description: 'What can be done with a placement; each is a mutation.',
  valuesMap: {
    START: { description: '`startPlacement`, by its host.' },
    END: { description: '`endPlacement`, by its host.' },
    CONFIRM_TERMS: { description: '`confirmTerms`, by its worker.' },
    PAUSE: { description: '`pausePlacement`, by its host or lender.' },
    RESUME: { description: '`resumePlacement`, by its host or lender.' },
    REQUEST_RETURN: { description: '`requestReturn`, by any side, each with its own reasons.' },
    REPORT_NO_SHOW: { description: '`reportNoShow`, by its host.' },
    REQUEST_REPLACEMENT: { description: '`requestReplacement`, by its host.' },
    PROPOSE_EXTENSION: { description: '`proposeExtension`, by its host or lender.' },
    REPORT_INJURY: { description: '`reportInjury`, by any side.' },
    WRITE_REVIEW: { description: '`writeReview`, by any side, within 14 days of its end.' },
  },
});

@ObjectType('Placement', { description: 'One worker at one host for a period.' })
export class PlacementView {
  @Field(() => ID, { description: 'Id of the placement.' }) id: string;
  @Field(() => DealKind, { description: 'Loan or direct.' }) kind: 'loan' | 'direct';
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) endsOn: string;
  @Field(() => PlacementStateView, { description: 'Where it stands.' }) state: PlacementState;
  @Field(() => Date, { nullable: true, description: 'When the worker confirmed the terms of a loan.' })
  termsConfirmedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When the worker arrived.' }) startedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it ended.' }) endedAt: Date | null;

  /** For extension fields only; not part of the API. */
  needId: string;
  workerId: string;
  hostId: string;
  lenderId: string | null;
  agreementId: string | null;
}

export const PlacementConnection = ConnectionOf(PlacementView, 'Placement');

export function toPlacementView(placement: Placement): PlacementView {
  const { id, kind, startsOn, endsOn, state, startedAt, endedAt, termsConfirmedAt } = placement;
  const { needId, workerId, hostId, lenderId, agreementId } = placement;
  return {
    ...{ id, kind, startsOn, endsOn, state, startedAt, endedAt, termsConfirmedAt },
    ...{ needId, workerId, hostId, lenderId, agreementId },
  };
}
