import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';
import type { ObjectionState, SettlementState } from './settlement.states.js';

/** bigint comes as text; every amount of a settlement is far below 2^53. */
const whole: ValueTransformer = { from: (value: string) => Number(value), to: (value: number) => value };
const fen = { type: 'bigint', transformer: whole } as const;

/** What a period of an agreement costs, and how far it is paid. */
@Entity('settlement')
export class Settlement {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('uuid') hostId: string;
  @Column('uuid') lenderId: string;
  @Column('text') regionId: string;
  @Column('date') periodStartsOn: string;
  @Column('date') periodEndsOn: string;
  @Column('int') termsVersion: number;
  @Column('char', { length: 3 }) currency: string;
  @Column('text') state: SettlementState;
  @Column('date') hostPaysBy: string;
  @Column('date') workersPaidBy: string;
  @Column('int') leftOutDays: number;
  @Column(fen) payFen: number;
  @Column(fen) contributionsFen: number;
  @Column(fen) reimbursementsFen: number;
  @Column(fen) totalFen: number;
  @Column({ ...fen, insert: false, update: false }) hostPaidFen: number;
  @Column('timestamptz') computedAt: Date;
  @Column('timestamptz', { nullable: true }) issuedAt: Date | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) paidAt: Date | null;
  @Column('text', { nullable: true }) disputedBy: 'host' | 'lender' | null;
  @Column('text') disputeReason: string;
}

/** One worker's part of a settlement. */
@Entity('settlement_line')
export class SettlementLine {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') settlementId: string;
  @Column('uuid') workerId: string;
  @Column('int') days: number;
  @Column('int') carriedDays: number;
  @Column('int') placementDays: number;
  @Column('int') normalMinutes: number;
  @Column('int') overtimeMinutes: number;
  @Column('int') restDayMinutes: number;
  @Column('int') holidayMinutes: number;
  @Column(fen) pieces: number;
  @Column(fen) wageFen: number;
  @Column(fen) overtimeFen: number;
  @Column(fen) restDayFen: number;
  @Column(fen) holidayFen: number;
  @Column(fen) correctionFen: number;
  @Column(fen) contributionsFen: number;
  @Column(fen) reimbursementsFen: number;
  @Column(fen) totalFen: number;
  @Column({ ...fen, insert: false, update: false }) paidToWorkerFen: number;
  @Column('boolean') belowMinimum: boolean;
}

/** Proof of the host's payment to the lender. */
@Entity('settlement_payment')
export class SettlementPayment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') settlementId: string;
  @Column('text') voucher: string;
  @Column('date') paidOn: string;
  @Column(fen) amountFen: number;
  @Column('uuid') recordedBy: string;
  @Column('uuid') accountId: string;
  @Column('timestamptz') recordedAt: Date;
}

/** Proof of the lender's payment to a worker. */
@Entity('worker_payment')
export class WorkerPayment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lineId: string;
  @Column('text') voucher: string;
  @Column('date') paidOn: string;
  @Column(fen) amountFen: number;
  @Column('uuid') accountId: string;
  @Column('timestamptz') recordedAt: Date;
}

/** Proof that the lender paid social insurance of a month. */
@Entity('insurance_proof')
export class InsuranceProof {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('date') month: string;
  @Column('text') reference: string;
  @Column('uuid') accountId: string;
  @Column('timestamptz') recordedAt: Date;
}

/** A worker's word against their own line. */
@Entity('line_objection')
export class LineObjection {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lineId: string;
  @Column('uuid') workerId: string;
  @Column('uuid') lenderId: string;
  @Column('uuid') agreementId: string;
  @Column('text') state: ObjectionState;
  @Column('text') reason: string;
  @Column('text') answer: string;
  @Column(fen) correctionFen: number;
  @Column('uuid', { nullable: true }) settlementId: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}
