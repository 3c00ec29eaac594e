import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';

const needActions = `query ($id: ID!) { need(id: $id) { actions } }`;
const offers = `{ offers(first: 10) { edges { node { id state actions } } } }`;

describe('what each viewer may do now', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let worker: Actor;
  let needId: string;
  let offerId: string;

  const actionsOfNeed = async (as?: string): Promise<string[]> =>
    (await app.ask<{ need: { actions: string[] } }>(needActions, { id: needId }, { ...(as && { as }) })).need.actions;
  const offersOf = async (as: string): Promise<{ id: string; actions: string[] }[]> =>
    (
      await app.ask<{ offers: { edges: { node: { id: string; actions: string[] } }[] } }>(offers, {}, { as })
    ).offers.edges.map(({ node }) => node);

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    host = await actors.enterprise();
    worker = await actors.idleWorker();
    const posted = await app.ask<{ publishNeed: { id: string } }>(
      `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`,
      { input: need({ headcount: 1, startsOn: inDays(1) }) },
      { as: host.token },
    );
    needId = posted.publishNeed.id;
  });
  afterAll(() => app.close());

  it('of a need: its host ends it, a worker applies once, others look', async () => {
    expect(await actionsOfNeed(host.token)).toEqual(['CHANGE', 'CLOSE', 'CANCEL']);
    expect(await actionsOfNeed()).toEqual([]);
    expect(await actionsOfNeed(worker.token)).toEqual(['APPLY']);
    const apply = `mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id } }`;
    const answer = await app.ask<{ applyForNeed: { id: string } }>(
      apply,
      { input: { idempotencyKey: key(), needId } },
      { as: worker.token },
    );
    expect(await actionsOfNeed(worker.token)).toEqual([]);
    expect(await app.refusal(apply, { input: { idempotencyKey: key(), needId } }, { as: worker.token })).toBe(
      'CONFLICT',
    );
    const made = await app.ask<{ makeOffer: { id: string } }>(
      `mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }`,
      { input: { idempotencyKey: key(), applicationId: answer.applyForNeed.id } },
      { as: host.token },
    );
    offerId = made.makeOffer.id;
  });

  it('of an offer: its worker answers, its host takes it back', async () => {
    expect(await offersOf(worker.token)).toMatchObject([{ id: offerId, actions: ['ACCEPT', 'DECLINE'] }]);
    expect(await offersOf(host.token)).toMatchObject([{ id: offerId, actions: ['WITHDRAW'] }]);
    await app.ask(
      `mutation ($input: OfferInput!) { acceptOffer(input: $input) { id } }`,
      { input: { offerId } },
      { as: worker.token },
    );
    expect(await offersOf(worker.token)).toMatchObject([{ id: offerId, actions: [] }]);
  });

  it('of a placement that begins tomorrow: its host can end, pause and extend it', async () => {
    const placements = `{ placements(first: 10) { edges { node { state actions } } } }`;
    const ofHost = await app.ask<{ placements: { edges: object[] } }>(placements, {}, { as: host.token });
    const actions = ['END', 'PAUSE', 'PROPOSE_EXTENSION'];
    expect(ofHost.placements.edges).toEqual([{ node: { state: 'PLANNED', actions } }]);
    const ofWorker = await app.ask<{ placements: { edges: object[] } }>(placements, {}, { as: worker.token });
    expect(ofWorker.placements.edges).toEqual([{ node: { state: 'PLANNED', actions: [] } }]);
  });
});
