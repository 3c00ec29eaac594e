import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Complaint, ComplaintStep } from './complaint.entity.js';
import { type ComplaintAction, complaintActions, type ComplaintKind } from './complaint.rules.js';
import type { ComplaintState } from './complaint.states.js';

export const ComplaintStateEnum = {
  OPEN: 'open',
  IN_REVIEW: 'in_review',
  RESOLVED: 'resolved',
  DISMISSED: 'dismissed',
} as const satisfies Record<string, ComplaintState>;
registerEnumType(ComplaintStateEnum, {
  name: 'ComplaintState',
  description: 'Where a complaint stands.',
  valuesMap: {
    OPEN: { description: 'No officer has taken it up.' },
    IN_REVIEW: { description: 'An officer is looking at it.' },
    RESOLVED: { description: 'There was cause, and it is dealt with.' },
    DISMISSED: { description: 'There was no cause.' },
  },
});

export const ComplaintKindEnum = {
  WAGES: 'wages',
  HOURS: 'hours',
  SAFETY: 'safety',
  INJURY: 'injury',
  DISCRIMINATION: 'discrimination',
  DATA: 'data',
  FEES: 'fees',
  POST: 'post',
  OTHER: 'other',
} as const satisfies Record<string, ComplaintKind>;
registerEnumType(ComplaintKindEnum, {
  name: 'ComplaintKind',
  description: 'What a complaint is about.',
  valuesMap: {
    WAGES: { description: 'Wages.' },
    HOURS: { description: 'Hours, overtime, rest.' },
    SAFETY: { description: 'Protection at work.' },
    INJURY: { description: 'An injury at work.' },
    DISCRIMINATION: { description: 'Discrimination.' },
    DATA: { description: 'Personal data.' },
    FEES: { description: 'Money asked of a worker.' },
    POST: { description: 'A post that somebody reported.' },
    OTHER: { description: 'Anything else.' },
  },
});

export const ComplaintActionEnum = {
  TAKE_UP: 'take_up',
  RESOLVE: 'resolve',
  DISMISS: 'dismiss',
} as const satisfies Record<string, ComplaintAction>;
registerEnumType(ComplaintActionEnum, {
  name: 'ComplaintAction',
  description: 'What an officer can do with a complaint; each is a mutation.',
  valuesMap: {
    TAKE_UP: { description: '`takeUpComplaint`.' },
    RESOLVE: { description: '`answerComplaint` with RESOLVED.' },
    DISMISS: { description: '`answerComplaint` with DISMISSED.' },
  },
});

@ObjectType('ComplaintStep', { description: 'One step of a complaint.' })
export class ComplaintStepView {
  @Field({ description: 'When.' }) at: Date;
  @Field(() => ComplaintStateEnum, { description: 'Where it stood from then on.' }) state: ComplaintState;
  @Field({ description: 'What was said with it.' }) note: string;
  @Field({ description: 'Whether the bureau took it.' }) isByBureau: boolean;
}

@ObjectType('Complaint', { description: '投诉: a word to the bureau about a placement, an enterprise or a post.' })
export class ComplaintView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => ComplaintKindEnum, { description: 'What it is about.' }) kind: ComplaintKind;
  @Field({ description: 'What happened, in the words of whoever complains.' }) text: string;
  @Field({ description: 'Whether the other side may see it, and whose it is.' }) isOpen: boolean;
  @Field(() => ComplaintStateEnum, { description: 'Where it stands.' }) state: ComplaintState;
  @Field({ description: 'The bureau’s answer; empty before it has decided.' }) answer: string;
  @Field({ description: 'When it was filed.' }) createdAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was decided.' }) decidedAt: Date | null;
  @Field(() => ID, { nullable: true, description: 'The placement that it is about.' }) placementId: string | null;
  @Field(() => ID, { nullable: true, description: 'The post that it is about.' }) needId: string | null;
  @Field(() => [ComplaintActionEnum], { description: 'What you may do with it now.' }) actions: ComplaintAction[];

  /** For extension fields only; not part of the API. */
  againstId: string;
  workerId: string | null;
  enterpriseId: string | null;
}

export const ComplaintConnection = ConnectionOf(ComplaintView, 'Complaint');

export function toComplaintView(complaint: Complaint, viewer: Viewer): ComplaintView {
  const { id, kind, text, isOpen, state, answer, createdAt, decidedAt } = complaint;
  const { placementId, needId, againstId, workerId, enterpriseId } = complaint;
  return {
    ...{ id, kind, text, isOpen, state, answer, createdAt, decidedAt },
    ...{ placementId, needId, againstId, workerId, enterpriseId },
    actions: complaintActions(complaint, viewer),
  };
}

export function toStepView({ at, state, note, isByBureau }: ComplaintStep): ComplaintStepView {
  return { at, state, note, isByBureau };
}
