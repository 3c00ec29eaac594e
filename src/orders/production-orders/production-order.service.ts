import { Injectable } from '@nestjs/common';
import { CapacityHolds } from '../../capacity/index.js';
import { Needs } from '../../labour/index.js';
import { MaterialReservations } from '../../materials/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseAll } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { orderEnded } from '../orders.events.js';
import { ProductionOrder } from './production-order.entity.js';
import type { DeliverOrderInput } from './production-order.input.js';
import { refuseDelivery, refuseEnd } from './production-order.rules.js';

interface Reserved {
  readonly transferId: string | null;
  readonly bookingId: string | null;
  readonly needId: string | null;
}

/** The end of an order: delivered, or called off with what was reserved for it. Placing: order-placing.service.ts. */
@Injectable()
export class ProductionOrders {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly materials: MaterialReservations,
    private readonly capacity: CapacityHolds,
    private readonly needs: Needs,
  ) {}

  async deliver(viewer: EnterpriseViewer, input: DeliverOrderInput): Promise<ProductionOrder> {
    const { orderId, deliveredOn, quantity, missedBecause = null } = input;
    await this.db.transaction(async (tx) => {
      const order = await this.lock(tx, viewer, orderId);
      refuse(refuseEnd(order, 'delivered'));
      refuseAll(refuseDelivery(deliveredOn, quantity, this.clock.today()));
      await tx.update(ProductionOrder, orderId, {
        ...{ state: 'delivered' as const, deliveredOn, deliveredQuantity: quantity, missedBecause },
      });
      await this.end(tx, viewer, order, 'delivered');
    });
    return this.db.reader.findOneByOrFail(ProductionOrder, { id: orderId });
  }

  /** Calls an order off: holds on goods and machines are given back, as far as their rules let go; its needs end. */
  async cancel(viewer: EnterpriseViewer, orderId: string): Promise<ProductionOrder> {
    await this.db.transaction(async (tx) => {
      const order = await this.lock(tx, viewer, orderId);
      refuse(refuseEnd(order, 'cancelled'));
      await tx.update(ProductionOrder, orderId, { state: 'cancelled' });
      await this.release(tx, viewer, orderId);
      await this.end(tx, viewer, order, 'cancelled');
    });
    return this.db.reader.findOneByOrFail(ProductionOrder, { id: orderId });
  }

  /** An order of the viewer's enterprise, locked; NOT_FOUND at input.orderId otherwise. */
  async lock(tx: Tx, { enterpriseId }: EnterpriseViewer, id: string): Promise<ProductionOrder> {
    const order = await tx.findOne(ProductionOrder, {
      where: { id, enterpriseId },
      lock: { mode: 'pessimistic_write' },
    });
    return orRefuse(order, notFound('input.orderId'));
  }

  private async release(tx: Tx, viewer: EnterpriseViewer, orderId: string): Promise<void> {
    const reserved = await rowsOf<Reserved>(
      tx,
      `SELECT t.id AS "transferId", b.id AS "bookingId", n.id AS "needId"
       FROM order_allocation a JOIN order_requirement r ON r.id = a.requirement_id
       LEFT JOIN material_transfer t ON t.id = a.transfer_id AND t.state = 'reserved'
       LEFT JOIN capacity_booking b ON b.id = a.booking_id AND b.state IN ('held', 'confirmed')
       LEFT JOIN labour_need n ON n.id = a.need_id AND n.state IN ('open', 'filled')
       WHERE r.order_id = $1 ORDER BY t.id, b.id, n.id`,
      [orderId],
    );
    const { enterpriseId } = viewer;
    for (const { transferId } of reserved)
      if (transferId) await this.materials.release(tx, viewer, { transferId, enterpriseId, reason: null });
    await this.capacity.release(
      tx,
      reserved.flatMap(({ bookingId }) => bookingId ?? []),
    );
    for (const { needId } of reserved) if (needId) await this.needs.endIn(tx, viewer, needId, 'cancelled');
  }

  private async end(
    tx: Tx,
    viewer: EnterpriseViewer,
    { id: orderId, enterpriseId, regionId }: ProductionOrder,
    state: 'delivered' | 'cancelled',
  ): Promise<void> {
    await this.outbox.record(tx, orderEnded({ orderId, enterpriseId, regionId, state }));
    await this.audit.record(tx, viewer, { action: `order.${state}`, subjectType: 'order', subjectId: orderId });
  }
}
