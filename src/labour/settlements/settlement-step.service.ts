import { Injectable } from '@nestjs/common';
import type { FindOptionsWhere } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, RefusedError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Settlement } from './settlement.entity.js';
import {
  type SettlementEvent,
  settlementConfirmed,
  settlementDisputed,
  settlementIssued,
} from './settlement.events.js';
import { sideOf } from './settlement-action.rules.js';
import type { DisputeSettlementInput, IssueSettlementInput } from './settlement.input.js';
import { agreementFor, freeze, hasRecountDifference, thaw } from './settlement.loader.js';
import { settlementMessages as says } from './settlement.messages.js';
import { SettlementClosing } from './settlement-closing.service.js';
import { SettlementPreparation } from './settlement-preparation.service.js';
import { refuseBeforeEnd, refuseConfirmation, refuseDispute, refuseIssue, refuseOpenDays } from './settlement.rules.js';

/** The steps of both sides until money moves: issue, confirm, dispute, issue again. */
@Injectable()
export class SettlementSteps {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly preparation: SettlementPreparation,
    private readonly closing: SettlementClosing,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /**
   * The lender issues a draft, or a disputed one again: it is computed a last time, twice, and holds its days from then
   * on. `from` tells the two steps apart; a repeat answers what was issued.
   */
  async issue(viewer: EnterpriseViewer, input: IssueSettlementInput, from: 'draft' | 'disputed'): Promise<Settlement> {
    return this.db.transaction(async (tx) => {
      const settlement = await lockSettlement(tx, input.settlementId, { lenderId: viewer.enterpriseId });
      if (settlement.state === 'issued') return settlement;
      refuse(refuseIssue(settlement.state, from));
      const agreement = orRefuse(
        await agreementFor(tx, settlement.agreementId, viewer.enterpriseId),
        notFound('input.settlementId'),
      );
      refuse(refuseBeforeEnd(settlement.periodEndsOn, agreement.state, this.clock.today()));
      const computed = await this.preparation.compute(tx, settlement, agreement);
      refuse(refuseOpenDays(computed.leftOutDays, input.leaveOut));
      await freeze(tx, settlement.id, computed.dayIds, computed.correctionIds);
      const changes = { state: 'issued', issuedAt: this.clock.now() } as const;
      await tx.update(Settlement, settlement.id, changes);
      if (await hasRecountDifference(tx, settlement.id))
        throw new RefusedError({ code: 'CONFLICT', message: says.recountDiffers });
      await this.outbox.record(tx, settlementIssued(toEvent(settlement)));
      const details = { from, totalFen: settlement.totalFen, leftOutDays: computed.leftOutDays };
      await this.record(tx, viewer, 'issue', settlement.id, details);
      return Object.assign(settlement, changes);
    });
  }

  /** The host agrees to every line; a settlement of nothing is closed at once. */
  async confirm(viewer: EnterpriseViewer, settlementId: string): Promise<Settlement> {
    return this.db.transaction(async (tx) => {
      const settlement = await lockSettlement(tx, settlementId, { hostId: viewer.enterpriseId });
      if (settlement.state === 'confirmed') return settlement;
      refuse(refuseConfirmation(settlement.state));
      const changes = { state: 'confirmed', confirmedAt: this.clock.now() } as const;
      await tx.update(Settlement, settlement.id, changes);
      await this.outbox.record(tx, settlementConfirmed(toEvent(settlement)));
      const closed = await this.closing.closeIfProven(tx, Object.assign(settlement, changes));
      await this.record(tx, viewer, 'confirm', settlement.id, { state: closed.state });
      return closed;
    });
  }

  /** Either side says that it is wrong: its days are free to be put right until it is issued again. */
  async dispute(viewer: EnterpriseViewer, { settlementId, reason }: DisputeSettlementInput): Promise<Settlement> {
    return this.db.transaction(async (tx) => {
      const settlement = await lockSettlement(tx, settlementId, [
        { hostId: viewer.enterpriseId },
        { lenderId: viewer.enterpriseId },
      ]);
      if (settlement.state === 'disputed') return settlement;
      refuse(refuseDispute(settlement));
      const by = orRefuse(sideOf(settlement, viewer), notFound('input.settlementId'));
      const changes = { state: 'disputed', disputedBy: by, disputeReason: reason, confirmedAt: null } as const;
      await tx.update(Settlement, settlement.id, changes);
      await thaw(tx, settlement.id);
      await this.outbox.record(tx, settlementDisputed({ ...toEvent(settlement), by }));
      await this.record(tx, viewer, 'dispute', settlement.id, { from: settlement.state, by });
      return Object.assign(settlement, changes);
    });
  }

  private record(tx: Tx, viewer: EnterpriseViewer, step: string, subjectId: string, details: object): Promise<void> {
    const entry = { action: `settlement.${step}`, subjectType: 'settlement', subjectId };
    return this.audit.record(tx, viewer, { ...entry, details: { ...details } });
  }
}

/** A settlement of a party, locked; NOT_FOUND for everybody else. */
export async function lockSettlement(
  tx: Tx,
  id: string,
  party: FindOptionsWhere<Settlement> | FindOptionsWhere<Settlement>[],
): Promise<Settlement> {
  const where = [party].flat().map((one) => ({ ...one, id }));
  return orRefuse(
    await tx.findOne(Settlement, { where, lock: { mode: 'pessimistic_write' } }),
    notFound('input.settlementId'),
  );
}

export function toEvent({ id, agreementId, hostId, lenderId, regionId }: Settlement): SettlementEvent {
  return { settlementId: id, agreementId, hostId, lenderId, regionId };
}
