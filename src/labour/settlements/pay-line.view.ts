import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { payDue } from './settle.rules.js';
import type { LineObjection, Settlement, SettlementLine, WorkerPayment } from './settlement.entity.js';
import type { LineAction, ObjectionAction } from './settlement-action.rules.js';
import { SettlementStateView } from './settlement.input.js';
import type { ObjectionState } from './settlement.states.js';

export const LineActionEnum = { OBJECT: 'object' } as const satisfies Record<string, LineAction>;
registerEnumType(LineActionEnum, {
  name: 'PayLineAction',
  description: 'What can be done with a line; each is a mutation.',
  valuesMap: { OBJECT: { description: '`objectToLine`, by its worker.' } },
});

export const ObjectionActionEnum = { ANSWER: 'answer' } as const satisfies Record<string, ObjectionAction>;
registerEnumType(ObjectionActionEnum, {
  name: 'LineObjectionAction',
  description: 'What can be done with an objection; each is a mutation.',
  valuesMap: { ANSWER: { description: '`answerObjection`, by the lender.' } },
});

export const ObjectionStateEnum = {
  OPEN: 'open',
  ACCEPTED: 'accepted',
  REJECTED: 'rejected',
} as const satisfies Record<string, ObjectionState>;
registerEnumType(ObjectionStateEnum, {
  name: 'LineObjectionState',
  description: 'Where an objection stands.',
  valuesMap: {
    OPEN: { description: 'Waiting for the lender.' },
    ACCEPTED: { description: 'The lender says that it is right.' },
    REJECTED: { description: 'The lender says that the line is right.' },
  },
});

@ObjectType('PayPeriod', { description: 'The settlement that a line belongs to, as far as its worker sees it.' })
export class PayPeriodView {
  @Field(() => ID, { description: 'Id of the settlement.' }) settlementId: string;
  @Field(() => LocalDateScalar, { description: 'First day.' }) startsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) endsOn: string;
  @Field(() => SettlementStateView, { description: 'Where the settlement stands.' }) state: string;
  @Field(() => LocalDateScalar, { description: 'By when the worker has to be paid.' }) paidBy: string;
}

@ObjectType('WorkerPayment', { description: 'Proof of a payment by the lender to a worker.' })
export class WorkerPaymentView {
  @Field(() => ID, { description: 'Id of the payment.' }) id: string;
  @Field({ description: 'Number of the bank’s voucher.' }) voucher: string;
  @Field(() => LocalDateScalar, { description: 'When it was paid.' }) paidOn: string;
  @Field(() => Float, { description: 'How much, in fen.' }) amountFen: number;
  @Field({ description: 'When it was recorded.' }) recordedAt: Date;
}

@ObjectType('LineObjection', { description: 'A worker’s word against their own line.' })
export class LineObjectionView {
  @Field(() => ID, { description: 'Id of the objection.' }) id: string;
  @Field(() => ID, { description: 'The line.' }) lineId: string;
  @Field(() => ObjectionStateEnum, { description: 'Where it stands.' }) state: ObjectionState;
  @Field({ description: 'What the worker says is wrong.' }) reason: string;
  @Field({ description: 'The lender’s answer; empty while it waits.' }) answer: string;
  @Field(() => Float, {
    description: 'What the lender owes the worker because of it, paid with the next line, in fen.',
  })
  correctionFen: number;
  @Field({ description: 'When it was made.' }) createdAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was answered.' }) answeredAt: Date | null;

  /** For extension fields only; not part of the API. */
  lenderId: string;
}

@ObjectType('PayLine', { description: 'One worker’s part of a settlement. Amounts are whole fen.' })
export class PayLineView {
  @Field(() => ID, { description: 'Id of the line.' }) id: string;
  @Field(() => Int, { description: 'Days worked.' }) days: number;
  @Field(() => Int, { description: 'Of them, days of earlier periods that were agreed only now.' }) carriedDays: number;
  @Field(() => Int, { description: 'Calendar days of placement in the period, by which costs are shared.' })
  placementDays: number;
  @Field(() => Int, { description: 'Minutes paid at 100 %.' }) normalMinutes: number;
  @Field(() => Int, { description: 'Minutes of overtime on working days.' }) overtimeMinutes: number;
  @Field(() => Int, { description: 'Minutes on rest days.' }) restDayMinutes: number;
  @Field(() => Int, { description: 'Minutes on public holidays.' }) holidayMinutes: number;
  @Field(() => Float, { description: 'Accepted pieces.' }) pieces: number;
  @Field(() => Float, { description: 'Wage.' }) wageFen: number;
  @Field(() => Float, { description: 'Pay of overtime.' }) overtimeFen: number;
  @Field(() => Float, { description: 'Pay of rest days.' }) restDayFen: number;
  @Field(() => Float, { description: 'Pay of public holidays.' }) holidayFen: number;
  @Field(() => Float, { description: 'What is owed from earlier periods.' }) correctionFen: number;
  @Field(() => Float, { description: 'What the worker has to get: wage, overtime, rest days, holidays, correction.' })
  payFen: number;
  @Field(() => Float, { description: 'Statutory contributions that the host pays back.' }) contributionsFen: number;
  @Field(() => Float, { description: 'Agreed reimbursements.' }) reimbursementsFen: number;
  @Field(() => Float, { description: 'What the host pays for this worker: pay, contributions, reimbursements.' })
  totalFen: number;
  @Field(() => Float, { description: 'What the worker has got, by proof.' }) paidToWorkerFen: number;

  /** For extension fields only; not part of the API. */
  row: SettlementLine;
}

export const PayLineConnection = ConnectionOf(PayLineView, 'PayLine');

export function toPayLineView(row: SettlementLine): PayLineView {
  const { id, days, carriedDays, placementDays, normalMinutes, overtimeMinutes, restDayMinutes, holidayMinutes } = row;
  const { pieces, wageFen, overtimeFen, restDayFen, holidayFen, correctionFen } = row;
  const { contributionsFen, reimbursementsFen, totalFen, paidToWorkerFen } = row;
  return {
    ...{ id, days, carriedDays, placementDays, normalMinutes, overtimeMinutes, restDayMinutes, holidayMinutes },
    ...{ pieces, wageFen, overtimeFen, restDayFen, holidayFen, correctionFen, payFen: payDue(row) },
    ...{ contributionsFen, reimbursementsFen, totalFen, paidToWorkerFen, row },
  };
}

export function toPayPeriodView({ id, periodStartsOn, periodEndsOn, state, workersPaidBy }: Settlement): PayPeriodView {
  return { settlementId: id, startsOn: periodStartsOn, endsOn: periodEndsOn, state, paidBy: workersPaidBy };
}

export function toWorkerPaymentView({ id, voucher, paidOn, amountFen, recordedAt }: WorkerPayment): WorkerPaymentView {
  return { id, voucher, paidOn, amountFen, recordedAt };
}

export function toObjectionView(row: LineObjection): LineObjectionView {
  const { id, lineId, state, reason, answer, correctionFen, createdAt, answeredAt, lenderId } = row;
  return { id, lineId, state, reason, answer, correctionFen, createdAt, answeredAt, lenderId };
}
