import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, RefusedError } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { monthOf } from './period.rules.js';
import { InsuranceProof, Settlement, SettlementLine, SettlementPayment, WorkerPayment } from './settlement.entity.js';
import type {
  RecordHostPaymentInput,
  RecordInsuranceProofInput,
  RecordWorkerPaymentsInput,
  WorkerPaymentInput,
} from './settlement.input.js';
import { agreementFor } from './settlement.loader.js';
import { SettlementClosing } from './settlement-closing.service.js';
import {
  refuseForeignAccount,
  refuseFutureMonth,
  refuseHostPayment,
  refusePaidInFuture,
  refuseWorkerPayment,
} from './settlement.rules.js';
import { lockSettlement } from './settlement-step.service.js';
import { Settlements } from './settlement.service.js';

/** Proof of what was paid: host to lender, lender to worker, lender to social insurance. */
@Injectable()
export class SettlementPayments {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settlements: Settlements,
    private readonly closing: SettlementClosing,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  /** The first leg, recorded by either side; the last proof that was missing closes the settlement. */
  async recordHostPayment(viewer: EnterpriseViewer, input: RecordHostPaymentInput): Promise<Settlement> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'recordHostPayment', input, async () => {
        const parties = [{ hostId: viewer.enterpriseId }, { lenderId: viewer.enterpriseId }];
        const settlement = await lockSettlement(tx, input.settlementId, parties);
        const { voucher, paidOn, amountFen } = input;
        refuse(
          refuseHostPayment(settlement, amountFen) ?? refusePaidInFuture(paidOn, this.clock.today(), 'input.paidOn'),
        );
        await tx.insert(SettlementPayment, {
          ...{ id: newId(), settlementId: settlement.id, voucher, paidOn, amountFen },
          ...{ recordedBy: viewer.enterpriseId, accountId: viewer.accountId, recordedAt: this.clock.now() },
        });
        await this.closeAndAudit(tx, viewer, settlement.id, 'settlement.host-paid', { amountFen });
        return settlement.id;
      }),
    );
    return this.settlements.require(viewer, id);
  }

  /** The second leg: what each worker got. All are recorded, or none. */
  async recordWorkerPayments(viewer: EnterpriseViewer, input: RecordWorkerPaymentsInput): Promise<Settlement> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'recordWorkerPayments', input, async () => {
        const settlement = await lockSettlement(tx, input.settlementId, { lenderId: viewer.enterpriseId });
        await refuseUnknownLines(tx, settlement.id, input.lines);
        refuse(refuseWorkerPayment(settlement.state) ?? this.refuseLines(input.lines));
        const recordedAt = this.clock.now();
        await tx.insert(
          WorkerPayment,
          input.lines.map(({ lineId, voucher, paidOn, amountFen }) => {
            const paid = { id: newId(), lineId, voucher, paidOn, amountFen };
            return { ...paid, accountId: viewer.accountId, recordedAt };
          }),
        );
        await this.closeAndAudit(tx, viewer, settlement.id, 'settlement.workers-paid', { lines: input.lines.length });
        return settlement.id;
      }),
    );
    return this.settlements.require(viewer, id);
  }

  /** Social insurance of a month (R12). */
  async recordInsuranceProof(viewer: EnterpriseViewer, input: RecordInsuranceProofInput): Promise<InsuranceProof> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'recordInsuranceProof', input, async () => {
        const agreement = await agreementFor(tx, input.agreementId, viewer.enterpriseId);
        if (agreement?.lenderId !== viewer.enterpriseId) throw new RefusedError(notFound('input.agreementId'));
        const month = monthOf(input.month);
        refuse(refuseFutureMonth(month, this.clock.today()));
        const proof = { id: newId(), agreementId: agreement.id, month, reference: input.reference };
        await tx.insert(InsuranceProof, { ...proof, accountId: viewer.accountId, recordedAt: this.clock.now() });
        const entry = { action: 'settlement.insurance-proven', subjectType: 'agreement', subjectId: agreement.id };
        await this.audit.record(tx, viewer, { ...entry, details: { month } });
        return proof.id;
      }),
    );
    return orRefuse(await this.db.reader.findOneBy(InsuranceProof, { id }), notFound());
  }

  private refuseLines(lines: readonly WorkerPaymentInput[]) {
    const today = this.clock.today();
    return lines
      .map(
        ({ toOwnAccount, paidOn }, index) =>
          refuseForeignAccount(toOwnAccount, `input.lines.${index}.toOwnAccount`) ??
          refusePaidInFuture(paidOn, today, `input.lines.${index}.paidOn`),
      )
      .find((refusal) => refusal !== undefined);
  }

  private async closeAndAudit(
    tx: Tx,
    viewer: EnterpriseViewer,
    settlementId: string,
    action: string,
    details: object,
  ): Promise<void> {
    // Read again: triggers have added the payments to what is paid.
    const { state } = await this.closing.closeIfProven(tx, await tx.findOneByOrFail(Settlement, { id: settlementId }));
    const entry = { action, subjectType: 'settlement', subjectId: settlementId };
    await this.audit.record(tx, viewer, { ...entry, details: { ...details, state } });
  }
}

async function refuseUnknownLines(tx: Tx, settlementId: string, lines: readonly WorkerPaymentInput[]): Promise<void> {
  const known = await tx.findBy(SettlementLine, { settlementId, id: In(lines.map(({ lineId }) => lineId)) });
  const ids = new Set(known.map(({ id }) => id));
  const unknown = lines.findIndex(({ lineId }) => !ids.has(lineId));
  refuse(unknown === -1 ? undefined : notFound(`input.lines.${unknown}.lineId`));
}
