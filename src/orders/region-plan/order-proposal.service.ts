import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Reserved } from '../../matching/index.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { orderProposed } from '../orders.events.js';
import { foreseenBy, type ForeseenShare } from './foreseen.js';
import { OrderProposal, type OrderProposalState } from './order-proposal.entity.js';

interface OpenOrderRow {
  readonly id: string;
  readonly enterpriseId: string;
  readonly regionId: string;
}

interface StandingRow {
  readonly id: string;
  readonly orderId: string;
  readonly shares: readonly ForeseenShare[];
}

/** What plans of a region propose for orders: one stands for an order at a time. */
@Injectable()
export class OrderProposals {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** By order: the proposal that stands. */
  readonly openOf: BatchLoad<OrderProposal> = async (orderIds) => {
    const rows = await this.db.reader.findBy(OrderProposal, { orderId: In([...orderIds]), state: 'proposed' });
    return new Map(rows.map((row) => [row.orderId, row]));
  };

  async foreseen(orderId: string): Promise<Reserved | undefined> {
    const proposal = (await this.openOf([orderId])).get(orderId);
    return proposal && foreseenBy(proposal.shares);
  }

  /**
   * A new plan takes the place of what earlier ones proposed in its region. What it foresees again stays as it is;
   * orders that have ended since are passed over.
   */
  async replace(
    tx: Tx,
    planId: string,
    regionId: string,
    byOrder: ReadonlyMap<string, readonly ForeseenShare[]>,
  ): Promise<void> {
    const now = this.clock.now();
    // Plans of a county and of the city above it can end at the same moment.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('order_proposal'))`);
    const standing = await rowsOf<StandingRow>(
      tx,
      `SELECT p.id, p.order_id AS "orderId", p.shares FROM order_proposal p JOIN production_order o ON o.id = p.order_id
       WHERE p.state = 'proposed' AND EXISTS (SELECT FROM region_ancestor a WHERE a.region_id = o.region_id AND a.ancestor_id = $1)
       FOR UPDATE OF p`,
      [regionId],
    );
    const kept = new Set<string>();
    for (const { orderId, shares } of standing) if (isDeepStrictEqual(shares, byOrder.get(orderId))) kept.add(orderId);
    const replaced = standing.filter(({ orderId }) => !kept.has(orderId)).map(({ id }) => id);
    await tx.update(OrderProposal, { id: In(replaced) }, { state: 'withdrawn', endedAt: now });
    const open = await rowsOf<OpenOrderRow>(
      tx,
      `SELECT id, enterprise_id AS "enterpriseId", region_id AS "regionId" FROM production_order
       WHERE id = ANY($1) AND state = 'open' ORDER BY id FOR SHARE`,
      [[...byOrder.keys()].filter((id) => !kept.has(id))],
    );
    const rows = open.map(({ id: orderId }) => ({
      ...{ id: newId(), planId, orderId, shares: byOrder.get(orderId) ?? [] },
      ...{ state: 'proposed' as const, proposedAt: now, endedAt: null },
    }));
    if (rows.length === 0) return;
    await tx.insert(OrderProposal, rows);
    await this.outbox.recordAll(
      tx,
      open.map(({ id: orderId, enterpriseId, regionId: at }) => orderProposed({ orderId, enterpriseId, regionId: at })),
    );
  }

  /** Ends what stands for an order; whether there was anything. */
  async end(tx: Tx, orderId: string, state: Exclude<OrderProposalState, 'proposed'>): Promise<boolean> {
    const ended = { state, endedAt: this.clock.now() };
    const { affected } = await tx.update(OrderProposal, { orderId, state: 'proposed' }, ended);
    return (affected ?? 0) > 0;
  }
}
