import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, Actors, availability, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals } from '../support/deal.js';
import { inDays, key, mobile, places, residentId } from '../support/facts.js';
import { lentWorker } from '../support/loan.js';

const publish = `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id hazards } }`;
const state = `mutation ($input: SetMyRestrictionsInput!) { setMyRestrictions(input: $input) { hazards until } }`;

describe('work that the law keeps from some', () => {
  let app: TestApp;
  let actors: Actors;
  let host: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    host = await actors.enterprise();
  });
  afterAll(() => app.close());

  const post = async (changes: object): Promise<string> => {
    const input = need({ headcount: 1, ...changes });
    return (await app.ask<{ publishNeed: { id: string } }>(publish, { input }, { as: host.token })).publishNeed.id;
  };
  const proposed = async (needId: string): Promise<string[]> => {
    await app.settle();
    const { need: found } = await app.ask<{
      need: { proposals: { edges: { node: { id: string; candidate: { id: string } } }[] } };
    }>(
      `query ($id: ID!) { need(id: $id) { proposals { edges { node { id candidate { id } } } } } }`,
      { id: needId },
      { as: host.token },
    );
    return found.proposals.edges.map(({ node }) => node.candidate.id);
  };
  const idOf = async ({ login }: Actor): Promise<string> => {
    const [row] = await app.db.rows<{ id: string }>('SELECT worker_id AS id FROM account WHERE login = $1', [login]);
    return row?.id ?? '';
  };
  const close = (needId: string): Promise<unknown> =>
    app.ask(
      `mutation ($input: EndNeedInput!) { cancelNeed(input: $input) { id } }`,
      { input: { needId } },
      { as: host.token },
    );

  it('is not proposed to whoever stated so, who alone can read it, and is again when they take it back', async () => {
    const worker = await actors.idleWorker();
    await app.ask(state, { input: { hazards: ['HEAVY', 'NIGHT'], until: inDays(90) } }, { as: worker.token });
    const heavy = await post({ hazards: ['HEAVY'] });
    expect(await proposed(heavy)).toEqual([]);
    const byNight = await post({ shift: 'NIGHT' });
    expect(await proposed(byNight)).toEqual([]);
    expect(await app.refusal(`{ myRestrictions { hazards } }`, {}, { as: host.token })).toBe('FORBIDDEN');
    await app.ask(state, { input: { hazards: [] } }, { as: worker.token });
    expect([...(await proposed(heavy)), ...(await proposed(byNight))]).toEqual([await idOf(worker)]);
    const kept = await app.db.rows<{ details: object }>(
      `SELECT details FROM audit_log WHERE action = 'worker.set-restrictions'`,
    );
    expect(kept).toEqual([{ details: {} }, { details: {} }]);
    await close(heavy);
    await close(byNight);
    await app.ask(
      `mutation ($input: CloseMyAvailabilityInput!) { closeMyAvailability(input: $input) { id } }`,
      { input: { availabilityId: await availabilityOf(worker) } },
      { as: worker.token },
    );
  });

  const availabilityOf = async (worker: Actor): Promise<string> => {
    const [row] = await app.db.rows<{ id: string }>(`SELECT id FROM availability WHERE worker_id = $1`, [
      await idOf(worker),
    ]);
    return row?.id ?? '';
  };

  it('hazardous work is not for minors, other work is; it cannot be applied for, an offer of it not be accepted, and only they are told why', async () => {
    const year = new Date().getFullYear() - 17;
    const minor = await actors.worker({
      person: { name: '林小苗', phone: mobile(), idNumber: residentId(`${String(year)}0101`), ...places.near },
    });
    const as = { as: minor.token };
    const skills = [{ occupationId: 'GJ:RT-WEAVE', level: 3 }];
    await app.ask(
      `mutation ($input: SetMySkillsInput!) { setMySkills(input: $input) { id } }`,
      { input: { skills } },
      as,
    );
    await app.ask(
      `mutation ($input: SetMyAvailabilityInput!) { setMyAvailability(input: $input) { id } }`,
      { input: availability() },
      as,
    );
    const toxic = await post({ hazards: ['TOXIC'] });
    expect(await proposed(toxic)).toEqual([]);
    const apply = `mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id } }`;
    const refused = await app.call(apply, { input: { idempotencyKey: key(), needId: toxic } }, as);
    expect(refused.errors?.[0]).toMatchObject({
      extensions: { code: 'RULE_VIOLATED', fields: [{ path: 'input.needId' }] },
    });
    const shown = await app.ask<{ openWork: { edges: { node: object }[] } }>(
      `{ openWork { edges { node { id hazards isBarredToMe } } } }`,
      {},
      as,
    );
    expect(shown.openWork.edges.map(({ node }) => node)).toEqual([
      { id: toxic, hazards: ['TOXIC'], isBarredToMe: true },
    ]);
    const { need: seen } = await app.ask<{ need: object }>(
      `query ($id: ID!) { need(id: $id) { actions } }`,
      { id: toxic },
      as,
    );
    expect(seen).toEqual({ actions: [] });
    const harmless = await post({});
    const applied = await app.ask<{ applyForNeed: { id: string } }>(
      apply,
      { input: { idempotencyKey: key(), needId: harmless } },
      as,
    );
    const { makeOffer } = await app.ask<{ makeOffer: { id: string } }>(
      `mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }`,
      { input: { idempotencyKey: key(), applicationId: applied.applyForNeed.id } },
      { as: host.token },
    );
    await app.db.rows(`UPDATE labour_need SET hazards = '{toxic}' WHERE id = $1`, [harmless]);
    const { errors } = await app.call(
      `mutation ($input: OfferInput!) { acceptOffer(input: $input) { id } }`,
      { input: { offerId: makeOffer.id } },
      as,
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'RULE_VIOLATED' } });
    expect(errors?.[0]?.message).toContain('not told why');
    await close(toxic);
    await close(harmless);
  });

  it('is not stated until a day that is over', async () => {
    const worker = await actors.idleWorker();
    const { errors } = await app.call(
      state,
      { input: { hazards: ['HEAVY'], until: inDays(-1) } },
      { as: worker.token },
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'VALIDATION_FAILED', fields: [{ path: 'input.until' }] } });
  });

  it('R2 R3 nobody is proposed beyond their labour contract, nor when dispatched', async () => {
    const lender = await actors.enterprise('安溪原单位');
    const { workerId } = await lentWorker(app, lender);
    const deals = new Deals(app, host, lender);
    await deals.contract(workerId, { isDispatched: true });
    const needId = await post({ wageFen: 3000 });
    expect(await proposed(needId)).not.toContain(workerId);
    await deals.contract(workerId, { endsOn: inDays(20) });
    const another = await post({ wageFen: 3000 });
    expect([...(await proposed(needId)), ...(await proposed(another))]).not.toContain(workerId);
    await deals.contract(workerId);
    const third = await post({ wageFen: 3000 });
    const all = [...(await proposed(needId)), ...(await proposed(another)), ...(await proposed(third))];
    expect(all).toContain(workerId);
  });
});
