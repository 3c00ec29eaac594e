import { Injectable } from '@nestjs/common';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { actorOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { Exact } from '../../platform/decimal/decimal.js';
import { newId } from '../../platform/ids/ids.js';
import { type AccountType, type Move, netOf, type PostingReason } from './stock.rules.js';

/** One step of the books: moves between accounts of one lot and, where it is about one, a transfer out of it. */
export interface Posting {
  readonly reason: PostingReason;
  readonly kindId: string;
  readonly lotId: string;
  readonly transferId: string | null;
  readonly moves: readonly Move[];
}

/** Balances by account, in base units; accounts that were never used are missing. */
export type Balances = ReadonlyMap<AccountType, Exact>;

interface BalanceRow {
  readonly id: string;
  readonly type: AccountType;
  readonly balance: string;
}

/**
 * The double-entry stock ledger. Whoever posts holds the row lock of the lot, taken after that of the request, if any, and
 * before that of the transfer; so postings of one lot come one after the other, and no two wait for each other.
 */
@Injectable()
export class StockLedger {
  constructor(private readonly db: Database) {}

  /** Writes a posting in the caller's transaction; the constraint stock_account_not_negative holds whatever the caller thought. */
  async post(tx: Tx, viewer: Viewer, posting: Posting): Promise<void> {
    await this.postAll(tx, viewer, [posting]);
  }

  /** Writes many postings with three statements. */
  async postAll(tx: Tx, viewer: Viewer, postings: readonly Posting[]): Promise<void> {
    const written = postings.map((posting) => ({ ...posting, id: newId() }));
    const entries = written.flatMap(({ id, kindId, lotId, transferId, moves }) =>
      [...netOf(moves)].map(([type, amount]) => ({
        ...{ accountId: newId(), postingId: id, kindId, lotId, type, amount: amount.toFixed() },
        transferId: type === 'outside' || type === 'on_hand' ? null : transferId,
      })),
    );
    await tx.query(
      `INSERT INTO stock_account (id, type, kind_id, lot_id, transfer_id)
       SELECT "accountId", type, "kindId", "lotId", "transferId" FROM jsonb_to_recordset($1::jsonb)
         AS e ("accountId" uuid, type text, "kindId" text, "lotId" uuid, "transferId" uuid)
       ON CONFLICT ON CONSTRAINT stock_account_once DO NOTHING`,
      [JSON.stringify(entries)],
    );
    await tx.query(
      `INSERT INTO stock_posting (id, reason, lot_id, transfer_id, actor)
       SELECT id, reason, "lotId", "transferId", $2 FROM jsonb_to_recordset($1::jsonb)
         AS p (id uuid, reason text, "lotId" uuid, "transferId" uuid)`,
      [JSON.stringify(written.map(({ moves: _moves, ...posting }) => posting)), actorOf(viewer)],
    );
    await tx.query(
      `INSERT INTO stock_entry (posting_id, account_id, amount)
       SELECT e."postingId", a.id, e.amount FROM jsonb_to_recordset($1::jsonb)
         AS e ("postingId" uuid, type text, "lotId" uuid, "transferId" uuid, amount numeric)
       JOIN stock_account a ON a.lot_id = e."lotId" AND a.transfer_id IS NOT DISTINCT FROM e."transferId" AND a.type = e.type
       ORDER BY a.id`,
      [JSON.stringify(entries)],
    );
  }

  /** What is there and free of a lot whose row the caller has locked. */
  async onHand(tx: Tx, lotId: string): Promise<Exact> {
    const [row] = await rowsOf<{ balance: string }>(
      tx,
      `SELECT balance FROM stock_account WHERE lot_id = $1 AND type = 'on_hand'`,
      [lotId],
    );
    return new Exact(row?.balance ?? 0);
  }

  /** What a transfer's accounts hold, in the caller's transaction. */
  async ofTransfer(tx: Tx, transferId: string): Promise<Balances> {
    const rows = await rowsOf<BalanceRow>(
      tx,
      'SELECT transfer_id AS id, type, balance FROM stock_account WHERE transfer_id = $1',
      [transferId],
    );
    return balancesById(rows).get(transferId) ?? new Map<AccountType, Exact>();
  }

  /** By lot: its own accounts and, in sum, those of all transfers out of it. By stock_account_once. */
  readonly byLots: BatchLoad<Balances> = async (ids) =>
    balancesById(
      await this.db.rows<BalanceRow>(
        'SELECT lot_id AS id, type, sum(balance) AS balance FROM stock_account WHERE lot_id = ANY($1) GROUP BY lot_id, type',
        [ids],
      ),
    );

  /** By transfer: its accounts. By stock_account_transfer. */
  readonly byTransfers: BatchLoad<Balances> = async (ids) =>
    balancesById(
      await this.db.rows<BalanceRow>(
        'SELECT transfer_id AS id, type, balance FROM stock_account WHERE transfer_id = ANY($1)',
        [ids],
      ),
    );
}

/** The balance of an account that may never have been used. */
export function balanceOf(balances: Balances | undefined, type: AccountType): Exact {
  return balances?.get(type) ?? new Exact(0);
}

function balancesById(rows: readonly BalanceRow[]): Map<string, Map<AccountType, Exact>> {
  const found = new Map<string, Map<AccountType, Exact>>();
  for (const { id, type, balance } of rows) {
    const of = found.get(id) ?? new Map<AccountType, Exact>();
    found.set(id, of.set(type, new Exact(balance)));
  }
  return found;
}
