import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { mapConstraints } from '../../platform/database/constraints.js';
import type { Refusal } from '../../platform/errors/index.js';
import { breaks } from '../compliance/breaks.js';
import { LineObjectionResolver, PayLineResolver } from './pay-line.resolver.js';
import { PayLines } from './pay-line.service.js';
import {
  InsuranceProof,
  LineObjection,
  Settlement,
  SettlementLine,
  SettlementPayment,
  WorkerPayment,
} from './settlement.entity.js';
import { SettlementJobs } from './settlement.jobs.js';
import { settlementMessages as says } from './settlement.messages.js';
import { SettlementClosing } from './settlement-closing.service.js';
import { SettlementPayments } from './settlement-payment.service.js';
import { SettlementPreparation } from './settlement-preparation.service.js';
import { SettlementReminders } from './settlement-reminder.service.js';
import { SettlementResolver } from './settlement.resolver.js';
import { Settlements } from './settlement.service.js';
import { SettlementStepResolver } from './settlement-step.resolver.js';
import { SettlementSteps } from './settlement-step.service.js';
import { StatementController } from './statement.controller.js';
import { Statements } from './statement.service.js';

/** Settlement: what a month of work costs, and the proof that it reached the worker. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      ...[Settlement, SettlementLine, SettlementPayment, WorkerPayment, InsuranceProof, LineObjection],
    ]),
  ],
  providers: [
    ...[
      Settlements,
      SettlementPreparation,
      SettlementSteps,
      SettlementPayments,
      SettlementClosing,
      SettlementReminders,
    ],
    ...[SettlementResolver, SettlementStepResolver, SettlementJobs],
    ...[PayLines, PayLineResolver, LineObjectionResolver],
    Statements,
  ],
  controllers: [StatementController],
  exports: [Statements],
})
export class SettlementModule implements OnModuleInit {
  onModuleInit(): void {
    const conflict = (message: Refusal['message'], field?: string): Refusal => ({
      code: 'CONFLICT',
      message,
      ...(field && { field }),
    });
    mapConstraints({
      settlement_payment_once: conflict(says.voucherKnown, 'input.voucher'),
      worker_payment_once: conflict(says.voucherKnown, 'input.lines'),
      insurance_proof_once: conflict(says.voucherKnown, 'input.reference'),
      line_objection_one_open: conflict(says.objectionOpen, 'input.lineId'),
      settlement_host_pays_no_more: breaks('R9', says.hostOverpays, undefined, 'input.amountFen'),
      settlement_paid_by_host: breaks('R11', says.hostPaymentMissing),
      settlement_passed_through: breaks('R10', says.passThroughMissing),
    });
  }
}
