import { Clock, DAY_MS, HOUR_MS } from '../../src/platform/clock/clock.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import type { JobDefinition } from '../../src/platform/queue/job.js';
import type { Actor } from './actors.js';
import type { TestApp } from './app.js';

export interface Told {
  readonly kind: string;
  readonly text: string;
  readonly link: string | null;
}

/** What people were told of one kind, newest first, once everything has run. */
export async function toldTo(app: TestApp, actor: Actor, kind: string, language = 'en'): Promise<Told[]> {
  await app.settle();
  const answer = await app.ask<{ myNotifications: { edges: { node: Told }[] } }>(
    '{ myNotifications(first: 50) { edges { node { kind text link } } } }',
    {},
    { as: actor.token, language },
  );
  return answer.myNotifications.edges.map(({ node }) => node).filter((one) => one.kind === kind);
}

/** Runs a job that the clock would start. */
export async function startJob(app: TestApp, job: JobDefinition<object>): Promise<void> {
  await app.db.transaction((tx) => app.jobs.get(Outbox).requestJob(tx, job, {}));
  await app.settle();
}

/** Does `work` with the clocks of both processes moved, and moves them back. */
export async function later(app: TestApp, ms: number, work: () => Promise<unknown>): Promise<void> {
  const clocks = [app.api.get(Clock), app.jobs.get(Clock)];
  for (const clock of clocks) clock.shift(ms);
  try {
    await work();
  } finally {
    for (const clock of clocks) clock.shift(-ms);
  }
}

/** How long until so many hours after today began where the work is. */
export function untilLocal(hours: number): number {
  return hours * HOUR_MS - ((Date.now() + 8 * HOUR_MS) % DAY_MS);
}

/** Channel, state and last fault of each delivery to an account, oldest first. */
export async function deliveriesTo(app: TestApp, accountId: string): Promise<string[]> {
  const rows = await app.db.rows<{ said: string }>(
    `SELECT concat_ws(' ', channel, state, last_error) AS said FROM notification_delivery WHERE account_id = $1 ORDER BY id`,
    [accountId],
  );
  return rows.map(({ said }) => said);
}
