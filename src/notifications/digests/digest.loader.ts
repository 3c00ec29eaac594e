import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { Channel } from '../deliveries/channels.js';

/** One at a time: a second run waits, and finds nothing held any more. */
const lock = `SELECT pg_advisory_xact_lock(hashtext('notifications.make-digests'))`;

/** What was held before $2 by accounts and channels that have no digest of day $1; at most $3 of both. */
const bundleSql = `
  WITH due AS (
    SELECT d.account_id, d.channel, min(d.id::text)::uuid AS carrier FROM notification_delivery d
    WHERE d.state = 'held' AND d.created_at < $2 AND NOT EXISTS (
      SELECT 1 FROM notification_delivery made
      WHERE made.account_id = d.account_id AND made.channel = d.channel AND made.digest_day = $1)
    GROUP BY 1, 2 LIMIT $3)
  UPDATE notification_delivery d
  SET digest_id = due.carrier, digest_day = CASE WHEN d.id = due.carrier THEN $1::date END,
      state = CASE WHEN d.id = due.carrier THEN 'pending' ELSE 'bundled' END
  FROM due WHERE d.account_id = due.account_id AND d.channel = due.channel AND d.state = 'held' AND d.created_at < $2
  RETURNING d.id, d.channel, d.digest_day IS NOT NULL AS "isCarrier"`;

export interface Bundled {
  readonly id: string;
  readonly channel: Channel;
}

/** Makes one digest of each account and channel out of what it held; answers the deliveries that carry them. */
export async function bundleHeld(tx: Tx, day: string, before: Date, limit: number): Promise<Bundled[]> {
  await tx.query(lock);
  const rows = await rowsOf<Bundled & { isCarrier: boolean }>(tx, bundleSql, [day, before, limit]);
  return rows.filter(({ isCarrier }) => isCarrier);
}
