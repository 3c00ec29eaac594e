import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startJobProcess } from '../../src/job-process.js';
import { LiveMarkets, MatchRuns } from '../../src/matching/index.js';
import { Config } from '../../src/platform/config/config.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { Actors, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';

const publishNeed = 'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }';
const makeOffer = 'mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }';

describe('a market that is kept in memory', () => {
  let app: TestApp;
  let actors: Actors;
  let host: EnterpriseActor;
  let first: { readonly id: string };

  const rows = async <T>(sql: string): Promise<T[]> => app.db.rows<T>(sql);
  const runs = async (): Promise<number> =>
    (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM match_run`))[0]?.n ?? -1;
  /** Worker → need, of the proposals that stand. */
  const proposed = async (): Promise<Record<string, string>> => {
    const open = await rows<{ worker_id: string; need_id: string }>(
      `SELECT worker_id, need_id FROM proposal WHERE state = 'proposed'`,
    );
    return Object.fromEntries(open.map(({ worker_id: workerId, need_id: needId }) => [workerId, needId]));
  };
  const idle = async (): Promise<{ readonly id: string }> => {
    const known = new Set((await rows<{ id: string }>('SELECT id FROM worker')).map(({ id }) => id));
    await actors.idleWorker();
    const [worker] = (await rows<{ id: string }>('SELECT id FROM worker')).filter(({ id }) => !known.has(id));
    return { id: worker?.id ?? '' };
  };
  const publish = async (changes: object): Promise<string> => {
    const { publishNeed: made } = await app.ask<{ publishNeed: { id: string } }>(
      publishNeed,
      { input: need(changes) },
      { as: host.token },
    );
    await app.settle();
    return made.id;
  };

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    host = await actors.enterprise();
    first = await idle();
    await app.settle();
  });
  afterAll(() => app.close());

  it('begins with a run, and follows every change from there on without one', async () => {
    const before = await runs();
    const needId = await publish({ headcount: 2 });
    expect(await proposed()).toEqual({ [first.id]: needId });
    const second = await idle();
    await app.settle();
    expect(await proposed()).toEqual({ [first.id]: needId, [second.id]: needId });
    const [other] = await rows<{ id: string; worker_id: string }>(
      `SELECT id, worker_id FROM proposal WHERE state = 'proposed' AND worker_id = '${second.id}'`,
    );
    await app.ask(
      makeOffer,
      { input: { proposalId: other?.id, idempotencyKey: crypto.randomUUID() } },
      { as: host.token },
    );
    await app.settle();
    expect(await proposed()).toEqual({ [first.id]: needId });
    expect(await runs()).toBe(before);
  });

  it('leaves proposals alone that nothing better takes the place of', async () => {
    const [before] = await rows<{ id: string }>(`SELECT id FROM proposal WHERE state = 'proposed'`);
    await publish({ headcount: 1, occupationId: 'GJ:RT-WEAVE', wageFen: 2001 });
    expect(await rows(`SELECT id FROM proposal WHERE state = 'proposed'`)).toEqual([before]);
  });

  it('sees what no event tells of: a change by SQL', async () => {
    await app.db.rows(`UPDATE availability SET state = 'closed' WHERE worker_id = $1`, [first.id]);
    await app.settle();
    expect(await proposed()).toEqual({});
    await app.db.rows(`UPDATE availability SET state = 'open' WHERE worker_id = $1`, [first.id]);
    await app.settle();
    expect(Object.keys(await proposed())).toEqual([first.id]);
  });

  it('is checked by a scheduled run, which finds nothing to move', async () => {
    const [market] = await rows<{ id: string }>('SELECT id FROM labour_market');
    const id = await app.db.transaction((tx) => app.jobs.get(MatchRuns).request(tx, market?.id ?? '', 'schedule'));
    await app.settle();
    expect(await rows(`SELECT drift, added, withdrawn FROM match_run WHERE id = '${id}'`)).toEqual([
      { drift: 0, added: 0, withdrawn: 0 },
    ]);
    await app.db.rows(`UPDATE proposal SET state = 'superseded' WHERE state = 'proposed'`);
    const next = await app.db.transaction((tx) => app.jobs.get(MatchRuns).request(tx, market?.id ?? '', 'schedule'));
    await app.settle();
    expect(await rows(`SELECT drift, added FROM match_run WHERE id = '${next}'`)).toEqual([{ drift: 1, added: 1 }]);
  });

  it('goes to another process when its own lets go, and the one before writes nothing more', async () => {
    const [market] = await rows<{ id: string }>('SELECT id FROM labour_market');
    const marketId = market?.id ?? '';
    const other = await startJobProcess(
      Config.fromEnvironment({
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        DATABASE_URL: app.databaseUrl,
        DATA_DIR: '/nowhere',
      }),
      createLogger('silent', 'test'),
      { schedules: false },
    );
    try {
      await app.db.transaction((tx) => other.get(LiveMarkets).take(tx, marketId));
      await expect(app.db.transaction((tx) => app.jobs.get(LiveMarkets).ensureHeld(tx, marketId))).rejects.toThrow(
        'another process',
      );
    } finally {
      await other.close();
    }
    const before = await runs();
    await idle();
    await app.settle();
    expect(await runs()).toBeGreaterThan(before);
    expect(Object.keys(await proposed())).toHaveLength(2);
  });

  it('every table that supply and demand are read from tells of its changes', async () => {
    const silent = await rows<{ name: string }>(
      `WITH RECURSIVE read AS (
         SELECT 'labour_supply'::regclass AS of UNION SELECT 'labour_demand'::regclass UNION SELECT 'barred_work'::regclass
         UNION SELECT d.refobjid::regclass FROM read JOIN pg_rewrite r ON r.ev_class = read.of
           JOIN pg_depend d ON d.objid = r.oid AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> read.of)
       SELECT DISTINCT of::text AS name FROM read JOIN pg_class c ON c.oid = read.of
       WHERE c.relkind = 'r' AND NOT EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = of AND t.tgname LIKE 'market_change%')
       ORDER BY 1`,
    );
    // Neither changes while it is read: whose region lies where, and which bureau is whose.
    expect(silent.map(({ name }) => name)).toEqual(
      ['bureau', 'region', 'region_ancestor'].filter((name) => silent.some((s) => s.name === name)),
    );
  });
});
