import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Exact, plain } from '../../platform/decimal/decimal.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { inBaseUnits, refuseNoQuantity } from '../catalogue/unit.rules.js';
import { transferReturnDecided, transferReturnStated } from '../materials.events.js';
import type { MaterialTransfer } from '../transfers/material-transfer.entity.js';
import { refuseOtherSide } from '../transfers/material-transfer.rules.js';
import { eventOf, type LockedTransfer } from '../transfers/material-transfer.service.js';
import { LoanBook } from './loan-book.service.js';
import { MaterialReturn } from './material-return.entity.js';
import type {
  AcceptMaterialReturnInput,
  RefuseMaterialReturnInput,
  ReturnMaterialInput,
} from './material-return.input.js';
import { refuseAboveDue, refuseAboveStated, refuseNoLoan } from './material-return.rules.js';
import { materialReturnTransitions } from './material-return.states.js';

type LockedReturn = LockedTransfer & { readonly part: MaterialReturn };

/** Use cases of bringing back what was lent, in one or several parts. */
@Injectable()
export class MaterialReturns {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly book: LoanBook,
  ) {}

  /** By transfer: its parts, the first first. */
  readonly ofTransfers: BatchLoad<readonly MaterialReturn[]> = async (ids) => {
    const rows = await this.db.reader.find(MaterialReturn, {
      where: { transferId: In([...ids]) },
      order: { id: 'ASC' },
    });
    const parts = new Map<string, MaterialReturn[]>();
    for (const row of rows) parts.set(row.transferId, [...(parts.get(row.transferId) ?? []), row]);
    return parts;
  };

  /** The borrower states a part that comes back; the same key again answers the same part. */
  async state(viewer: EnterpriseViewer, input: ReturnMaterialInput): Promise<MaterialTransfer> {
    await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'returnMaterial', input, async () => {
        const locked = await this.book.transfers.lockAs(tx, viewer, input.transferId);
        const { transfer, kind, side } = locked;
        refuse(refuseOtherSide(side, 'receiver') ?? refuseNoLoan(transfer));
        refuse(refuseNoQuantity(kind, input.quantity, 'input.quantity'));
        const quantity = inBaseUnits(kind, input.quantity);
        const { onLoan } = await this.book.due(tx, transfer.id);
        refuse(refuseAboveDue(quantity, onLoan, kind.baseUnit));
        const id = newId();
        await tx.insert(MaterialReturn, {
          ...{ id, transferId: transfer.id, quantity: plain(quantity), note: input.note },
          ...{ state: 'stated', statedAt: this.clock.now() },
        });
        await this.book.post(tx, viewer, locked, 'return', [{ from: 'on_loan', to: 'returning', quantity }]);
        await this.outbox.record(tx, transferReturnStated({ ...eventOf(transfer), materialReturnId: id }));
        await this.record(tx, viewer, 'state', id);
        return id;
      }),
    );
    return this.book.transfers.require(viewer, input.transferId);
  }

  /** The owner takes back what they weighed; the rest of the part stays due. */
  async accept(viewer: EnterpriseViewer, input: AcceptMaterialReturnInput): Promise<MaterialTransfer> {
    return this.decide(viewer, input.materialReturnId, 'accepted', async (tx, { part, ...locked }) => {
      refuse(refuseNoQuantity(locked.kind, input.quantity, 'input.quantity'));
      const quantity = inBaseUnits(locked.kind, input.quantity);
      refuse(refuseAboveStated(quantity, part.quantity, locked.kind.baseUnit));
      await tx.update(MaterialReturn, part.id, { acceptedQuantity: plain(quantity), state: 'accepted' });
      await this.book.takeBack(tx, viewer, locked, new Exact(part.quantity), quantity);
    });
  }

  /** The owner does not take a part: it stays due. */
  async refuse(viewer: EnterpriseViewer, input: RefuseMaterialReturnInput): Promise<MaterialTransfer> {
    return this.decide(viewer, input.materialReturnId, 'refused', async (tx, { part, ...locked }) => {
      await tx.update(MaterialReturn, part.id, { refusalReason: input.reason, state: 'refused' });
      await this.book.post(tx, viewer, locked, 'refuse_return', [
        { from: 'returning', to: 'on_loan', quantity: new Exact(part.quantity) },
      ]);
    });
  }

  private async decide(
    viewer: EnterpriseViewer,
    id: string,
    state: 'accepted' | 'refused',
    work: (tx: Tx, locked: LockedReturn) => Promise<void>,
  ): Promise<MaterialTransfer> {
    const field = 'input.materialReturnId';
    const transferId = await this.db.transaction(async (tx) => {
      const known = orRefuse(await tx.findOneBy(MaterialReturn, { id }), notFound(field));
      const locked = await this.book.transfers.lockAs(tx, viewer, known.transferId, field);
      const part = await tx.findOneByOrFail(MaterialReturn, { id });
      refuse(refuseOtherSide(locked.side, 'owner') ?? refuseTransition(materialReturnTransitions, part.state, state));
      await tx.update(MaterialReturn, id, { decidedAt: this.clock.now() });
      await work(tx, { ...locked, part });
      await this.outbox.record(tx, transferReturnDecided({ ...eventOf(locked.transfer), materialReturnId: id, state }));
      await this.record(tx, viewer, state, id);
      return known.transferId;
    });
    return this.book.transfers.require(viewer, transferId);
  }

  private async record(tx: Tx, viewer: EnterpriseViewer, action: string, id: string): Promise<void> {
    await this.audit.record(tx, viewer, {
      action: `material-return.${action}`,
      subjectType: 'material-return',
      subjectId: id,
    });
  }
}
