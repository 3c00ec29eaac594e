import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, availability, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';

const emptySeats = `query ($id: ID!) { need(id: $id) { emptySeats { seats isComplete reasons { code label workers } } } }`;

interface Seats {
  seats: number;
  isComplete: boolean;
  reasons: { code: string; label: string; workers: number }[];
}

describe('why seats stay empty', () => {
  let app: TestApp;
  let actors: Actors;
  let host: EnterpriseActor;
  let needId: string;

  const seatsFor = async (as: string, language = 'en'): Promise<Seats | null> =>
    (await app.ask<{ need: { emptySeats: Seats | null } }>(emptySeats, { id: needId }, { as, language })).need
      .emptySeats;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    host = await actors.enterprise();
    const other = await actors.enterprise();
    const dear = [await actors.idleWorker(), await actors.idleWorker()];
    await actors.idleWorker('GJ:RT-WEAVE', 1);
    await actors.idleWorker();
    for (const { token } of dear) {
      await app.ask(
        `mutation ($input: SetMyAvailabilityInput!) { setMyAvailability(input: $input) { id } }`,
        { input: availability({ wageFloorFen: 3000 }) },
        { as: token },
      );
    }
    const publish = async ({ token }: EnterpriseActor, changes: object): Promise<string> =>
      (
        await app.ask<{ publishNeed: { id: string } }>(
          `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`,
          { input: need(changes) },
          { as: token },
        )
      ).publishNeed.id;
    await publish(other, { headcount: 1, wageFen: 2900, priority: 3 });
    needId = await publish(host, { headcount: 4 });
    await app.settle();
  });
  afterAll(() => app.close());

  it('its host learns how many one single thing keeps away, in their language', async () => {
    expect(await seatsFor(host.token)).toEqual({
      seats: 4,
      isComplete: true,
      reasons: [
        { code: 'WAGE', label: 'They ask for a higher wage', workers: 2 },
        { code: 'LEVEL', label: 'Their skill level is too low', workers: 1 },
        { code: 'TAKEN', label: 'Another need has them', workers: 1 },
      ],
    });
    expect((await seatsFor(host.token, 'zh-CN'))?.reasons[0]?.label).toBe('工资低于期望');
  });

  it('so do officers of the place; nobody else does', async () => {
    expect((await seatsFor((await actors.officer('GB2260:350500')).token))?.seats).toBe(4);
    expect(await seatsFor((await actors.officer('GB2260:110000')).token)).toBeNull();
    expect(await seatsFor((await actors.enterprise()).token)).toBeNull();
    expect(await app.refusal(emptySeats, { id: needId }, { as: (await actors.idleWorker()).token })).toBe('FORBIDDEN');
  });

  it('a need that is closed has no empty seats', async () => {
    await app.ask(
      `mutation ($input: EndNeedInput!) { closeNeed(input: $input) { id } }`,
      { input: { needId } },
      { as: host.token },
    );
    expect(await seatsFor(host.token)).toEqual({ seats: 0, isComplete: true, reasons: [] });
  });
});
