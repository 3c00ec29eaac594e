import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellSavedSearches } from '../../src/labour/saved-searches/saved-search.jobs.js';
import { Database } from '../../src/platform/database/database.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { JobQueues } from '../../src/platform/queue/job-queues.js';
import { JobRunner } from '../../src/platform/queue/job-runner.js';
import { type Actor, Actors, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key, places } from '../support/facts.js';

const saveSearch = `mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { id } }`;
const update = `mutation ($input: UpdateSavedSearchInput!) { updateSavedSearch(input: $input) { id name alerts filters { text } newCount } }`;
const look = `mutation ($input: SavedSearchInput!) { lookAtSavedSearch(input: $input) { newCount } }`;
const remove = `mutation ($input: SavedSearchInput!) { deleteSavedSearch(input: $input) }`;

describe('searches that a worker keeps', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let worker: Actor;

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    host = await actors.enterprise('安溪藤铁工艺厂');
    worker = await actors.idleWorker();
  });
  afterAll(() => app.close());

  const save = async (name: string, filters: object, more: object = {}): Promise<string> => {
    const input = { idempotencyKey: key(), name, filters, ...more };
    return (await app.ask<{ saveSearch: { id: string } }>(saveSearch, { input }, { as: worker.token })).saveSearch.id;
  };
  const publish = async (changes: object = {}): Promise<string> => {
    const { publishNeed } = await app.ask<{ publishNeed: { id: string } }>(
      `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`,
      { input: need(changes) },
      { as: host.token },
    );
    await app.settle();
    return publishNeed.id;
  };
  const counts = async (): Promise<Record<string, number>> => {
    const { savedSearches } = await app.ask<{
      savedSearches: { edges: { node: { name: string; newCount: number } }[] };
    }>(`{ savedSearches { edges { node { name newCount } } } }`, {}, { as: worker.token });
    return Object.fromEntries(savedSearches.edges.map(({ node }) => [node.name, node.newCount]));
  };
  const alerts = async (): Promise<string[]> => {
    const { myNotifications } = await app.ask<{
      myNotifications: { edges: { node: { kind: string; text: string } }[] };
    }>(`{ myNotifications(first: 50) { edges { node { kind text } } } }`, {}, { as: worker.token });
    return myNotifications.edges.filter(({ node }) => /savedSearch/.test(node.kind)).map(({ node }) => node.text);
  };
  const tellDue = async (): Promise<void> => {
    await app.jobs.get(Database).transaction((tx) => app.jobs.get(Outbox).requestJob(tx, tellSavedSearches, {}));
    await app.settle();
  };
  // Not by the clock: what people are logged in by would be over too.
  const anHourLater = (): Promise<unknown> =>
    app.db.rows(`UPDATE saved_search SET alerted_at = alerted_at - interval '61 minutes'`);
  const all = async (): Promise<void> => {
    const rows = await app.db.rows<{ id: string }>('SELECT id FROM saved_search');
    for (const { id } of rows) await app.ask(remove, { input: { searchId: id } }, { as: worker.token });
  };

  it('find what is published later and fits, by every filter, and nothing else', async () => {
    const { latitude, longitude } = places.town;
    await save('words', { text: '藤椅' });
    await save('mistyped', { text: '滕编' });
    await save('host', { text: '藤铁工艺厂' });
    await save('place', { text: 'Anxi' });
    await save('near', { near: { latitude, longitude, radiusM: 5_000 } });
    await save('region', { regionId: places.jinjiang.regionId });
    await save('wage', { minWageFen: 2500, wageUnit: 'HOUR' });
    await save('lodging', { lodging: true }, { alerts: false });
    await save('wild', { text: '%' });
    expect(new Set(Object.values(await counts()))).toEqual(new Set([0]));
    await publish({ description: '编织藤椅', wageFen: 2600, lodging: true });
    expect(await counts()).toEqual({
      ...{ words: 1, mistyped: 1, host: 1, place: 1, near: 1, region: 0, wage: 1, lodging: 1, wild: 0 },
    });
    expect(await alerts()).toHaveLength(6);
    await publish({ ...places.jinjiang, wageUnit: 'DAY', wageFen: 30_000 });
    expect(await counts()).toMatchObject({ words: 1, mistyped: 2, host: 2, near: 1, region: 1, wage: 1, lodging: 1 });
    await all();
  });

  it('are told of at most once an hour, the rest counted into the next, whatever comes twice', async () => {
    const searchId = await save('近处', { occupationId: 'GJ:RT-WEAVE' });
    const before = (await alerts()).length;
    await publish();
    const told = async (): Promise<string[]> => (await alerts()).slice(0, (await alerts()).length - before);
    expect(await told()).toEqual(['New work fits your search “近处”: Rattan weaver at 安溪藤铁工艺厂.']);
    await publish();
    await publish();
    await tellDue();
    expect(await told()).toHaveLength(1);
    await anHourLater();
    await tellDue();
    expect((await told())[0]).toContain('2 new jobs fit your search “近处”');
    const queues = app.jobs.get(JobQueues);
    for (const { name } of app.jobs.get(JobRunner).workers) await queues.queue(name).clean(0, 10_000, 'completed');
    // Ids are in the order of time: all that happened since the search was saved comes again.
    await app.db.rows('UPDATE outbox_event SET relayed_at = NULL WHERE id > $1', [searchId]);
    await app.db.rows('DELETE FROM processed_event WHERE event_id > $1', [searchId]);
    await anHourLater();
    await tellDue();
    expect(await told()).toHaveLength(2);
    expect(await counts()).toEqual({ 近处: 3 });
    const seen = await app.ask(look, { input: { searchId } }, { as: worker.token });
    expect(seen).toEqual({ lookAtSavedSearch: { newCount: 0 } });
    await all();
  });

  it('find no work that is barred to the worker, nor of a host that they blocked', async () => {
    await save('any', {});
    await app.ask(
      `mutation ($input: SetMyRestrictionsInput!) { setMyRestrictions(input: $input) { until } }`,
      { input: { hazards: ['HEAVY'] } },
      { as: worker.token },
    );
    await publish({ hazards: ['HEAVY'] });
    expect(await counts()).toEqual({ any: 0 });
    await app.ask(
      `mutation ($input: BlockEnterpriseInput!) { blockEnterprise(input: $input) { id } }`,
      { input: { enterpriseId: host.enterpriseId } },
      { as: worker.token },
    );
    await publish();
    expect(await counts()).toEqual({ any: 0 });
    await all();
  });

  it('are changed and deleted by their worker only, and are ten at most', async () => {
    const searchId = await save('one', { text: '焊工' });
    const changed = await app.ask(
      update,
      { input: { searchId, name: 'two', alerts: false, filters: { text: '木工' } } },
      { as: worker.token },
    );
    expect(changed).toEqual({
      updateSavedSearch: { id: searchId, name: 'two', alerts: false, filters: { text: '木工' }, newCount: 0 },
    });
    const other = await new Actors(app).idleWorker();
    for (const [mutation, input] of [
      [update, { searchId, name: 'x' }],
      [remove, { searchId }],
      [look, { searchId }],
    ] as const)
      expect(await app.refusal(mutation, { input }, { as: other.token })).toBe('NOT_FOUND');
    expect(
      await app.refusal(
        saveSearch,
        { input: { idempotencyKey: key(), name: 'x', filters: { minWageFen: 1 } } },
        { as: worker.token },
      ),
    ).toBe('VALIDATION_FAILED');
    const tries = Array.from({ length: 12 }, (_, nth) =>
      app.call(
        saveSearch,
        { input: { idempotencyKey: key(), name: `n${String(nth)}`, filters: {} } },
        { as: worker.token },
      ),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(9);
  });
});
