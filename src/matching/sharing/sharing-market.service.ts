import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { JobDefinition } from '../../platform/queue/job.js';
import type { SharingLeg } from './sharing-run.entity.js';

/** What waits to be solved: many changes at once are one run, and an older plan never overwrites a newer one. */
@Injectable()
export class SharingMarkets {
  constructor(
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  /** Asks for a run soon, unless one waits already. */
  async changed(tx: Tx, leg: SharingLeg, job: JobDefinition<object>): Promise<void> {
    const asked = await rowsOf(
      tx,
      'UPDATE sharing_market SET is_awaited = true WHERE leg = $1 AND NOT is_awaited RETURNING leg',
      [leg],
    );
    if (asked.length > 0) await this.outbox.requestJob(tx, job, {}, this.config.settings.MATCH_DEBOUNCE_MS);
  }

  /** The run begins: what changes from here on asks for the next. */
  async begin(tx: Tx, leg: SharingLeg): Promise<void> {
    await tx.query('UPDATE sharing_market SET is_awaited = false WHERE leg = $1', [leg]);
  }

  /** Whether a plan of what was read then may be written; others that write the same market wait for this transaction. */
  async mayWrite(tx: Tx, leg: SharingLeg, readAt: Date): Promise<boolean> {
    const newest = await rowsOf(
      tx,
      'UPDATE sharing_market SET read_at = $2 WHERE leg = $1 AND (read_at IS NULL OR read_at <= $2) RETURNING leg',
      [leg, readAt],
    );
    return newest.length > 0;
  }
}
