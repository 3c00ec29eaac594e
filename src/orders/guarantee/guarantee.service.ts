import { Injectable } from '@nestjs/common';
import { Bureaus } from '../../directory/index.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Database, rowsOf } from '../../platform/database/database.js';
import { notFound, refuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { orderAtRisk } from '../orders.events.js';
import type { GuaranteeArgs } from './guarantee.input.js';

/** Orders due in a period, and how many of them are guaranteed. */
export interface Guarantee {
  readonly orders: number;
  readonly guaranteed: number;
  readonly valueFen: number;
  readonly guaranteedFen: number;
  /** Of those that are not guaranteed: what is missing, or why they came late; an order counts once for each. */
  readonly missedLabour: number;
  readonly missedMaterial: number;
  readonly missedCapacity: number;
  readonly missedOther: number;
}

export interface GuaranteeDay {
  readonly day: string;
  readonly orders: number;
  readonly guaranteed: number;
}

/** An order counts as guaranteed when it was kept, or is open and nothing is missing. Due orders that were called off do not count. */
const guaranteeSql = `
  SELECT count(*)::int AS orders, count(*) FILTER (WHERE g.is_guaranteed)::int AS guaranteed,
         coalesce(sum(g.value_fen), 0)::float8 AS "valueFen",
         coalesce(sum(g.value_fen) FILTER (WHERE g.is_guaranteed), 0)::float8 AS "guaranteedFen",
         count(*) FILTER (WHERE NOT g.is_guaranteed AND 'labour' = ANY(g.causes))::int AS "missedLabour",
         count(*) FILTER (WHERE NOT g.is_guaranteed AND 'material' = ANY(g.causes))::int AS "missedMaterial",
         count(*) FILTER (WHERE NOT g.is_guaranteed AND 'capacity' = ANY(g.causes))::int AS "missedCapacity",
         count(*) FILTER (WHERE NOT g.is_guaranteed AND ('other' = ANY(g.causes) OR cardinality(g.causes) = 0))::int AS "missedOther"
  FROM (
    SELECT s.value_fen, s.is_kept OR (s.is_secured AND s.due_date >= $4) AS is_guaranteed,
           CASE WHEN s.state = 'delivered' THEN array_remove(ARRAY[o.missed_because], NULL)
                ELSE ARRAY(SELECT DISTINCT q.leg FROM order_requirement_status q WHERE q.order_id = s.order_id AND q.missing > 0) END AS causes
    FROM order_status s JOIN production_order o ON o.id = s.order_id
    JOIN region_ancestor a ON a.region_id = s.region_id AND a.ancestor_id = $1
    LEFT JOIN enterprise e ON e.id = s.enterprise_id
    WHERE s.state <> 'cancelled' AND s.due_date BETWEEN $2 AND $3 AND ($5::text IS NULL OR e.industry_id = $5)) g`;

/** So many days before it is due an order that lacks something is at risk. */
const riskDays = 14;
/** The rate of a day is that of the orders due so many days before and after it. */
const aroundDays = 30;

/** The order guarantee rate (K19), computed from facts, with a history by day, and warnings of orders at risk. */
@Injectable()
export class Guarantees {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly bureaus: Bureaus,
    private readonly outbox: Outbox,
  ) {}

  /** A region outside the viewer's jurisdiction does not exist for them: NOT_FOUND at regionId. */
  async rate(viewer: BureauViewer | OperatorViewer, args: GuaranteeArgs): Promise<Guarantee> {
    await this.requireJurisdiction(viewer, args.regionId);
    return this.of(args.regionId, args.from, args.until, args.industryId ?? null);
  }

  /** The history of a region, oldest first. */
  async history(
    viewer: BureauViewer | OperatorViewer,
    { regionId, from, until }: GuaranteeArgs,
  ): Promise<GuaranteeDay[]> {
    await this.requireJurisdiction(viewer, regionId);
    return this.db.rows<GuaranteeDay>(
      `SELECT day::text, orders, guaranteed FROM order_guarantee_day WHERE region_id = $1 AND day BETWEEN $2 AND $3 ORDER BY day LIMIT 400`,
      [regionId, from, until],
    );
  }

  /** Keeps today's rate of every region that has orders, and of those above it; the last count of a day stands. */
  async keepToday(): Promise<void> {
    const today = this.clock.today();
    const [from, until] = [shifted(today, -aroundDays), shifted(today, aroundDays)];
    const regions = await this.db.rows<{ id: string }>(
      `SELECT DISTINCT a.ancestor_id AS id FROM production_order o JOIN region_ancestor a ON a.region_id = o.region_id
       WHERE o.state <> 'cancelled' AND o.due_date BETWEEN $1 AND $2 ORDER BY 1`,
      [from, until],
    );
    for (const { id } of regions) {
      const { orders, guaranteed, valueFen, guaranteedFen } = await this.of(id, from, until, null);
      await this.db.rows(
        `INSERT INTO order_guarantee_day (region_id, day, orders, guaranteed, value_fen, guaranteed_fen) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (region_id, day) DO UPDATE SET orders = $3, guaranteed = $4, value_fen = $5, guaranteed_fen = $6`,
        [id, today, orders, guaranteed, valueFen, guaranteedFen],
      );
    }
  }

  /** Tells of open orders that are due soon and lack something, each once. Returns how many. */
  async tellRisks(): Promise<number> {
    const today = this.clock.today();
    return this.db.transaction(async (tx) => {
      const risky = await rowsOf<{
        orderId: string;
        enterpriseId: string;
        regionId: string;
        reference: string;
        due: string;
      }>(
        tx,
        `UPDATE production_order o SET risk_told_at = $2 FROM order_status s
         WHERE s.order_id = o.id AND o.state = 'open' AND NOT s.is_secured AND o.risk_told_at IS NULL AND o.due_date <= $1
         RETURNING o.id AS "orderId", o.enterprise_id AS "enterpriseId", o.region_id AS "regionId", o.reference, o.due_date::text AS due`,
        [shifted(today, riskDays), this.clock.now()],
      );
      await this.outbox.recordAll(
        tx,
        risky.map(({ due, ...order }) =>
          orderAtRisk({ ...order, daysLeft: Math.round((Date.parse(due) - Date.parse(today)) / DAY_MS) }),
        ),
      );
      return risky.length;
    });
  }

  private async of(regionId: string, from: string, until: string, industryId: string | null): Promise<Guarantee> {
    const [row] = await this.db.rows<Guarantee>(guaranteeSql, [regionId, from, until, this.clock.today(), industryId]);
    if (!row) throw new Error('an aggregate without a row');
    return row;
  }

  private async requireJurisdiction(viewer: BureauViewer | OperatorViewer, regionId: string): Promise<void> {
    const isOpen = viewer.kind === 'operator' || (await this.bureaus.covers(this.db.reader, viewer.regionId, regionId));
    refuse(isOpen ? undefined : notFound('regionId'));
  }
}

const shifted = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
