import { type Database, rowsOf, type Tx } from '../../platform/database/database.js';
import type { Backend } from '../../platform/database/listener.js';

/** A process, and the connection by which others see that it is there. */
export interface Holder {
  readonly owner: string;
  readonly backend: Backend | undefined;
}

/** How long a market stays with a process that is not heard of any more, seconds. */
const leaseSeconds = 10;

/** Takes a market from whoever has it: its former owner finds out before it writes again. */
export async function takeLease(tx: Tx, marketId: string, { owner, backend }: Holder): Promise<void> {
  await tx.query(
    `INSERT INTO market_lease (market_id, owner, until, backend, backend_start)
     VALUES ($1, $2, now() + make_interval(secs => $3), $4, $5)
     ON CONFLICT (market_id) DO UPDATE SET owner = excluded.owner, until = excluded.until,
       backend = excluded.backend, backend_start = excluded.backend_start`,
    [marketId, owner, leaseSeconds, backend?.pid, backend?.since],
  );
}

/** Prolongs what the owner still has; answers which markets that are. */
export async function renewLeases(db: Database, { owner, backend }: Holder): Promise<string[]> {
  const rows = await db.rows<{ market_id: string }>(
    `UPDATE market_lease SET until = now() + make_interval(secs => $2), backend = $3, backend_start = $4
     WHERE owner = $1 RETURNING market_id`,
    [owner, leaseSeconds, backend?.pid, backend?.since],
  );
  return rows.map(({ market_id: id }) => id);
}

/** Gives back one market, or all that the owner has. */
export async function releaseLeases(db: Database, owner: string, marketId?: string): Promise<void> {
  await db.rows('DELETE FROM market_lease WHERE owner = $1 AND ($2::uuid IS NULL OR market_id = $2)', [
    owner,
    marketId,
  ]);
}

/** Takes markets from whoever has them, for nobody: what is under way there fails, and a run begins anew. */
export async function dropLeases(tx: Tx, marketIds: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM market_lease WHERE market_id = ANY($1)', [marketIds]);
}

/** Whether the market is the owner's, until the end of the transaction. */
export async function holdsLease(tx: Tx, marketId: string, owner: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    'SELECT 1 FROM market_lease WHERE market_id = $1 AND owner = $2 AND until > now() FOR UPDATE',
    [marketId, owner],
  );
  return rows.length > 0;
}
