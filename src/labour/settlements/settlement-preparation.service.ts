import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { type EnterpriseViewer, system, type Viewer } from '../../platform/auth/viewer.js';
import { Clock, type LocalDate } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { payTermsOf } from './pay.rules.js';
import { dueOn, lastPeriod, type Period, periodOf } from './period.rules.js';
import { type ComputedSettlement, payDue, settle } from './settle.rules.js';
import { Settlement } from './settlement.entity.js';
import type { PrepareSettlementInput } from './settlement.input.js';
import { agreementFor, type AgreementRow, draftCandidates, settlementFacts, writeLines } from './settlement.loader.js';
import { settlementMessages as says } from './settlement.messages.js';
import { refusePeriod, refuseUnsigned } from './settlement.rules.js';

/** Where terms are silent, a period ends with its month, and pay is due by the end of the next. */
const lastOfMonth = 31;
const batch = 500;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Drafts: made by either side or by time, computed anew as long as they are drafts. */
@Injectable()
export class SettlementPreparation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The settlement of the period that ends in a month; a draft is computed anew, any other is answered as it is. */
  async prepare(viewer: EnterpriseViewer, input: PrepareSettlementInput): Promise<Settlement> {
    return this.db.transaction(async (tx) => {
      const agreement = orRefuse(
        await agreementFor(tx, input.agreementId, viewer.enterpriseId),
        notFound('input.agreementId'),
      );
      const period = periodOf(input.month, cutOffOf(agreement));
      refuse(refuseUnsigned(agreement) ?? refusePeriod(period, agreement, this.clock.today()));
      return this.draft(tx, viewer, agreement, period);
    });
  }

  /** Drafts what ended and has no settlement; safe to repeat. Returns how many were made. */
  async draftPast(): Promise<number> {
    let made = 0;
    for (let after: string | undefined = beforeAll; after !== undefined;) {
      const candidates = await draftCandidates(this.db.reader, after, batch);
      for (const { id, cutOffDay, endsOn, settledUntil, hasOpenDays } of candidates) {
        const period = lastPeriod(this.clock.today(), cutOffDay ?? lastOfMonth);
        const isSettled = settledUntil !== null && settledUntil >= period.endsOn;
        if (!isSettled && (hasOpenDays || endsOn >= period.startsOn)) made += await this.draftOne(id, period);
      }
      after = candidates.length < batch ? undefined : candidates.at(-1)?.id;
    }
    return made;
  }

  /** Computes a settlement anew and writes its lines and totals; the caller holds its lock and its state lets it. */
  async compute(tx: Tx, settlement: Settlement, agreement: AgreementRow): Promise<ComputedSettlement> {
    const terms = orRefuse(payTermsOf(agreement.terms), { code: 'CONFLICT', message: says.termsIncomplete });
    const facts = await settlementFacts(tx, settlement);
    const period = { startsOn: settlement.periodStartsOn, endsOn: settlement.periodEndsOn };
    const computed = settle(period, terms, facts);
    await writeLines(tx, settlement.id, computed.lines);
    const totals = { payFen: 0, contributionsFen: 0, reimbursementsFen: 0, totalFen: 0 };
    for (const line of computed.lines) {
      totals.payFen += payDue(line);
      totals.contributionsFen += line.contributionsFen;
      totals.reimbursementsFen += line.reimbursementsFen;
      totals.totalFen += line.totalFen;
    }
    const changes = {
      ...{ ...totals, ...dueDays(agreement, period), leftOutDays: computed.leftOutDays },
      ...{ termsVersion: agreement.version, currency: currencyOf(agreement), computedAt: this.clock.now() },
    };
    await tx.update(Settlement, settlement.id, changes);
    Object.assign(settlement, changes);
    return computed;
  }

  private async draftOne(agreementId: string, period: Period): Promise<number> {
    return this.db.transaction(async (tx) => {
      const agreement = await agreementFor(tx, agreementId, null);
      if (!agreement || agreement.startsOn > period.endsOn) return 0;
      await this.draft(tx, system, agreement, period);
      return 1;
    });
  }

  private async draft(tx: Tx, viewer: Viewer, agreement: AgreementRow, period: Period): Promise<Settlement> {
    const key = { agreementId: agreement.id, periodStartsOn: period.startsOn };
    await tx
      .createQueryBuilder()
      .insert()
      .into(Settlement)
      .values({
        ...{ id: newId(), ...key, periodEndsOn: period.endsOn, state: 'draft', ...dueDays(agreement, period) },
        ...{ hostId: agreement.hostId, lenderId: agreement.lenderId, regionId: agreement.regionId },
        ...{ termsVersion: agreement.version, currency: currencyOf(agreement), computedAt: this.clock.now() },
      })
      .orIgnore()
      .execute();
    const settlement = await tx.findOneOrFail(Settlement, { where: key, lock: { mode: 'pessimistic_write' } });
    if (settlement.state !== 'draft') return settlement;
    await this.compute(tx, settlement, agreement);
    const details = { agreementId: agreement.id, periodEndsOn: period.endsOn };
    await this.audit.record(tx, viewer, {
      action: 'settlement.prepare',
      subjectType: 'settlement',
      subjectId: settlement.id,
      details,
    });
    return settlement;
  }
}

const cutOffOf = ({ terms }: AgreementRow): number => terms.cutOffDay ?? lastOfMonth;
const currencyOf = ({ terms }: AgreementRow): string => terms.currency || 'CNY';

function dueDays({ terms }: AgreementRow, period: Period): { hostPaysBy: LocalDate; workersPaidBy: LocalDate } {
  return {
    hostPaysBy: dueOn(period, terms.hostPaysByDay ?? lastOfMonth),
    workersPaidBy: dueOn(period, terms.workersPaidByDay ?? lastOfMonth),
  };
}
