import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { InsuranceProof, Settlement, SettlementPayment } from './settlement.entity.js';
import type { LateKind } from './settlement.events.js';
import type { SettlementAction } from './settlement-action.rules.js';
import { SettlementRole, SettlementStateView } from './settlement.input.js';

export const SettlementActionEnum = {
  PREPARE: 'prepare',
  ISSUE: 'issue',
  REISSUE: 'reissue',
  CONFIRM: 'confirm',
  DISPUTE: 'dispute',
  RECORD_HOST_PAYMENT: 'record_host_payment',
  RECORD_WORKER_PAYMENTS: 'record_worker_payments',
  RECORD_INSURANCE_PROOF: 'record_insurance_proof',
} as const satisfies Record<string, SettlementAction>;
registerEnumType(SettlementActionEnum, {
  name: 'SettlementAction',
  description: 'What can be done with a settlement; each is a mutation.',
  valuesMap: {
    PREPARE: { description: '`prepareSettlement`, by either side.' },
    ISSUE: { description: '`issueSettlement`, by the lender.' },
    REISSUE: { description: '`reissueSettlement`, by the lender.' },
    CONFIRM: { description: '`confirmSettlement`, by the host.' },
    DISPUTE: { description: '`disputeSettlement`, by either side.' },
    RECORD_HOST_PAYMENT: { description: '`recordHostPayment`, by either side.' },
    RECORD_WORKER_PAYMENTS: { description: '`recordWorkerPayments`, by the lender.' },
    RECORD_INSURANCE_PROOF: { description: '`recordInsuranceProof`, by the lender.' },
  },
});

export const LateKindEnum = {
  HOST_PAYMENT: 'host_payment',
  WORKER_PAYMENT: 'worker_payment',
  INSURANCE_PROOF: 'insurance_proof',
} as const satisfies Record<string, LateKind>;
registerEnumType(LateKindEnum, {
  name: 'SettlementLateKind',
  description: 'What is late about a settlement.',
  valuesMap: {
    HOST_PAYMENT: { description: 'The host’s payment to the lender.' },
    WORKER_PAYMENT: { description: 'The lender’s payment to at least one worker.' },
    INSURANCE_PROOF: { description: 'The lender’s proof of social insurance.' },
  },
});

@ObjectType('LatePayment', { description: 'A payment or a proof of a settlement that is late today.' })
export class LatePaymentView {
  @Field(() => LateKindEnum, { description: 'What is late.' }) kind: LateKind;
  @Field(() => LocalDateScalar, { description: 'When it was due.' }) dueOn: string;
  @Field(() => Int, { description: 'How many days late it is today.' }) days: number;
  @Field(() => Float, { description: 'How much is missing, in fen; 0 for a proof.' }) openFen: number;
}

@ObjectType('HostPayment', { description: 'Proof of a payment by the host to the lender.' })
export class HostPaymentView {
  @Field(() => ID, { description: 'Id of the payment.' }) id: string;
  @Field({ description: 'Number of the bank’s voucher.' }) voucher: string;
  @Field(() => LocalDateScalar, { description: 'When it was paid.' }) paidOn: string;
  @Field(() => Float, { description: 'How much, in fen.' }) amountFen: number;
  @Field({ description: 'When it was recorded.' }) recordedAt: Date;
}

@ObjectType('InsuranceProof', { description: 'Proof that the lender paid social insurance of a month.' })
export class InsuranceProofView {
  @Field(() => ID, { description: 'Id of the proof.' }) id: string;
  @Field(() => LocalDateScalar, { description: 'First day of the month.' }) month: string;
  @Field({ description: 'Number of the payment certificate.' }) reference: string;
  @Field({ description: 'When it was recorded.' }) recordedAt: Date;
}

@ObjectType('Settlement', {
  description:
    '结算单: what a period of an agreement costs the host, which is what the lender must pay out. Amounts are whole fen.',
})
export class SettlementView {
  @Field(() => ID, { description: 'Id of the settlement.' }) id: string;
  @Field(() => ID, { description: 'The cooperation agreement.' }) agreementId: string;
  @Field(() => LocalDateScalar, { description: 'First day of the period.' }) periodStartsOn: string;
  @Field(() => LocalDateScalar, { description: 'Last day of the period, the cut-off.' }) periodEndsOn: string;
  @Field(() => SettlementStateView, { description: 'Where it stands.' }) state: string;
  @Field({ description: 'Currency, ISO 4217.' }) currency: string;
  @Field(() => Float, { description: 'Pay of all workers: wage, overtime and corrections.' }) payFen: number;
  @Field(() => Float, { description: 'Statutory contributions.' }) contributionsFen: number;
  @Field(() => Float, { description: 'Agreed reimbursements.' }) reimbursementsFen: number;
  @Field(() => Float, { description: 'What the host pays: the sum of the three, and nothing else.' }) totalFen: number;
  @Field(() => Float, { description: 'What the host has paid, by proof.' }) hostPaidFen: number;
  @Field(() => Float, { description: 'What the host still owes.' }) hostOpenFen: number;
  @Field(() => Int, { description: 'Days that were not agreed when it was computed; they go to the next one.' })
  leftOutDays: number;
  @Field(() => LocalDateScalar, { description: 'By when the host has to pay.' }) hostPaysBy: string;
  @Field(() => LocalDateScalar, { description: 'By when the workers have to be paid, whether the host paid or not.' })
  workersPaidBy: string;
  @Field({ description: 'When it was last computed.' }) computedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was last issued.' }) issuedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When the host confirmed it.' }) confirmedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When both legs were proven.' }) paidAt: Date | null;
  @Field(() => SettlementRole, { nullable: true, description: 'Who disputed it last.' }) disputedBy: string | null;
  @Field({ description: 'Why it was disputed last; empty if never.' }) disputeReason: string;

  /** For extension fields only; not part of the API. */
  row: Settlement;
}

export const SettlementConnection = ConnectionOf(SettlementView, 'Settlement');

export function toSettlementView(row: Settlement): SettlementView {
  const { id, agreementId, periodStartsOn, periodEndsOn, state, currency, leftOutDays, hostPaysBy, workersPaidBy } =
    row;
  const { payFen, contributionsFen, reimbursementsFen, totalFen, hostPaidFen } = row;
  const { computedAt, issuedAt, confirmedAt, paidAt, disputedBy, disputeReason } = row;
  return {
    ...{ id, agreementId, periodStartsOn, periodEndsOn, state, currency, leftOutDays, hostPaysBy, workersPaidBy },
    ...{ payFen, contributionsFen, reimbursementsFen, totalFen, hostPaidFen, hostOpenFen: totalFen - hostPaidFen },
    ...{ computedAt, issuedAt, confirmedAt, paidAt, disputedBy, disputeReason, row },
  };
}

export function toHostPaymentView({ id, voucher, paidOn, amountFen, recordedAt }: SettlementPayment): HostPaymentView {
  return { id, voucher, paidOn, amountFen, recordedAt };
}

export function toInsuranceProofView({ id, month, reference, recordedAt }: InsuranceProof): InsuranceProofView {
  return { id, month, reference, recordedAt };
}
