import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { orderMessages } from '../orders.messages.js';
import { ProductionOrder } from '../production-orders/production-order.entity.js';
import { ProductionOrders } from '../production-orders/production-order.service.js';
import { OrderProposals } from './order-proposal.service.js';

/** What enterprises answer to proposals; they accept by securing the order. */
@Injectable()
export class ProposalAnswers {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly orders: ProductionOrders,
    private readonly proposals: OrderProposals,
  ) {}

  /** CONFLICT where nothing is proposed. */
  async decline(viewer: EnterpriseViewer, orderId: string): Promise<ProductionOrder> {
    await this.db.transaction(async (tx) => {
      await this.orders.lock(tx, viewer, orderId);
      const none = { code: 'CONFLICT', message: orderMessages.nothingProposed, field: 'input.orderId' } as const;
      refuse((await this.proposals.end(tx, orderId, 'declined')) ? undefined : none);
      await this.audit.record(tx, viewer, { action: 'order.decline', subjectType: 'order', subjectId: orderId });
    });
    return this.db.reader.findOneByOrFail(ProductionOrder, { id: orderId });
  }
}
