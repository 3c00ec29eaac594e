import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, availability, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';

const publishNeed = 'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }';
const setAvailability = 'mutation ($input: SetMyAvailabilityInput!) { setMyAvailability(input: $input) { id } }';
const reach = '{ myWorkReach { needs seats openings { code label needs seats least most } } }';
const why = 'query ($id: ID!) { whyNeed(needId: $id) { standing text obstacles { code label } score parts { name } } }';

describe('a worker asks why', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let worker: Actor;
  const needs: Record<string, string> = {};

  const whyOf = async (name: string, as: Actor = worker): Promise<object> =>
    (await app.ask<{ whyNeed: object }>(why, { id: needs[name] }, { as: as.token })).whyNeed;

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    host = await actors.enterprise();
    worker = await actors.idleWorker();
    await app.ask(setAvailability, { input: availability({ wageFloorFen: 2300 }) }, { as: worker.token });
    const publish = async (name: string, changes: object): Promise<void> => {
      const made = await app.ask<{ publishNeed: { id: string } }>(
        publishNeed,
        { input: need(changes) },
        { as: host.token },
      );
      needs[name] = made.publishNeed.id;
    };
    await publish('best', { headcount: 1, wageFen: 3000 });
    await publish('good', { headcount: 1, wageFen: 2400 });
    await publish('poor', { headcount: 4, wageFen: 2200 });
    await app.settle();
  });
  afterAll(() => app.close());

  it('what would open more work', async () => {
    expect(await app.ask(reach, {}, { as: worker.token })).toEqual({
      myWorkReach: {
        needs: 2,
        seats: 2,
        openings: [{ code: 'WAGE', label: 'ask for a lower wage', needs: 1, seats: 4, least: 100, most: 100 }],
      },
    });
  });

  it('this job, and why not that one', async () => {
    expect(await whyOf('best')).toMatchObject({ standing: 'PROPOSED', score: expect.any(Number) });
    expect(await whyOf('good')).toMatchObject({ standing: 'PROPOSED_ELSEWHERE', score: expect.any(Number) });
    expect(await whyOf('poor')).toMatchObject({ standing: 'OBSTACLES', obstacles: [{ code: 'WAGE' }], score: null });
  });

  it('and is told nothing where they do not look for work, or there is no such need', async () => {
    const other = await new Actors(app).idleWorker();
    await app.db.rows(
      `UPDATE availability SET state = 'closed' WHERE created_at = (SELECT max(created_at) FROM availability)`,
    );
    expect(await app.ask(reach, {}, { as: other.token })).toEqual({ myWorkReach: null });
    expect(await whyOf('best', other)).toMatchObject({ standing: 'NOT_LOOKING' });
    expect(await app.refusal(why, { id: crypto.randomUUID() }, { as: worker.token })).toBe('NOT_FOUND');
    expect(await app.refusal(why, { id: needs['best'] }, { as: host.token })).toBe('FORBIDDEN');
  });
});
