import { Injectable } from '@nestjs/common';
import { Sanctions } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { plain } from '../../platform/decimal/decimal.js';
import { notFound, orRefuse, refuse, refuseAll } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { MaterialKinds } from '../catalogue/material-kind.service.js';
import { unitOf } from '../catalogue/unit.rules.js';
import { poolOpened } from '../materials.events.js';
import { PooledPurchase } from './pooled-purchase.entity.js';
import type { OpenPooledPurchaseInput } from './pooled-purchase.input.js';
import { poolRefusals } from './pooled-purchase.rules.js';

/** Opens pooled purchases. */
@Injectable()
export class PoolOpening {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly sanctions: Sanctions,
    private readonly kinds: MaterialKinds,
  ) {}

  /** The viewer's enterprise organises a pooled purchase; the same key again answers the same one. */
  async open(viewer: EnterpriseViewer, input: OpenPooledPurchaseInput): Promise<PooledPurchase> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'openPooledPurchase', input, async () => {
        refuse(await this.sanctions.refuseDealing(tx, [viewer.enterpriseId]));
        const kind = (await this.kinds.among(tx, [input.kindId])).get(input.kindId);
        refuseAll(poolRefusals(input, kind, this.clock.today()));
        const unit = orRefuse(kind && unitOf(kind, input.unit), notFound('input.unit'));
        const { idempotencyKey: _key, tiers, threshold, ...facts } = input;
        const pool = {
          ...{ ...facts, id: newId(), organiserId: viewer.enterpriseId, decimals: unit.decimals },
          tiers: tiers.map(({ fromQuantity, fenPerUnit }) => ({ fromQuantity: plain(fromQuantity), fenPerUnit })),
          ...{ threshold: plain(threshold), state: 'open' as const, openedAt: this.clock.now() },
        };
        await tx.insert(PooledPurchase, pool);
        await this.outbox.record(tx, poolOpened({ poolId: pool.id, organiserId: pool.organiserId }));
        await this.audit.record(tx, viewer, {
          action: 'pooled-purchase.open',
          subjectType: 'pooled-purchase',
          subjectId: pool.id,
        });
        return pool.id;
      }),
    );
    return this.db.reader.findOneByOrFail(PooledPurchase, { id });
  }
}
