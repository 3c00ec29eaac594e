import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer, Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { badCursor, idOf, type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import type { Finding } from '../compliance/finding.js';
import { latePayments, lateSettlements } from './late-payment.loader.js';
import { latePlaceOf, latePlaceText } from './late-payment.rules.js';
import { InsuranceProof, Settlement, SettlementLine, SettlementPayment } from './settlement.entity.js';
import { type ActionableSettlement, type SettlementAction, settlementActions } from './settlement-action.rules.js';
import { settlementFindings, type SettlementStanding } from './settlement-finding.rules.js';
import type { SettlementListArgs } from './settlement.input.js';
import { type StandingRow, standingsOf } from './settlement.loader.js';
import { linesOf, settlementsOf } from './settlement.policy.js';
import type { LatePaymentView } from './settlement.view.js';

/** Reading settlements. Steps: settlement-step.service.ts; money: settlement-payment.service.ts. */
@Injectable()
export class Settlements {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** A settlement the viewer may see; NOT_FOUND otherwise. */
  async require(viewer: Viewer, id: string, field = 'id'): Promise<Settlement> {
    const query = this.db.reader.createQueryBuilder(Settlement, 'settlement').where('settlement.id = :id', { id });
    return orRefuse(await settlementsOf(query, viewer).getOne(), notFound(field));
  }

  /** Settlements the viewer is party to, newest first. */
  async list(viewer: Viewer, args: SettlementListArgs): Promise<Page<Settlement>> {
    const query = settlementsOf(this.db.reader.createQueryBuilder(Settlement, 'settlement').where('TRUE'), viewer);
    if (args.state) query.andWhere('settlement.state = :state', { state: args.state });
    if (args.agreementId) query.andWhere('settlement.agreementId = :agreementId', { agreementId: args.agreementId });
    if (args.role && viewer.kind === 'enterprise')
      query.andWhere(`settlement.${args.role}Id = :party`, { party: viewer.enterpriseId });
    return pageOf(query, args);
  }

  /** What is late in the bureau's jurisdiction today, the longest late first. */
  async late(viewer: BureauViewer, { first, after }: PageArgs): Promise<Page<{ id: string; row: Settlement }>> {
    const places = await lateSettlements(this.db.reader, viewer, {
      today: this.clock.today(),
      after: after === undefined ? undefined : orRefuse(latePlaceOf(idOf(after)), badCursor),
      limit: first + 1,
    });
    const settlements = await this.byIds(places.map(({ id }) => id));
    return {
      rows: places.slice(0, first).flatMap((place) => {
        const row = settlements.get(place.id);
        return row ? [{ id: latePlaceText(place), row }] : [];
      }),
      hasNextPage: places.length > first,
      hasPreviousPage: after !== undefined,
    };
  }

  /** Lines of a settlement that the viewer is party to, newest first. */
  async lines(viewer: Viewer, settlementId: string, page: PageArgs): Promise<Page<SettlementLine>> {
    const query = this.db.reader.createQueryBuilder(SettlementLine, 'line').where('line.settlementId = :settlementId', {
      settlementId,
    });
    return pageOf(linesOf(query, viewer), page);
  }

  readonly byIds: BatchLoad<Settlement> = async (ids) => {
    const rows = await this.db.reader.findBy(Settlement, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  readonly standingOf: BatchLoad<StandingRow> = (ids) => standingsOf(this.db.reader, ids);

  /** By settlement: what is late about it today. */
  readonly lateOf: BatchLoad<LatePaymentView[]> = (ids) => latePayments(this.db.reader, ids, this.clock.today());

  readonly paymentsOf: BatchLoad<SettlementPayment[]> = async (ids) => {
    const rows = await this.db.reader.find(SettlementPayment, {
      where: { settlementId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return new Map(ids.map((id) => [id, rows.filter(({ settlementId }) => settlementId === id)]));
  };

  /** By settlement: proofs of social insurance for the month in which its period ends. */
  readonly proofsOf: BatchLoad<InsuranceProof[]> = async (ids) => {
    const settlements = await this.byIds(ids);
    const agreementId = In([...new Set([...settlements.values()].map((settlement) => settlement.agreementId))]);
    const rows = await this.db.reader.find(InsuranceProof, { where: { agreementId }, order: { id: 'ASC' } });
    return new Map(
      [...settlements.values()].map((settlement) => [
        settlement.id,
        rows.filter(
          (row) => row.agreementId === settlement.agreementId && sameMonth(row.month, settlement.periodEndsOn),
        ),
      ]),
    );
  };

  findingsOf(settlement: Parameters<typeof settlementFindings>[0], standing: SettlementStanding): Finding[] {
    return settlementFindings(settlement, standing, this.clock.today());
  }

  /** What the viewer may do with a settlement now. */
  actionsOf(viewer: Viewer, settlement: ActionableSettlement, agreementState: string): SettlementAction[] {
    return settlementActions(settlement, agreementState, viewer, this.clock.today());
  }
}

const sameMonth = (one: string, other: string): boolean => one.slice(0, 7) === other.slice(0, 7);
