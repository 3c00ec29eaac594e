import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';

/** Devices `v` where somebody is logged in still. */
export const liveDevices = `FROM push_device v JOIN session s ON s.id = v.session_id
  WHERE s.revoked_at IS NULL AND s.expires_at > now()`;

/** Where a push message goes, and the keys that only the device can read it with. */
export interface PushTarget {
  readonly id: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export async function targetsOf(tx: Tx, accountId: string): Promise<PushTarget[]> {
  return rowsOf<PushTarget>(tx, `SELECT v.id, v.endpoint, v.p256dh, v.auth ${liveDevices} AND v.account_id = $1`, [
    accountId,
  ]);
}

export interface DeviceRow {
  readonly id: string;
  readonly sessionId: string;
  readonly createdAt: Date;
}

export async function devicesOf(tx: EntityManager, accountId: string): Promise<DeviceRow[]> {
  return rowsOf<DeviceRow>(
    tx,
    `SELECT v.id, v.session_id AS "sessionId", v.created_at AS "createdAt" ${liveDevices} AND v.account_id = $1
     ORDER BY v.id DESC`,
    [accountId],
  );
}

export interface NewDevice extends PushTarget {
  readonly accountId: string;
  readonly sessionId: string;
  readonly createdAt: Date;
}

/** A browser has one subscription, whoever logs in on it; of an account's devices the newest `most` stay. */
export async function keepDevice(tx: Tx, device: NewDevice, most: number): Promise<void> {
  const { id, accountId, sessionId, endpoint, p256dh, auth, createdAt } = device;
  await tx.query('DELETE FROM push_device WHERE endpoint = $1 AND session_id <> $2', [endpoint, sessionId]);
  await tx.query(
    `INSERT INTO push_device (id, account_id, session_id, endpoint, p256dh, auth, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT push_device_session_once
     DO UPDATE SET endpoint = $4, p256dh = $5, auth = $6`,
    [id, accountId, sessionId, endpoint, p256dh, auth, createdAt],
  );
  await tx.query(
    `DELETE FROM push_device WHERE account_id = $1 AND session_id <> $2 AND id NOT IN (
       SELECT id FROM push_device WHERE account_id = $1 ORDER BY id DESC LIMIT $3)`,
    [accountId, sessionId, most],
  );
}

export async function dropDevices(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM push_device WHERE id = ANY($1)', [ids]);
}
