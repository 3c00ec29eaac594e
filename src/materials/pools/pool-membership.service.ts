import { Injectable } from '@nestjs/common';
import { Sanctions } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Exact, plain } from '../../platform/decimal/decimal.js';
import { notFound, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { type PooledPurchase, PooledPurchaseMember } from './pooled-purchase.entity.js';
import type { JoinPooledPurchaseInput } from './pooled-purchase.input.js';
import { refuseLateMember, refuseShare } from './pooled-purchase.rules.js';
import { PooledPurchases } from './pooled-purchase.service.js';

/** Use cases of members: join, change, leave. */
@Injectable()
export class PoolMembership {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly sanctions: Sanctions,
    private readonly pools: PooledPurchases,
  ) {}

  /** The viewer's enterprise takes a share; joining again changes it and keeps its place. */
  async join(viewer: EnterpriseViewer, input: JoinPooledPurchaseInput): Promise<PooledPurchase> {
    await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'joinPooledPurchase', input, async () => {
        const { poolId } = input;
        const { enterpriseId } = viewer;
        const pool = await this.pools.lock(tx, poolId);
        refuse(await this.sanctions.refuseDealing(tx, [enterpriseId, pool.organiserId]));
        refuse(refuseLateMember(pool, this.clock.today()));
        const quantity = new Exact(input.quantity);
        const { total } = await this.pools.progress(tx, poolId);
        const own = await tx.findOneBy(PooledPurchaseMember, { poolId, enterpriseId });
        refuse(refuseShare(pool, quantity, total.minus(own?.quantity ?? 0).plus(quantity)));
        const member = { poolId, enterpriseId, quantity: plain(quantity) };
        if (own) await tx.update(PooledPurchaseMember, { poolId, enterpriseId }, member);
        else await tx.insert(PooledPurchaseMember, { ...member, joinedAt: this.clock.now() });
        await this.audit.record(tx, viewer, {
          action: 'pooled-purchase.join',
          subjectType: 'pooled-purchase',
          subjectId: poolId,
          details: { quantity: member.quantity },
        });
        return poolId;
      }),
    );
    return this.pools.require(input.poolId);
  }

  /** The viewer's enterprise gives its share up; NOT_FOUND where it has none. */
  async leave(viewer: EnterpriseViewer, poolId: string): Promise<PooledPurchase> {
    await this.db.transaction(async (tx) => {
      const pool = await this.pools.lock(tx, poolId);
      const share = { poolId, enterpriseId: viewer.enterpriseId };
      refuse((await tx.existsBy(PooledPurchaseMember, share)) ? undefined : notFound('input.poolId'));
      refuse(refuseLateMember(pool, this.clock.today()));
      await tx.delete(PooledPurchaseMember, share);
      await this.audit.record(tx, viewer, {
        action: 'pooled-purchase.leave',
        subjectType: 'pooled-purchase',
        subjectId: poolId,
      });
    });
    return this.pools.require(poolId);
  }
}
