import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actors, type Actor, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';

const publishNeed = `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id state headcount } }`;
const proposalsOf = `query ($id: ID!) { need(id: $id) { seatsTaken proposals(first: 10) { edges { node {
  id score distanceM parts { name points } candidate { dealKind person { name } skills { occupationId level } } } } } } }`;
const makeOffer = `mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id state kind candidate { person { name phone } } } }`;
const acceptOffer = `mutation ($input: OfferInput!) { acceptOffer(input: $input) { id state } }`;
const startPlacement = `mutation ($input: PlacementInput!) { startPlacement(input: $input) { id state } }`;
const placements = `{ placements(first: 10) { edges { node { id state kind startsOn candidate { person { name } } } } } }`;

interface ProposalsAnswer {
  need: {
    seatsTaken: number;
    proposals: {
      edges: {
        node: {
          id: string;
          score: number;
          parts: { name: string; points: number }[];
          candidate: { dealKind: string; person: null };
        };
      }[];
    };
  };
}

describe('from a posted need to a placement, hired directly', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let worker: Actor;
  let needId: string;
  let offerId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    host = await actors.enterprise();
    worker = await actors.idleWorker();
  });
  afterAll(() => app.close());

  it('an enterprise posts a need', async () => {
    const { publishNeed: posted } = await app.ask<{ publishNeed: { id: string; state: string } }>(
      publishNeed,
      { input: need() },
      { as: host.token },
    );
    expect(posted.state).toBe('OPEN');
    needId = posted.id;
  });

  it('a job matches the idle worker to it, without a name', async () => {
    await app.settle();
    const answer = await app.ask<ProposalsAnswer>(proposalsOf, { id: needId }, { as: host.token });
    const [first] = answer.need.proposals.edges;
    expect(answer.need.proposals.edges).toHaveLength(1);
    expect(first?.node.candidate).toMatchObject({ dealKind: 'DIRECT', person: null });
    expect(first?.node.parts.map(({ name }) => name).sort()).toEqual([
      'applied',
      'distance',
      'overlap',
      'rating',
      'skill',
      'wage',
      'waiting',
    ]);
    expect(first?.node.score).toBeGreaterThan(0);
  });

  it('the enterprise makes an offer; repeating it changes nothing', async () => {
    const answer = await app.ask<ProposalsAnswer>(proposalsOf, { id: needId }, { as: host.token });
    const input = { idempotencyKey: key(), proposalId: answer.need.proposals.edges[0]?.node.id };
    const first = await app.ask<{ makeOffer: { id: string; state: string; candidate: { person: null } } }>(
      makeOffer,
      { input },
      { as: host.token },
    );
    const second = await app.ask<{ makeOffer: { id: string } }>(makeOffer, { input }, { as: host.token });
    expect(first.makeOffer).toMatchObject({ state: 'SENT', candidate: { person: null } });
    expect(second.makeOffer.id).toBe(first.makeOffer.id);
    offerId = first.makeOffer.id;
  });

  it('the worker accepts, and a placement exists', async () => {
    const { acceptOffer: accepted } = await app.ask<{ acceptOffer: { state: string } }>(
      acceptOffer,
      { input: { offerId } },
      { as: worker.token },
    );
    expect(accepted.state).toBe('CONFIRMED');
    const answer = await app.ask<{ placements: { edges: { node: object }[] } }>(placements, {}, { as: host.token });
    expect(answer.placements.edges.map(({ node }) => node)).toMatchObject([
      { state: 'PLANNED', kind: 'DIRECT', startsOn: inDays(0), candidate: { person: { name: '林小竹' } } },
    ]);
  });

  it('on the first day the worker is on site', async () => {
    const answer = await app.ask<{ placements: { edges: { node: { id: string } }[] } }>(
      placements,
      {},
      { as: host.token },
    );
    const placementId = answer.placements.edges[0]?.node.id;
    const { startPlacement: started } = await app.ask<{ startPlacement: { state: string } }>(
      startPlacement,
      { input: { placementId } },
      { as: host.token },
    );
    expect(started.state).toBe('ACTIVE');
  });

  it('nobody else sees offer or placement', async () => {
    const stranger = await new Actors(app).enterprise();
    const strangeWorker = await new Actors(app).idleWorker();
    expect(await app.refusal(acceptOffer, { input: { offerId } }, { as: strangeWorker.token })).toBe('NOT_FOUND');
    expect(
      await app.refusal(`query ($id: ID!) { offer(id: $id) { id } }`, { id: offerId }, { as: stranger.token }),
    ).toBe('NOT_FOUND');
    expect(await app.refusal(proposalsOf, { id: needId }, { as: stranger.token })).toBe('NOT_FOUND');
    const answer = await app.ask<{ placements: { edges: object[] } }>(placements, {}, { as: stranger.token });
    expect(answer.placements.edges).toEqual([]);
  });

  it('what was done is in an unbroken audit trail', async () => {
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
    const actions = await app.db.rows<{ action: string }>(
      `SELECT DISTINCT action FROM audit_log WHERE action LIKE 'offer.%' OR action LIKE 'placement.%' OR action LIKE 'need.%' ORDER BY 1`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'need.publish',
      'offer.confirm',
      'offer.send',
      'placement.start',
    ]);
  });
});
