import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer, Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import type { LateKind } from './settlement.events.js';
import { InsuranceProof, Settlement, SettlementLine, SettlementPayment } from './settlement.entity.js';
import { type ActionableSettlement, type SettlementAction, settlementActions } from './settlement-action.rules.js';
import { type Finding, settlementFindings, type SettlementStanding } from './settlement-finding.rules.js';
import type { SettlementListArgs } from './settlement.input.js';
import { standingsOf } from './settlement.loader.js';
import { linesOf, settlementsOf } from './settlement.policy.js';

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

  /** What is late in the bureau's jurisdiction today, newest first. */
  async late(viewer: BureauViewer, page: PageArgs): Promise<Page<Settlement>> {
    const query = settlementsOf(this.db.reader.createQueryBuilder(Settlement, 'settlement').where('TRUE'), viewer);
    const today = this.clock.today();
    return pageOf(
      query.andWhere('settlement.id IN (SELECT late.settlement_id FROM settlement_late(:today) late)', { today }),
      page,
    );
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

  readonly standingOf: BatchLoad<SettlementStanding & { agreementState: string }> = (ids) =>
    standingsOf(this.db.reader, ids);

  /** By settlement: what is late about it today. */
  readonly lateKindsOf: BatchLoad<LateKind[]> = async (ids) => {
    const rows = await rowsOf<{ id: string; kinds: LateKind[] }>(
      this.db.reader,
      `SELECT settlement_id AS id, array_agg(kind ORDER BY kind) AS kinds FROM settlement_late($2)
       WHERE settlement_id = ANY ($1) GROUP BY settlement_id`,
      [ids, this.clock.today()],
    );
    return new Map(rows.map(({ id, kinds }) => [id, kinds]));
  };

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
