import type { EntityManager } from 'typeorm';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import type { PlacementState } from '../placements/placement.states.js';

/** What the server knows of a pass: its own record, and the placement that it is for. */
export interface PassFacts {
  readonly placementId: string;
  readonly workerId: string;
  readonly hostId: string;
  readonly state: PlacementState;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly thumbprint: string;
  readonly revokedAt: Date | null;
  readonly needReference: string;
  readonly occupationId: string;
}

/** `lock` keeps placement and pass as they are until the transaction ends. */
export async function passFacts(
  tx: EntityManager,
  placementId: string,
  serial: number,
  lock: boolean,
): Promise<PassFacts | undefined> {
  const [row] = await rowsOf<PassFacts>(
    tx,
    `SELECT p.id AS "placementId", p.worker_id AS "workerId", p.host_id AS "hostId", p.state,
            p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", w.thumbprint, w.revoked_at AS "revokedAt",
            n.reference AS "needReference", n.occupation_id AS "occupationId"
     FROM work_pass w JOIN placement p ON p.id = w.placement_id JOIN labour_need n ON n.id = p.need_id
     WHERE w.placement_id = $1 AND w.serial = $2 ${lock ? 'FOR SHARE OF p, w' : ''}`,
    [placementId, serial],
  );
  return row;
}

/** Notes that a code opened the gate; false when it had done so before. */
export async function usePass(tx: Tx, placementId: string, step: number, usedAt: Date): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    `INSERT INTO work_pass_use (placement_id, step, used_at) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT work_pass_used_once DO NOTHING RETURNING step`,
    [placementId, step, usedAt],
  );
  return rows.length > 0;
}

/** Forgets uses whose codes are stale by now. Returns how many, at most 5,000. */
export async function forgetUses(tx: Tx, before: Date): Promise<number> {
  const rows = await rowsOf(
    tx,
    `DELETE FROM work_pass_use WHERE ctid IN (
       SELECT ctid FROM work_pass_use WHERE used_at < $1 LIMIT 5000 FOR UPDATE SKIP LOCKED) RETURNING step`,
    [before],
  );
  return rows.length;
}
