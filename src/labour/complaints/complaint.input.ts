import { ArgsType, InputType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  EnumInput,
  IdempotencyKeyInput,
  IdInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import type { DealComplaintKind } from './complaint.rules.js';
import type { ComplaintState } from './complaint.states.js';
import { ComplaintStateEnum } from './complaint.view.js';

export const DealComplaintKindEnum = {
  WAGES: 'wages',
  HOURS: 'hours',
  SAFETY: 'safety',
  INJURY: 'injury',
  DISCRIMINATION: 'discrimination',
  DATA: 'data',
  FEES: 'fees',
  OTHER: 'other',
} as const satisfies Record<string, DealComplaintKind>;
registerEnumType(DealComplaintKindEnum, {
  name: 'DealComplaintKind',
  description: 'What a party of a deal can complain of.',
  valuesMap: {
    WAGES: { description: 'Wages not paid, not in full or not on time.' },
    HOURS: { description: 'Hours, overtime, rest.' },
    SAFETY: { description: 'Protection at work.' },
    INJURY: { description: 'An injury at work, or how it was dealt with.' },
    DISCRIMINATION: { description: 'Treatment by sex, origin, belief or the like.' },
    DATA: { description: 'What was done with personal data.' },
    FEES: { description: 'Money asked of a worker.' },
    OTHER: { description: 'Anything else.' },
  },
});

export const ComplaintDecisionEnum = { RESOLVED: 'resolved', DISMISSED: 'dismissed' } as const;
registerEnumType(ComplaintDecisionEnum, {
  name: 'ComplaintDecision',
  description: 'How a bureau decides on a complaint.',
  valuesMap: {
    RESOLVED: { description: 'There was cause; what was to be done is done.' },
    DISMISSED: { description: 'There was no cause.' },
  },
});

@InputType({
  description: 'A complaint to the bureau of the host’s region: about a placement, an enterprise, or both.',
})
export class FileComplaintInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The placement that it is about, of which you are a party.', optional: true })
  placementId?: string | null;
  @IdInput({
    description:
      'The enterprise that it is against, with which you had to do; left out: the other side of the placement.',
    optional: true,
  })
  againstEnterpriseId?: string | null;
  @EnumInput(DealComplaintKindEnum, { description: 'What it is about.' }) kind: DealComplaintKind;
  @TextInput({ description: 'What happened.', max: 4000 }) text: string;
  @BooleanInput({
    description: 'Whether the other side may see it, and that it is yours. Otherwise it never learns of it here.',
    defaultValue: false,
  })
  openly: boolean;
}

@InputType({ description: 'Telling the bureau of a post that is false, unlawful or discriminating.' })
export class ReportNeedInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The need.' }) needId: string;
  @TextInput({ description: 'What is wrong with it.', max: 1000 }) reason: string;
}

@InputType({ description: 'Which complaint.' })
export class ComplaintInput {
  @IdInput({ description: 'The complaint.' }) complaintId: string;
}

@InputType({ description: 'How a complaint is decided.' })
export class AnswerComplaintInput {
  @IdInput({ description: 'The complaint.' }) complaintId: string;
  @EnumInput(ComplaintDecisionEnum, { description: 'The decision.' }) decision: 'resolved' | 'dismissed';
  @TextInput({ description: 'The answer; whoever complained reads it.', max: 4000 }) answer: string;
}

@InputType({ description: 'Taking a post down.' })
export class RemoveNeedInput {
  @IdInput({ description: 'The need.' }) needId: string;
  @TextInput({ description: 'Why; its host reads it.', max: 1000 }) reason: string;
}

@ArgsType()
export class ComplaintListArgs extends PageArgs {
  @EnumInput(ComplaintStateEnum, { description: 'Only complaints that stand so.', optional: true })
  state?: ComplaintState;
}
