import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { plain } from '../../platform/decimal/decimal.js';
import { type Refusal, RefusedError, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { orderSecured } from '../orders.events.js';
import { orderMessages } from '../orders.messages.js';
import { OrderSearch, type RequirementRow } from '../production-orders/order-search.service.js';
import { ProductionOrder } from '../production-orders/production-order.entity.js';
import type { SecureOrderInput } from '../production-orders/production-order.input.js';
import { refuseEnd } from '../production-orders/production-order.rules.js';
import { type Found, lackOf } from './found.js';
import { OrderPlanner } from './order-planner.service.js';
import { OrderReserving } from './order-reserving.service.js';

/** What others take while it is planned is planned around, so many times. */
const maxTries = 3;

/** Secures an order: everything that it lacks is reserved in one transaction, or nothing. */
@Injectable()
export class OrderSecuring {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly search: OrderSearch,
    private readonly planner: OrderPlanner,
    private readonly reserving: OrderReserving,
  ) {}

  /**
   * CONFLICT with what is missing where it cannot be had all. The same key again answers the same order. What somebody else
   * took since it was planned is planned around.
   */
  async secure(viewer: EnterpriseViewer, input: SecureOrderInput): Promise<ProductionOrder> {
    const order = await this.search.require(viewer, input.orderId, 'input.orderId');
    for (let attempt = 1; ; attempt++) {
      const stale = await this.trySecure(viewer, input, order).then(() => undefined, staleness);
      if (!stale) return this.db.reader.findOneByOrFail(ProductionOrder, { id: order.id });
      if (attempt === maxTries)
        throw new RefusedError({ code: 'CONFLICT', message: orderMessages.changing, field: 'input.orderId' });
    }
  }

  private async trySecure(viewer: EnterpriseViewer, input: SecureOrderInput, order: ProductionOrder): Promise<void> {
    const requirements = (await this.search.requirementsOf([order.id])).get(order.id) ?? [];
    const found = await this.planner.best(order, requirements);
    await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'secureOrder', input, async () => {
        const { id: orderId, enterpriseId, regionId } = order;
        refuse(refuseEnd(await this.reserving.lock(tx, viewer, orderId), 'delivered'));
        refuse(refuseStale(requirements, await this.search.requirementsIn(tx, [orderId])));
        refuse(refuseSecuring(found));
        const entries = await this.reserving.reserve(tx, viewer, order, found);
        await this.outbox.record(tx, orderSecured({ orderId, enterpriseId, regionId }));
        // Last: the first entry holds the enterprise's chain until the commit.
        for (const entry of entries) await this.audit.record(tx, viewer, entry);
        await this.audit.record(tx, viewer, { action: 'order.secure', subjectType: 'order', subjectId: orderId });
        return orderId;
      }),
    );
  }
}

/** A refusal by one of the things to be reserved, which others took; whatever else went wrong is thrown on. */
function staleness(error: unknown): RefusedError {
  const isOurs = error instanceof RefusedError && error.refusals.every(({ message }) => ownMessages.has(message));
  if (!(error instanceof RefusedError) || isOurs) throw error;
  if (error.refusals.some(({ code }) => code !== 'CONFLICT' && code !== 'NOT_FOUND' && code !== 'VALIDATION_FAILED'))
    throw error;
  return error;
}

const ownMessages: ReadonlySet<unknown> = new Set([orderMessages.notSecured, orderMessages.nothingMissing]);

/** Of two calls for the same order at the same moment, the second has planned for what the first one has reserved. */
function refuseStale(planned: readonly RequirementRow[], now: readonly RequirementRow[]): Refusal | undefined {
  const isSame = planned.every(({ missing }, index) => missing === now[index]?.missing);
  return isSame ? undefined : { code: 'CONFLICT', message: orderMessages.changing, field: 'input.orderId' };
}

function refuseSecuring(found: Found): Refusal | undefined {
  const [code, field] = ['CONFLICT' as const, 'input.orderId'];
  if (found.requirements.length === 0) return { code, message: orderMessages.nothingMissing, field };
  const lack = lackOf(found);
  if (lack.length === 0) return undefined;
  const missing = lack.map(([{ thingId }, quantity]) => `${thingId} ${plain(quantity)}`).join(', ');
  return { code, message: orderMessages.notSecured, params: { missing }, field };
}
