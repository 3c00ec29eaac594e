import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { system } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Settlement } from './settlement.entity.js';
import { settlementLate, settlementPaid } from './settlement.events.js';
import { shortLines, tellLate } from './settlement.loader.js';
import { refuseClosing } from './settlement.rules.js';

/** The end of a settlement, reached by proof alone, and what is told when it does not come in time. */
@Injectable()
export class SettlementClosing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Closes a settlement whose both legs are proven; any other stays open, and its findings say why. */
  async closeIfProven(tx: Tx, settlement: Settlement): Promise<Settlement> {
    if (refuseClosing(settlement, await shortLines(tx, settlement.id))) return settlement;
    const changes = { state: 'paid', paidAt: this.clock.now() } as const;
    await tx.update(Settlement, settlement.id, changes);
    const { id: settlementId, agreementId, hostId, lenderId, regionId } = settlement;
    await this.outbox.record(tx, settlementPaid({ settlementId, agreementId, hostId, lenderId, regionId }));
    return Object.assign(settlement, changes);
  }

  /** Tells of what became late, once each; safe to repeat. Returns how many. */
  async tellLate(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const late = await tellLate(tx, this.clock.today(), this.clock.now());
      await this.outbox.recordAll(tx, late.map(settlementLate));
      for (const { settlementId, kind } of late) {
        const entry = { action: 'settlement.late', subjectType: 'settlement', subjectId: settlementId };
        await this.audit.record(tx, system, { ...entry, details: { kind } });
      }
      return late.length;
    });
  }
}
