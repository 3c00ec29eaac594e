import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer, EnterpriseViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import type { Requirement } from '../requirement.js';
import { ProductionOrder } from './production-order.entity.js';
import type { MyOrderArgs, OrderListArgs } from './production-order.input.js';

/** A requirement with what is reserved for it; numbers are decimals as text. */
export interface RequirementRow extends Requirement {
  readonly id: string;
  readonly orderId: string;
  readonly reserved: string;
  readonly confirmed: string;
  readonly missing: string;
}

export interface OrderStatus {
  readonly isSecured: boolean;
  readonly isKept: boolean;
}

export type OrderViewer = EnterpriseViewer | BureauViewer | OperatorViewer;

/** Reading orders: one's own, or those of a jurisdiction. */
@Injectable()
export class OrderSearch {
  constructor(private readonly db: Database) {}

  /** An order that the viewer may see; NOT_FOUND otherwise. */
  async require(viewer: OrderViewer, id: string, field?: string): Promise<ProductionOrder> {
    const query = this.visible(viewer).andWhere('o.id = :id', { id });
    return orRefuse(await query.getOne(), notFound(field));
  }

  /** Own orders, newest first. */
  async mine(viewer: EnterpriseViewer, { state, ...page }: MyOrderArgs): Promise<Page<ProductionOrder>> {
    return this.page(this.visible(viewer), state, page);
  }

  /** Orders of the jurisdiction, or of a region within it, newest first. */
  async list(
    viewer: BureauViewer | OperatorViewer,
    { state, regionId, ...page }: OrderListArgs,
  ): Promise<Page<ProductionOrder>> {
    const query = this.visible(viewer);
    if (regionId !== undefined) query.andWhere(inside, { above: regionId });
    return this.page(query, state, page);
  }

  readonly byIds: BatchLoad<ProductionOrder> = async (ids) => {
    const rows = await this.db.reader.findBy(ProductionOrder, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  readonly statusOf: BatchLoad<OrderStatus> = async (ids) => {
    const rows = await this.db.rows<OrderStatus & { orderId: string }>(
      `SELECT order_id AS "orderId", is_secured AS "isSecured", is_kept AS "isKept" FROM order_status WHERE order_id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.orderId, row]));
  };

  /** By order: its requirements in their order. */
  readonly requirementsOf: BatchLoad<readonly RequirementRow[]> = async (ids) => {
    const byOrder = new Map<string, RequirementRow[]>();
    for (const row of await this.requirementsIn(this.db.reader, ids))
      byOrder.set(row.orderId, [...(byOrder.get(row.orderId) ?? []), row]);
    return byOrder;
  };

  /** The same as a transaction sees it, order by order. */
  requirementsIn(tx: Tx, ids: readonly string[]): Promise<RequirementRow[]> {
    return rowsOf<RequirementRow>(
      tx,
      `SELECT r.id, r.order_id AS "orderId", r.position, r.leg, r.thing_id AS "thingId", r.quantity::text, r.own_quantity::text AS "ownQuantity",
              r.starts_on::text AS "startsOn", r.ends_on::text AS "endsOn", r.min_level AS "minLevel", r.minimum_grade AS "minimumGrade",
              r.ceiling_fen AS "ceilingFen", r.wage_unit AS "wageUnit", s.reserved::text, s.confirmed::text, s.missing::text
       FROM order_requirement r JOIN order_requirement_status s ON s.requirement_id = r.id
       WHERE r.order_id = ANY($1) ORDER BY r.order_id, r.position`,
      [ids],
    );
  }

  private visible(viewer: OrderViewer): SelectQueryBuilder<ProductionOrder> {
    const query = this.db.reader.createQueryBuilder(ProductionOrder, 'o');
    if (viewer.kind === 'enterprise') return query.where('o.enterpriseId = :enterpriseId', viewer);
    if (viewer.kind === 'operator') return query.where('TRUE');
    return query.where(inside.replace(':above', ':mine'), { mine: viewer.regionId });
  }

  private page(
    query: SelectQueryBuilder<ProductionOrder>,
    state: ProductionOrder['state'] | undefined,
    page: { first: number; after?: string },
  ): Promise<Page<ProductionOrder>> {
    if (state !== undefined) query.andWhere('o.state = :state', { state });
    return pageOf(query, page);
  }
}

const inside = 'EXISTS (SELECT 1 FROM region_ancestor a WHERE a.region_id = o.regionId AND a.ancestor_id = :above)';
