import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MatchRunner } from '../../src/matching/index.js';
import { Solver } from '../../src/matching/solver/solver.service.js';
import { Actors, type Actor, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';

const publishNeed = 'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }';
const request = 'mutation ($input: RequestMatchRunInput!) { requestMatchRun(input: $input) { id state actions } }';
const cancel =
  'mutation ($input: CancelMatchRunInput!) { cancelMatchRun(input: $input) { id state actions finishedAt } }';
const oneRun = 'query ($id: ID!) { matchRun(id: $id) { state added actions market { id name } } }';
const trail = '{ auditEntries(operation: "match-run.cancel") { edges { node { objectType objectId details } } } }';

interface Run {
  readonly id: string;
  readonly state: string;
  readonly actions: string[];
}

describe('a match run is called off', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let officer: Actor;
  let operator: Actor;
  let marketId: string;
  /** Runs at work, each until it is called off. */
  let held = 0;

  const requestRun = async (): Promise<Run> =>
    (await app.ask<{ requestMatchRun: Run }>(request, { input: { marketId } }, { as: officer.token })).requestMatchRun;
  const cancelRun = async (runId: string, as: Actor = officer): Promise<Run> =>
    (await app.ask<{ cancelMatchRun: Run }>(cancel, { input: { runId } }, { as: as.token })).cancelMatchRun;
  const runOf = async (id: string): Promise<Run> =>
    (await app.ask<{ matchRun: Run }>(oneRun, { id }, { as: officer.token })).matchRun;
  const proposals = async (): Promise<number> =>
    (await app.db.rows<{ count: number }>('SELECT count(*)::int AS count FROM proposal'))[0]?.count ?? -1;
  const until = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    host = await actors.enterprise();
    officer = await actors.officer('GB2260:350500');
    operator = await actors.operator();
    // The real solver, which begins only once it is asked to stop: as if the market were very large.
    const solver = app.jobs.get(Solver);
    const solve = solver.solve.bind(solver);
    solver.solve = async (problem, options) => {
      held += 1;
      if (options?.signal && !options.signal.aborted) await once(options.signal, 'abort');
      return solve(problem, options);
    };
    await actors.idleWorker();
    await app.ask(publishNeed, { input: need() }, { as: host.token });
    await until(() => held === 1);
    const [market] = await app.db.rows<{ id: string }>('SELECT id FROM labour_market');
    marketId = market?.id ?? '';
  });
  afterAll(() => app.close());

  it('while it waits its turn: it never starts', async () => {
    const waiting = await requestRun();
    expect(waiting).toMatchObject({ state: 'QUEUED', actions: ['CANCEL'] });
    expect(await cancelRun(waiting.id)).toMatchObject({ id: waiting.id, state: 'CANCELLED', actions: [] });
    await app.jobs.get(MatchRunner).execute(waiting.id);
    expect(await runOf(waiting.id)).toMatchObject({ state: 'CANCELLED', added: null, market: { id: marketId } });
    expect(held).toBe(1);
  });

  it('while it is at work: the solver stops, and no proposals are written, however often its job runs', async () => {
    const [running] = await app.db.rows<{ id: string }>(`SELECT id FROM match_run WHERE state = 'running'`);
    const id = running?.id ?? '';
    expect(await cancelRun(id, operator)).toMatchObject({ state: 'CANCELLED', finishedAt: expect.any(String) });
    await app.settle();
    await app.jobs.get(MatchRunner).execute(id);
    expect(await runOf(id)).toMatchObject({ state: 'CANCELLED', added: null });
    expect(await proposals()).toBe(0);
    expect(held).toBe(1);
  });

  it('once only, by those whose market it is, and it stands in the trail', async () => {
    const { id } = await requestRun();
    const elsewhere = await new Actors(app).officer('GB2260:110000');
    const input = { runId: id };
    expect(await app.refusal(cancel, { input }, { as: elsewhere.token })).toBe('NOT_FOUND');
    expect(await app.refusal(cancel, { input }, { as: host.token })).toBe('FORBIDDEN');
    await cancelRun(id);
    expect(await app.refusal(cancel, { input }, { as: officer.token })).toBe('ILLEGAL_TRANSITION');
    const { auditEntries } = await app.ask<{ auditEntries: { edges: { node: object }[] } }>(
      trail,
      {},
      { as: operator.token },
    );
    expect(auditEntries.edges).toHaveLength(3);
    expect(auditEntries.edges[0]?.node).toMatchObject({
      ...{ objectType: 'market', objectId: marketId, details: expect.stringContaining(id) },
    });
    await app.settle();
  });

  it('and leaves the next one its turn', async () => {
    const solver = app.jobs.get(Solver);
    solver.solve = Solver.prototype.solve.bind(solver);
    const { id } = await requestRun();
    await app.settle();
    expect(await runOf(id)).toMatchObject({ state: 'SUCCEEDED', added: 1, actions: [] });
    expect(await app.refusal(cancel, { input: { runId: id } }, { as: officer.token })).toBe('ILLEGAL_TRANSITION');
    expect(await proposals()).toBe(1);
  });
});
