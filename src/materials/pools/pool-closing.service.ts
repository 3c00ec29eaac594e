import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { type EnterpriseViewer, system, type Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Exact, plain } from '../../platform/decimal/decimal.js';
import { refuse, refuseTransition } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { poolArrived, poolCommitted, poolDissolved } from '../materials.events.js';
import { PooledPurchase, PooledPurchaseMember } from './pooled-purchase.entity.js';
import type { RecordPoolArrivalInput } from './pooled-purchase.input.js';
import { refuseArrival, refuseBelowThreshold, shareOut, tierAt } from './pooled-purchase.rules.js';
import { type PoolProgress, PooledPurchases } from './pooled-purchase.service.js';
import { pooledPurchaseTransitions } from './pooled-purchase.states.js';

/** Use cases of a pooled purchase's end: commit, dissolve, share out. */
@Injectable()
export class PoolClosing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly pools: PooledPurchases,
  ) {}

  /** The organiser buys before the last day, once the threshold is reached. */
  async close(viewer: EnterpriseViewer, poolId: string): Promise<PooledPurchase> {
    await this.db.transaction(async (tx) => {
      const pool = await this.pools.lockOwn(tx, viewer, poolId);
      refuse(refuseTransition(pooledPurchaseTransitions, pool.state, 'committed'));
      const progress = await this.pools.progress(tx, poolId);
      refuse(refuseBelowThreshold(pool.threshold, progress.total));
      await this.end(tx, viewer, pool, progress);
    });
    return this.pools.require(poolId);
  }

  /** Ends pools whose last day has passed, each in a transaction of its own; safe to repeat. Returns how many. */
  async closePast(): Promise<number> {
    const today = this.clock.today();
    const due = await this.db.rows<{ id: string }>(
      `SELECT id FROM pooled_purchase WHERE state = 'open' AND closes_on < $1 ORDER BY closes_on LIMIT 100`,
      [today],
    );
    for (const { id } of due)
      await this.db.transaction(async (tx) => {
        const pool = await this.pools.lock(tx, id);
        if (pool.state !== 'open' || pool.closesOn >= today) return;
        await this.end(tx, system, pool, await this.pools.progress(tx, id));
      });
    return due.length;
  }

  /** The organiser states what came: goods and cost are shared out at once. */
  async recordArrival(viewer: EnterpriseViewer, { poolId, quantity }: RecordPoolArrivalInput): Promise<PooledPurchase> {
    await this.db.transaction(async (tx) => {
      const pool = await this.pools.lockOwn(tx, viewer, poolId);
      refuse(refuseTransition(pooledPurchaseTransitions, pool.state, 'arrived'));
      const members = await this.pools.members(tx, poolId);
      const arrived = new Exact(quantity);
      refuse(refuseArrival(pool, arrived, Exact.sum(0, ...members.map((member) => member.quantity))));
      const { decimals, fenPerUnit } = pool;
      const ordered = members.map((member) => member.quantity);
      const { shares, invoiceFen } = shareOut(ordered, arrived, { decimals, fenPerUnit: fenPerUnit ?? 0 });
      for (const [index, { enterpriseId }] of members.entries())
        await tx.update(PooledPurchaseMember, { poolId, enterpriseId }, shares[index] ?? {});
      await tx.update(PooledPurchase, poolId, {
        ...{ state: 'arrived', arrived: plain(arrived), invoiceFen, arrivedAt: this.clock.now() },
      });
      await this.outbox.record(tx, poolArrived({ poolId, organiserId: pool.organiserId }));
      await this.record(tx, viewer, 'arrive', poolId);
    });
    return this.pools.require(poolId);
  }

  /** Buys where the threshold is reached, else nobody owes anything. */
  private async end(tx: Tx, viewer: Viewer, pool: PooledPurchase, { total }: PoolProgress): Promise<void> {
    const { id: poolId, organiserId, threshold, tiers } = pool;
    const tier = refuseBelowThreshold(threshold, total) ? undefined : tierAt(tiers, total);
    await tx.update(PooledPurchase, poolId, {
      ...{ state: tier ? 'committed' : 'dissolved', fenPerUnit: tier?.fenPerUnit ?? null },
      committedAt: tier ? this.clock.now() : null,
    });
    const by = viewer === system ? 'time' : 'organiser';
    await this.outbox.record(
      tx,
      tier ? poolCommitted({ poolId, organiserId, by }) : poolDissolved({ poolId, organiserId }),
    );
    await this.record(tx, viewer, tier ? 'commit' : 'dissolve', poolId);
  }

  private async record(tx: Tx, viewer: Viewer, action: string, poolId: string): Promise<void> {
    await this.audit.record(tx, viewer, {
      action: `pooled-purchase.${action}`,
      subjectType: 'pooled-purchase',
      subjectId: poolId,
    });
  }
}
