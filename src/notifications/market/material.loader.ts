import type { Tx } from '../../platform/database/database.js';
import type { MessageParams } from '../../platform/i18n/message.js';
import { idsOf, one } from '../inbox/fact.loader.js';

const material = `k.name_zh AS "materialZh", k.name_en AS "materialEn"`;

/** A transfer by its two parties and what it is of; never how much or at what price. */
export function ofTransfer(tx: Tx, transferId: string): Promise<MessageParams> {
  return one(
    tx,
    `SELECT ${material}, o.name AS owner, r.name AS receiver
     FROM material_transfer t JOIN material_lot l ON l.id = t.lot_id JOIN material_kind k ON k.id = l.kind_id
     JOIN enterprise o ON o.id = t.owner_id JOIN enterprise r ON r.id = t.receiver_id WHERE t.id = $1`,
    transferId,
  );
}

export function ofLot(tx: Tx, lotId: string): Promise<MessageParams> {
  return one(
    tx,
    `SELECT ${material} FROM material_lot l JOIN material_kind k ON k.id = l.kind_id WHERE l.id = $1`,
    lotId,
  );
}

/** A request by the kind that it wants first. */
export function ofMaterialRequest(tx: Tx, requestId: string): Promise<MessageParams> {
  return one(
    tx,
    `SELECT ${material} FROM material_request r JOIN material_kind k ON k.id = r.kind_ids[1] WHERE r.id = $1`,
    requestId,
  );
}

export function ofPool(tx: Tx, poolId: string): Promise<MessageParams> {
  return one(
    tx,
    `SELECT ${material}, o.name AS organiser FROM pooled_purchase p
     JOIN material_kind k ON k.id = p.kind_id JOIN enterprise o ON o.id = p.organiser_id WHERE p.id = $1`,
    poolId,
  );
}

/** Who takes part in a pool beside its organiser. */
export function otherMembersOf(tx: Tx, poolId: string): Promise<string[]> {
  return idsOf(
    tx,
    `SELECT m.enterprise_id AS id FROM pooled_purchase_member m JOIN pooled_purchase p ON p.id = m.pool_id
     WHERE m.pool_id = $1 AND m.enterprise_id <> p.organiser_id`,
    [poolId],
  );
}

export interface LoanEnd {
  readonly isOver: boolean;
  /** Nothing came, so there was nothing to bring back. */
  readonly isOfNothing: boolean;
  /** Who agreed to a price for what will not come back; null: all came back. */
  readonly settledBy: string | null;
}

export function endOfLoan(tx: Tx, transferId: string): Promise<LoanEnd> {
  return one<LoanEnd>(
    tx,
    `SELECT state = 'returned' AS "isOver", coalesce(accepted_quantity = 0, false) AS "isOfNothing",
            CASE WHEN shortfall_settled_at IS NOT NULL THEN shortfall_by END AS "settledBy"
     FROM material_transfer WHERE id = $1`,
    transferId,
  );
}
