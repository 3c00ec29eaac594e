import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveMarkets } from '../../src/matching/index.js';
import { JobQueues } from '../../src/platform/queue/job-queues.js';
import { JobRunner } from '../../src/platform/queue/job-runner.js';
import { Actors, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { reachableRedis } from '../support/redis.js';

const redis = await reachableRedis();
if (!redis) process.stdout.write('The Redis part of the job tests did not run: no Redis answers (TEST_REDIS_URL).\n');
const backends: [string, Record<string, string>][] = [
  ['postgres', {}],
  ...(redis
    ? [['redis', { REDIS_URL: redis, QUEUE_PREFIX: `gongji-test-${process.pid}` }] as [string, Record<string, string>]]
    : []),
];

const publishNeed = `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`;

describe.each(backends)('jobs on %s', (name, env) => {
  let app: TestApp;
  let host: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start(env);
    const actors = new Actors(app);
    host = await actors.enterprise();
    await actors.idleWorker();
    await app.settle();
  });
  afterAll(async () => {
    const queues = app.jobs.get(JobQueues);
    if (name === 'redis')
      await Promise.all(app.jobs.get(JobRunner).workers.map((worker) => queues.queue(worker.name).drain(true)));
    await app.close();
  });

  const count = async (table: string): Promise<number> => {
    const [row] = await app.db.rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count ?? 0;
  };

  it('runs on the backend it says', () => {
    expect(app.jobs.get(JobQueues).backend.name).toBe(name);
  });

  it('what is recorded with a change runs after its commit', async () => {
    await app.ask(publishNeed, { input: need() }, { as: host.token });
    await app.settle();
    expect(await count(`match_run WHERE state = 'succeeded'`)).toBeGreaterThan(0);
    expect(await count(`proposal WHERE state = 'proposed'`)).toBe(1);
  });

  it('every event delivered a second time changes nothing', async () => {
    const tables = ['match_run', 'proposal', 'notification', 'processed_event', 'audit_log'];
    const before = await Promise.all(tables.map(count));
    const queues = app.jobs.get(JobQueues);
    // Without the finished jobs the queue has forgotten their ids, so every handler really runs again.
    for (const worker of app.jobs.get(JobRunner).workers) await queues.queue(worker.name).clean(0, 10_000, 'completed');
    await app.db.rows('UPDATE outbox_event SET relayed_at = NULL');
    await app.settle();
    expect(Object.fromEntries(tables.map((table, n) => [table, before[n]]))).toEqual(
      Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)] as const))),
    );
  });

  it('causes that come while a run waits are one run; where the market is kept already, they need none', async () => {
    const [posted] = await app.db.rows<{ id: string }>('SELECT id FROM labour_need');
    const changeTwentyTimes = async (): Promise<number> => {
      const before = await count('match_run');
      for (let time = 0; time < 20; time++)
        await app.db.rows('UPDATE labour_need SET description = description WHERE id = $1', [posted?.id]);
      await app.settle();
      expect(await count(`match_run WHERE state IN ('queued', 'running', 'failed')`)).toBe(0);
      expect(await count('market_change')).toBe(0);
      return (await count('match_run')) - before;
    };
    expect(await changeTwentyTimes()).toBe(0);
    const [market] = await app.db.rows<{ id: string }>('SELECT id FROM labour_market');
    await app.jobs.get(LiveMarkets).release(market?.id ?? '');
    const runs = await changeTwentyTimes();
    expect(runs).toBeGreaterThanOrEqual(1);
    expect(runs).toBeLessThan(20);
  });

  it('a run that lost its process half way is done again by the retried job', async () => {
    const [market] = await app.db.rows<{ id: string }>('SELECT id FROM labour_market');
    const [run] = await app.db.rows<{ id: string }>(
      `INSERT INTO match_run (id, market_id, cause, state, started_at) VALUES (gen_random_uuid(), $1, 'manual', 'running', now()) RETURNING id`,
      [market?.id],
    );
    await app.db.rows(
      `INSERT INTO outbox_event (id, name, payload) VALUES (gen_random_uuid(), 'job/matching.solve-market', $1)`,
      [JSON.stringify({ runId: run?.id })],
    );
    await app.settle();
    expect(await app.db.rows('SELECT state, proven FROM match_run WHERE id = $1', [run?.id])).toEqual([
      { state: 'succeeded', proven: true },
    ]);
  });
});
