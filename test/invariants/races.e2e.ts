import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key } from '../support/facts.js';

const publishNeed = 'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }';
const apply = 'mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id } }';
const makeOffer = 'mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }';
const acceptOffer = 'mutation ($input: OfferInput!) { acceptOffer(input: $input) { state } }';

/** What many callers at once may not bring about, through the API itself. */
describe('at the same moment', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let workers: Actor[];

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    host = await actors.enterprise();
    workers = [];
    // A skill that nobody needs: these workers come by applying, so that matching does not take part.
    for (let n = 0; n < 8; n++) workers.push(await actors.idleWorker('GJ:TE-SORT'));
    await app.settle();
  });
  afterAll(() => app.close());

  const publish = async (headcount: number): Promise<string> =>
    (await app.ask<{ publishNeed: { id: string } }>(publishNeed, { input: need({ headcount }) }, { as: host.token }))
      .publishNeed.id;

  const offerTo = async (worker: Actor, needId: string): Promise<string> => {
    const { applyForNeed: application } = await app.ask<{ applyForNeed: { id: string } }>(
      apply,
      { input: { idempotencyKey: key(), needId } },
      { as: worker.token },
    );
    const { makeOffer: offer } = await app.ask<{ makeOffer: { id: string } }>(
      makeOffer,
      { input: { idempotencyKey: key(), applicationId: application.id } },
      { as: host.token },
    );
    return offer.id;
  };

  it('fifty repeats of one mutation are one need and one answer', async () => {
    const input = need();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        app.ask<{ publishNeed: { id: string } }>(publishNeed, { input }, { as: host.token }),
      ),
    );
    expect(new Set(answers.map(({ publishNeed: { id } }) => id)).size).toBe(1);
    const other = await app.refusal(publishNeed, { input: { ...input, headcount: 99 } }, { as: host.token });
    expect(other).toBe('CONFLICT');
  });

  it('a key of one enterprise means nothing to another', async () => {
    const input = need();
    const stranger = await new Actors(app).enterprise();
    const mine = await app.ask<{ publishNeed: { id: string } }>(publishNeed, { input }, { as: host.token });
    const theirs = await app.ask<{ publishNeed: { id: string } }>(publishNeed, { input }, { as: stranger.token });
    expect(theirs.publishNeed.id).not.toBe(mine.publishNeed.id);
  });

  it('of eight workers who accept the last seat, one gets it and seven are told that it is full', async () => {
    const needId = await publish(1);
    const offers: string[] = [];
    for (const worker of workers) offers.push(await offerTo(worker, needId));
    const answers = await Promise.all(
      workers.map((worker, n) => app.call(acceptOffer, { input: { offerId: offers[n] } }, { as: worker.token })),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? []))).toEqual(
      new Set(['CONFLICT']),
    );
  });

  it('one worker who accepts two overlapping offers gets one placement', async () => {
    const [worker] = workers.slice(-1);
    if (!worker) throw new Error('no worker');
    const free = await new Actors(app).idleWorker('GJ:TE-SORT');
    const offers = [await offerTo(free, await publish(1)), await offerTo(free, await publish(1))];
    const answers = await Promise.all(
      offers.map((offerId) => app.call(acceptOffer, { input: { offerId } }, { as: free.token })),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? [])).toEqual([
      'CONFLICT',
    ]);
  });

  it('and the books agree afterwards', async () => {
    await app.settle();
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
    expect(
      await app.db.rows(
        'SELECT id FROM labour_need n WHERE seats_taken <> (SELECT count(*) FROM worker_booking b WHERE b.need_id = n.id)',
      ),
    ).toEqual([]);
    expect(
      await app.db.rows(
        'SELECT 1 FROM worker_booking a JOIN worker_booking b ON a.worker_id = b.worker_id AND a.offer_id < b.offer_id AND a.period && b.period',
      ),
    ).toEqual([]);
    expect(await app.db.rows('SELECT id FROM outbox_event WHERE relayed_at IS NULL')).toEqual([]);
  });
});
