import { Injectable } from '@nestjs/common';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import type { MaterialKind } from '../catalogue/material-kind.entity.js';
import { MaterialKinds } from '../catalogue/material-kind.service.js';
import type { FreeAccount } from '../ledger/stock.rules.js';
import { MaterialLot } from '../lots/material-lot.entity.js';
import { MaterialLots } from '../lots/material-lot.service.js';
import { MaterialRequest } from '../requests/material-request.entity.js';
import type { Secured } from '../requests/material-request.rules.js';
import { MaterialRequests } from '../requests/material-request.service.js';
import { MaterialTransfer } from './material-transfer.entity.js';
import type { MaterialTransferArgs } from './material-transfer.input.js';
import { type Side, sideOf } from './material-transfer.rules.js';

/** A transfer with all that a step of it decides by; every row locked. */
export interface LockedTransfer {
  readonly transfer: MaterialTransfer;
  readonly lot: MaterialLot;
  readonly kind: MaterialKind;
  readonly request: MaterialRequest | null;
}

interface Wanted {
  readonly lotId: string;
  readonly requestId?: string | null | undefined;
  readonly enterpriseId: string;
}

/** Transfers as they are read and locked; what happens to them is in Reservations, Deliveries and Returns. */
@Injectable()
export class MaterialTransfers {
  constructor(
    private readonly db: Database,
    private readonly kinds: MaterialKinds,
    private readonly lots: MaterialLots,
    private readonly requests: MaterialRequests,
  ) {}

  /**
   * Locks what a step of a transfer touches, always in this order: its request, its lot, itself; accounts follow the lot. So
   * steps wait for one another and never in a ring. NOT_FOUND at `field` where there is none.
   */
  async lock(tx: Tx, id: string, field = 'input.transferId'): Promise<LockedTransfer> {
    const known = orRefuse(await tx.findOneBy(MaterialTransfer, { id }), notFound(field));
    const request = known.requestId === null ? null : await this.requests.lock(tx, known.requestId);
    const lot = orRefuse(await this.lots.lock(tx, known.lotId), notFound(field));
    const transfer = await tx.findOneOrFail(MaterialTransfer, { where: { id }, lock: { mode: 'for_no_key_update' } });
    return { transfer, lot, request, kind: await this.kinds.get(tx, lot.kindId) };
  }

  /**
   * Locks what a hold touches, in the same order: the request, which must be the enterprise's, and the lot, which must be open:
   * other lots of others do not exist.
   */
  async lockForHold(
    tx: Tx,
    { lotId, requestId, enterpriseId }: Wanted,
  ): Promise<{ readonly lot: MaterialLot; readonly request: MaterialRequest | null }> {
    const request = requestId ? await this.requests.lockOwn(tx, enterpriseId, requestId) : null;
    const lot = await this.lots.lock(tx, lotId);
    return { request, lot: orRefuse(lot?.state === 'open' ? lot : null, notFound('input.lotId')) };
  }

  /** The same for several holds: first every request, then every lot, each in the order of their ids. */
  async lockAllForHolds(tx: Tx, holds: readonly Wanted[]): Promise<void> {
    const requests = holds.flatMap(({ requestId }) => requestId ?? []);
    for (const id of [...new Set(requests)].sort()) await this.requests.lock(tx, id);
    for (const id of [...new Set(holds.map(({ lotId }) => lotId))].sort()) await this.lots.lock(tx, id);
  }

  securedOf(tx: Tx, { id }: MaterialRequest): Promise<Secured> {
    return this.requests.secured(tx, id);
  }

  /** Closes a request that has now been delivered all that it asked for. */
  async closeIfMet(tx: Tx, viewer: Viewer, request: MaterialRequest | null): Promise<void> {
    if (request) await this.requests.closeIfMet(tx, viewer, request);
  }

  /** The same for a party to the transfer, with the side that it is on; NOT_FOUND for everybody else. */
  async lockAs(
    tx: Tx,
    viewer: EnterpriseViewer,
    id: string,
    field = 'input.transferId',
  ): Promise<LockedTransfer & { readonly side: Side }> {
    const known = orRefuse(await tx.findOneBy(MaterialTransfer, { id }), notFound(field));
    const side = orRefuse(sideOf(known, viewer.enterpriseId), notFound(field));
    return { ...(await this.lock(tx, id, field)), side };
  }

  /** A transfer that the viewer is a party to. */
  async require(viewer: EnterpriseViewer, id: string): Promise<MaterialTransfer> {
    const transfer = await this.db.reader.findOneBy(MaterialTransfer, [
      { id, ownerId: viewer.enterpriseId },
      { id, receiverId: viewer.enterpriseId },
    ]);
    return orRefuse(transfer, notFound());
  }

  /** Transfers that the viewer is a party to, newest first. */
  async list(
    { enterpriseId }: EnterpriseViewer,
    { side, state, lotId, requestId, ...page }: MaterialTransferArgs,
  ): Promise<Page<MaterialTransfer>> {
    const query = this.db.reader.createQueryBuilder(MaterialTransfer, 'transfer');
    if (side) query.where(`transfer.${side}Id = :enterpriseId`, { enterpriseId });
    else query.where('(transfer.ownerId = :enterpriseId OR transfer.receiverId = :enterpriseId)', { enterpriseId });
    if (state) query.andWhere('transfer.state = :state', { state });
    if (lotId) query.andWhere('transfer.lotId = :lotId', { lotId });
    if (requestId) query.andWhere('transfer.requestId = :requestId', { requestId });
    return pageOf(query, page);
  }

  readonly byIds: BatchLoad<MaterialTransfer> = async (ids) => {
    const rows = await this.db.reader
      .createQueryBuilder(MaterialTransfer, 'transfer')
      .whereInIds([...ids])
      .getMany();
    return new Map(rows.map((row) => [row.id, row]));
  };
}

/** Where what nobody holds of a lot goes. */
export function freeAccountOf({ state }: MaterialLot): FreeAccount {
  return state === 'open' ? 'on_hand' : 'outside';
}

/** A transfer as events name it. */
export function eventOf({
  id: transferId,
  lotId,
  requestId,
  ownerId,
  receiverId,
}: Pick<MaterialTransfer, 'id' | 'lotId' | 'requestId' | 'ownerId' | 'receiverId'>) {
  return { transferId, lotId, requestId, ownerId, receiverId };
}
