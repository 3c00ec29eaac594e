import { Injectable } from '@nestjs/common';
import { actorOf, type Viewer } from '../auth/viewer.js';
import { rowsOf, type Tx } from '../database/database.js';
import { canonical, sha256Of } from '../digest/digest.js';
import { platformMessages, RefusedError } from '../errors/index.js';

/** A creating mutation's input: repeating it with the same key gives the same answer. */
export interface IdempotentInput {
  readonly idempotencyKey: string;
}

interface KeyRow {
  readonly request_hash: string;
  readonly result: { value: unknown } | null;
}

@Injectable()
export class Idempotency {
  /**
   * Runs `work` once per (caller, operation, key) and answers every repeat with its first result (ids, kept as JSON).
   * The same key with another input is refused with CONFLICT. Concurrent repeats wait for the first.
   */
  async once<T>(tx: Tx, viewer: Viewer, operation: string, input: IdempotentInput, work: () => Promise<T>): Promise<T> {
    const owner = actorOf(viewer);
    const hash = sha256Of(canonical(input));
    const key = [owner, operation, input.idempotencyKey];
    // A concurrent first call holds this row until it commits, so this insert waits for its outcome.
    const inserted = await rowsOf(
      tx,
      `INSERT INTO idempotency_key (owner, operation, key, request_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING key`,
      [...key, hash],
    );
    const match = 'owner = $1 AND operation = $2 AND key = $3';
    if (inserted.length === 0) {
      const [known] = await rowsOf<KeyRow>(tx, `SELECT request_hash, result FROM idempotency_key WHERE ${match}`, key);
      if (known?.request_hash !== hash || !known.result) {
        throw new RefusedError({
          code: 'CONFLICT',
          message: platformMessages.keyReused,
          field: 'input.idempotencyKey',
        });
      }
      return known.result.value as T;
    }
    const value = await work();
    await tx.query(`UPDATE idempotency_key SET result = $4 WHERE ${match}`, [...key, JSON.stringify({ value })]);
    return value;
  }
}
