import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { Language, MessageParams } from '../../platform/i18n/message.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { addresses } from '../preferences/preference.loader.js';
import { defaults, type Preferences } from '../preferences/preference.rules.js';
import { liveDevices } from '../push/push-device.loader.js';
import type { Channel } from './channels.js';
import type { Plan, Recipient } from './delivery.rules.js';

const chosen = `CASE WHEN p.account_id IS NOT NULL THEN jsonb_build_object('email', p.email, 'sms', p.sms,
    'mutedTopics', p.muted_topics, 'quietFrom', p.quiet_from, 'quietUntil', p.quiet_until, 'digest', p.digest) END AS chosen`;

interface RecipientRow extends Omit<Recipient, 'preferences'> {
  readonly id: string;
  readonly chosen: Preferences | null;
}

/**
 * Those to be told, and how much was sent to each since `since`. Two transactions may both see the last place under the
 * cap: it spares people, it guards nothing.
 */
export async function recipientsOf(
  tx: Tx,
  accountIds: readonly string[],
  since: Date,
): Promise<Map<string, Recipient>> {
  const rows = await rowsOf<RecipientRow>(
    tx,
    `SELECT a.id, ${addresses}, ${chosen}, EXISTS (SELECT 1 ${liveDevices} AND v.account_id = a.id) AS "hasDevice",
            (SELECT count(*)::int FROM notification_delivery d WHERE d.account_id = a.id AND d.created_at >= $2
               AND d.channel <> 'push' AND d.state IN ('pending', 'sent', 'failed')) AS "sentToday"
     FROM account a LEFT JOIN notification_preference p ON p.account_id = a.id WHERE a.id = ANY($1)`,
    [accountIds, since],
  );
  return new Map(rows.map(({ id, chosen, ...facts }) => [id, { ...facts, preferences: chosen ?? defaults }]));
}

export interface NewDelivery extends Plan {
  readonly id: string;
  readonly notificationId: string;
  readonly accountId: string;
}

export async function insertDeliveries(tx: Tx, made: readonly NewDelivery[], now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO notification_delivery (id, notification_id, account_id, channel, state, last_error, created_at)
     SELECT *, $7::timestamptz FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])`,
    [
      ...[made.map(({ id }) => id), made.map(({ notificationId }) => notificationId)],
      ...[made.map(({ accountId }) => accountId), made.map(({ channel }) => channel)],
      ...[made.map(({ state }) => state), made.map(({ reason }) => reason), now],
    ],
  );
}

/** Somebody as they are when a message for them is due. */
export interface Addressee {
  readonly accountId: string;
  readonly email: string | null;
  readonly login: string;
  readonly workerId: string | null;
  readonly language: Language;
  readonly isDisabled: boolean;
  readonly hasEmail: boolean;
  readonly preferences: Preferences;
}

/** Whom a pending delivery is for; the row stays locked. Undefined when it is not pending any more. */
export async function lockPending(tx: Tx, id: string, channel: Channel): Promise<Addressee | undefined> {
  const [row] = await rowsOf<Omit<Addressee, 'preferences'> & { chosen: Preferences | null }>(
    tx,
    `SELECT a.id AS "accountId", a.email, a.login, a.worker_id AS "workerId", a.language,
            a.disabled_at IS NOT NULL AS "isDisabled", a.email IS NOT NULL AS "hasEmail", ${chosen}
     FROM notification_delivery d JOIN account a ON a.id = d.account_id
     LEFT JOIN notification_preference p ON p.account_id = a.id
     WHERE d.id = $1 AND d.channel = $2 AND d.state = 'pending' FOR UPDATE OF d`,
    [id, channel],
  );
  if (!row) return undefined;
  const { chosen: preferences, ...addressee } = row;
  return { ...addressee, preferences: preferences ?? defaults };
}

/** One notification of a message. */
export interface Item {
  readonly kind: NotificationKind;
  readonly params: MessageParams;
  readonly link: string;
}

/** What a delivery says: its notification, or all those of its digest, oldest first. */
export async function itemsOf(tx: Tx, id: string): Promise<{ items: Item[]; isDigest: boolean }> {
  const rows = await rowsOf<Item & { isDigest: boolean }>(
    tx,
    `SELECT n.kind, n.params, n.link, d.digest_id IS NOT NULL AS "isDigest"
     FROM notification_delivery d JOIN notification n ON n.id = d.notification_id
     WHERE d.id = $1 OR d.digest_id = $1 ORDER BY d.id`,
    [id],
  );
  return {
    items: rows.map(({ kind, params, link }) => ({ kind, params, link })),
    isDigest: rows.some((row) => row.isDigest),
  };
}

/** Ends a pending delivery, and with it what it carries. */
export async function endDelivery(tx: Tx, id: string, end: { reason: string } | { sentAt: Date }): Promise<void> {
  const isSent = 'sentAt' in end;
  await tx.query(
    `UPDATE notification_delivery SET state = $2, sent_at = $3, last_error = coalesce($4, last_error),
            attempts = attempts + CASE WHEN id = $1 AND $5 THEN 1 ELSE 0 END
     WHERE id = $1 OR digest_id = $1`,
    [id, isSent ? 'sent' : 'skipped', isSent ? end.sentAt : null, isSent ? null : end.reason, isSent],
  );
}

/** Keeps what went wrong with a pending delivery; answers whether it is pending still. */
export async function noteFailure(
  tx: Tx,
  id: string,
  { fault, isPermanent, attempts }: { fault: string; isPermanent: boolean; attempts: number },
): Promise<boolean> {
  const [row] = await rowsOf<{ state: string }>(
    tx,
    `UPDATE notification_delivery SET attempts = attempts + 1, last_error = $2,
            state = CASE WHEN $3 OR attempts + 1 >= $4 THEN 'failed' ELSE 'pending' END
     WHERE id = $1 AND state = 'pending' RETURNING state`,
    [id, fault, isPermanent, attempts],
  );
  return row?.state === 'pending';
}
