import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { type EnterpriseViewer, system, type Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Exact } from '../../platform/decimal/decimal.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { Idempotency, type IdempotentInput } from '../../platform/idempotency/idempotency.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { StockLedger } from '../ledger/stock.service.js';
import { lotPublished, lotWithdrawn } from '../materials.events.js';
import { MaterialLot } from './material-lot.entity.js';
import type { MaterialLotFields, PublishMaterialLotInput, PublishMaterialLotsInput } from './material-lot.input.js';
import { isPast } from './material-lot.rules.js';
import { MaterialLots } from './material-lot.service.js';
import { materialLotTransitions } from './material-lot.states.js';

/** An INSERT takes 65,535 parameters at most. */
const rowsAtOnce = 500;

/** Use cases of lots: publish one or many, withdraw, expire. */
@Injectable()
export class MaterialLotLife {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly lots: MaterialLots,
    private readonly ledger: StockLedger,
  ) {}

  /** Publishes a lot of the viewer's enterprise; the same key again answers the same lot. */
  async publish(viewer: EnterpriseViewer, input: PublishMaterialLotInput): Promise<MaterialLot> {
    const [id = ''] = await this.publishOnce(viewer, 'publishMaterialLot', input, [input], () => 'input');
    return this.lots.require(viewer, id);
  }

  /** Publishes many lots, or none: every fault of every row is told. */
  async publishAll(viewer: EnterpriseViewer, input: PublishMaterialLotsInput): Promise<MaterialLot[]> {
    const pathOf = (index: number): string => `input.lots.${index}`;
    const ids = await this.publishOnce(viewer, 'publishMaterialLots', input, input.lots, pathOf);
    const rows = await this.lots.byIds(ids);
    return ids.flatMap((id) => rows.get(id) ?? []);
  }

  /** Takes a lot of the viewer's enterprise off the market, with what nobody holds of it; reservations go on. */
  async withdraw(viewer: EnterpriseViewer, lotId: string): Promise<MaterialLot> {
    await this.db.transaction(async (tx) => {
      const lot = await this.lots.lock(tx, lotId);
      refuse(lot?.enterpriseId === viewer.enterpriseId ? undefined : notFound('input.lotId'));
      await this.end(tx, viewer, orRefuse(lot, notFound('input.lotId')), 'closed');
    });
    return this.lots.require(viewer, lotId);
  }

  /** Expires lots whose last day has passed, each in a transaction of its own; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    const today = this.clock.today();
    const due = await this.db.rows<{ id: string }>(
      `SELECT id FROM material_lot WHERE state = 'open' AND available_until < $1 ORDER BY available_until LIMIT 100`,
      [today],
    );
    for (const { id } of due)
      await this.db.transaction(async (tx) => {
        const lot = await this.lots.lock(tx, id);
        if (lot?.state === 'open' && isPast(lot, today)) await this.end(tx, system, lot, 'expired');
      });
    return due.length;
  }

  private async publishOnce(
    viewer: EnterpriseViewer,
    operation: string,
    input: IdempotentInput,
    fields: readonly MaterialLotFields[],
    pathOf: (index: number) => string,
  ): Promise<string[]> {
    return this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, operation, input, async () =>
        this.publishRows(tx, viewer, await this.lots.toRows(tx, viewer, fields, pathOf)),
      ),
    );
  }

  /** Publishes, in the caller's transaction, lots that were checked. Answers their ids. */
  async publishRows(tx: Tx, viewer: EnterpriseViewer, rows: readonly MaterialLot[]): Promise<string[]> {
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await this.publishSome(tx, viewer, rows.slice(from, from + rowsAtOnce));
    await this.audit.record(tx, viewer, {
      action: 'material-lot.publish',
      subjectType: 'material-lot',
      subjectId: rows[0]?.id ?? '',
      details: { lots: rows.length },
    });
    return rows.map(({ id }) => id);
  }

  private async publishSome(tx: Tx, viewer: EnterpriseViewer, rows: readonly MaterialLot[]): Promise<void> {
    await tx.insert(MaterialLot, [...rows]);
    await this.ledger.postAll(
      tx,
      viewer,
      rows.map(({ id: lotId, kindId, quantity }) => ({
        ...{ reason: 'publish', kindId, lotId, transferId: null },
        moves: [{ from: 'outside', to: 'on_hand', quantity: new Exact(quantity) }],
      })),
    );
    await this.outbox.recordAll(
      tx,
      rows.map(({ id: lotId, enterpriseId, kindId, regionId }) =>
        lotPublished({ lotId, enterpriseId, kindId, regionId }),
      ),
    );
  }

  /** The caller has locked the lot. */
  private async end(tx: Tx, viewer: Viewer, lot: MaterialLot, state: 'closed' | 'expired'): Promise<void> {
    refuse(refuseTransition(materialLotTransitions, lot.state, state));
    const { id: lotId, enterpriseId, kindId, regionId } = lot;
    await tx.update(MaterialLot, lotId, { state });
    const free = await this.ledger.onHand(tx, lotId);
    await this.ledger.post(tx, viewer, {
      ...{ reason: state === 'closed' ? 'withdraw' : 'expire', kindId, lotId, transferId: null },
      moves: [{ from: 'on_hand', to: 'outside', quantity: free }],
    });
    await this.outbox.record(tx, lotWithdrawn({ lotId, enterpriseId, kindId, regionId, state }));
    await this.audit.record(tx, viewer, {
      action: `material-lot.${state}`,
      subjectType: 'material-lot',
      subjectId: lotId,
      details: { given: free.toFixed() },
    });
  }
}
