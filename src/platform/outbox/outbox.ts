import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';
import { newId } from '../ids/ids.js';
import { HandlerRegistry } from '../queue/handler-registry.js';
import type { EventToRecord, JobDefinition } from '../queue/job.js';

/** Rows whose name starts so ask for one job; all others are events for every handler. */
export const jobPrefix = 'job/';

/** Records what happened, or what is to be done, in the transaction that made it so. */
@Injectable()
export class Outbox {
  constructor(private readonly handlers: HandlerRegistry) {}

  /** Records one event; its handlers run after the commit, each in effect once. Returns the event's id. */
  async record(tx: Tx, event: EventToRecord<object>): Promise<string> {
    const [id = ''] = await this.recordAll(tx, [event]);
    return id;
  }

  async recordAll(tx: Tx, events: readonly EventToRecord<object>[]): Promise<string[]> {
    const ids = events.map(() => newId());
    await tx.query(
      `INSERT INTO outbox_event (id, name, payload)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::jsonb[])`,
      [ids, events.map(({ name }) => name), events.map(({ payload }) => JSON.stringify(payload))],
    );
    return ids;
  }

  /** Asks for a job once this transaction commits, `delayMs` later. */
  async requestJob<P extends object>(tx: Tx, job: JobDefinition<P>, payload: P, delayMs = 0): Promise<void> {
    if (!this.handlers.jobs.has(job.name)) throw new Error(`no handler for job ${job.name}`);
    await tx.query('INSERT INTO outbox_event (id, name, payload, delay_ms) VALUES ($1, $2, $3, $4)', [
      newId(),
      jobPrefix + job.name,
      JSON.stringify(payload),
      delayMs,
    ]);
  }
}
