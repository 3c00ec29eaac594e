import { Injectable } from '@nestjs/common';
import { Enterprises, WorkerPersons } from '../../directory/index.js';
import type { EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { DocumentModel } from '../../platform/documents/document-model.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import type { Language } from '../../platform/i18n/message.js';
import { writeXlsx } from '../../platform/spreadsheet/index.js';
import { PayLines } from './pay-line.service.js';
import { type Settlement, SettlementLine } from './settlement.entity.js';
import { agreementNumber } from './settlement.loader.js';
import { Settlements } from './settlement.service.js';
import { lineFindings } from './settlement-finding.rules.js';
import { type StatementData, statementModel, statementSheet } from './statement.rules.js';

/** Statements of settlements. What a viewer may not see is NOT_FOUND. */
@Injectable()
export class Statements {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settlements: Settlements,
    private readonly payLines: PayLines,
    private readonly enterprises: Enterprises,
    private readonly persons: WorkerPersons,
  ) {}

  async settlementXlsx(viewer: EnterpriseViewer, id: string, language: Language): Promise<Uint8Array> {
    return writeXlsx(statementSheet(await this.ofSettlement(viewer, id), language));
  }

  async lineXlsx(viewer: WorkerViewer, lineId: string, language: Language): Promise<Uint8Array> {
    return writeXlsx(statementSheet(await this.ofLine(viewer, lineId), language));
  }

  /** The statement as a paper, in the reader's language. */
  async settlementPaper(viewer: EnterpriseViewer, id: string, language: Language): Promise<DocumentModel> {
    return statementModel(await this.ofSettlement(viewer, id), language);
  }

  async linePaper(viewer: WorkerViewer, lineId: string, language: Language): Promise<DocumentModel> {
    return statementModel(await this.ofLine(viewer, lineId), language);
  }

  /** All that a party's statement shows. */
  async ofSettlement(viewer: EnterpriseViewer, id: string): Promise<StatementData> {
    const settlement = await this.settlements.require(viewer, id);
    const rows = await this.db.reader.find(SettlementLine, { where: { settlementId: id }, order: { id: 'ASC' } });
    const payments = await this.settlements.paymentsOf([id]);
    const standing = orRefuse((await this.settlements.standingOf([id])).get(id), notFound());
    return {
      ...(await this.common(settlement, rows)),
      isOwn: false,
      hostPayments: payments.get(id) ?? [],
      findings: this.settlements.findingsOf(settlement, standing),
    };
  }

  /** All that a worker's own statement shows: their line, and proof of what they got. */
  async ofLine(viewer: WorkerViewer, lineId: string): Promise<StatementData> {
    const row = await this.payLines.require(viewer, lineId);
    const settlement = orRefuse((await this.settlements.byIds([row.settlementId])).get(row.settlementId), notFound());
    const findings = lineFindings(row, settlement, this.clock.today());
    return { ...(await this.common(settlement, [row])), isOwn: true, hostPayments: [], findings };
  }

  private async common(settlement: Settlement, rows: readonly SettlementLine[]) {
    const { hostId, lenderId, agreementId } = settlement;
    const parties = await this.enterprises.byIds([hostId, lenderId]);
    const persons = await this.persons.personOf(
      this.db.reader,
      rows.map(({ workerId }) => workerId),
    );
    const payments = await this.payLines.paymentsOf(rows.map(({ id }) => id));
    return {
      settlement,
      agreementNumber: await agreementNumber(this.db.reader, agreementId),
      hostName: parties.get(hostId)?.name ?? '',
      lenderName: parties.get(lenderId)?.name ?? '',
      lines: rows.map((row) => ({
        row,
        name: persons.get(row.workerId)?.name,
        payments: payments.get(row.id) ?? [],
      })),
    };
  }
}
