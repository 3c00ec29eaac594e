import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { type Actor, Actors, type EnterpriseActor, need, surplus } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';

const papers = `query ($id: ID!) { enterprise(id: $id) { papers {
  legalRepresentative handlerName licence { id mediaType byteCount sha256 } } } }`;
const complete = `mutation ($input: CompleteMyRegistrationInput!) { completeMyRegistration(input: $input) {
  papers { legalRepresentative handlerName } } }`;
const decide = `mutation ($input: DecideEnterpriseInput!) { decideEnterprise(input: $input) { verification } }`;
const publishNeed = `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`;
const publishSurplus = `mutation ($input: PublishSurplusInput!) { publishSurplus(input: $input) { id } }`;
const importSanctions = `mutation ($input: ImportSanctionsInput!) { importSanctions(input: $input) {
  row sanctionId isNew enterpriseId problem { code field } } }`;
const liftSanction = `mutation ($input: LiftSanctionInput!) { liftSanction(input: $input) { liftedAt liftReason actions } }`;
const sanctions = `query ($inForce: Boolean) { sanctions(inForce: $inForce) { edges { node {
  id list reason source startsOn endsOn liftedAt actions } } } }`;
const makeOffer = `mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id } }`;
const acceptOffer = `mutation ($input: OfferInput!) { acceptOffer(input: $input) { state } }`;
const offerActions = `query ($id: ID!) { offer(id: $id) { actions } }`;

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a licence')]);

describe('verifying an enterprise', () => {
  let app: TestApp;
  let enterprise: EnterpriseActor;
  let officer: Actor;
  let elsewhere: Actor;

  const upload = async (
    as: Actor,
    bytes: Buffer,
    field = 'file',
  ): Promise<{ status: number; body: { id: string } }> => {
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(bytes)], { type: 'image/svg+xml' }), '../../licence.html');
    const response = await fetch(`${app.url}/files/licence`, {
      method: 'POST',
      headers: { authorization: `Bearer ${as.token}` },
      body: form,
    });
    return { status: response.status, body: (await response.json()) as { id: string } };
  };
  const download = (id: string, as: Actor): Promise<Response> =>
    fetch(`${app.url}/files/${id}`, { headers: { authorization: `Bearer ${as.token}` } });
  const seen = async (as: Actor) =>
    (
      await app.ask<{ enterprise: { papers: { licence: { id: string } | null } | null } }>(
        papers,
        { id: enterprise.enterpriseId },
        { as: as.token },
      )
    ).enterprise.papers;

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    enterprise = await actors.unverifiedEnterprise();
    officer = await actors.officer('GB2260:350524');
    elsewhere = await actors.officer('GB2260:110000');
  });
  afterAll(() => app.close());

  it('R30 without the image of a licence, the officer says how it was seen', async () => {
    const input = { enterpriseId: enterprise.enterpriseId, decision: 'VERIFY' };
    const { errors } = await app.call(decide, { input }, { as: officer.token });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'input.note' }] });
  });

  it('R30 the owner says who stands behind it; only the bureau sees that', async () => {
    const input = { legalRepresentative: '王建国', handlerName: '李梅' };
    expect(await app.ask(complete, { input }, { as: enterprise.token })).toEqual({
      completeMyRegistration: { papers: input },
    });
    expect(await seen(officer)).toMatchObject({ ...input, licence: null });
    expect(await app.refusal(papers, { id: enterprise.enterpriseId }, { as: elsewhere.token })).toBe('NOT_FOUND');
    expect(await app.db.rows(`SELECT 1 FROM audit_log WHERE details::text LIKE '%王建国%'`)).toEqual([]);
  });

  it('a licence is a PNG, a JPEG or a PDF of two megabytes at most, whatever it is called', async () => {
    expect((await upload(enterprise, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).status).toBe(422);
    expect((await upload(enterprise, Buffer.concat([png, Buffer.alloc(2_000_000)]))).status).toBe(422);
    expect((await upload(officer, png)).status).toBe(403);
    const [first, again] = [await upload(enterprise, png), await upload(enterprise, png)];
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(await seen(enterprise)).toMatchObject({
      licence: { id: first.body.id, mediaType: 'image/png', byteCount: png.length },
    });
  });

  it('it is downloaded, never shown, by its enterprise and by the officers of its jurisdiction', async () => {
    const id = (await seen(officer))?.licence?.id ?? '';
    for (const reader of [enterprise, officer]) {
      const response = await download(id, reader);
      expect(response.status).toBe(200);
      expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
      expect(response.headers.get('content-disposition')).toBe('attachment; filename="licence.png"');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
    const stranger = await new Actors(app).enterprise();
    for (const reader of [stranger, elsewhere]) {
      const [theirs, random] = [await download(id, reader), await download(v7(), reader)];
      expect([theirs.status, random.status]).toEqual([404, 404]);
    }
    expect((await download('..%2f', officer)).status).toBe(404);
    expect((await fetch(`${app.url}/files/${id}`)).status).toBe(401);
  });

  it('R30 with the licence there, a note is not needed, and the registration is fixed', async () => {
    const input = { enterpriseId: enterprise.enterpriseId, decision: 'VERIFY' };
    expect(await app.ask(decide, { input }, { as: officer.token })).toEqual({
      decideEnterprise: { verification: 'VERIFIED' },
    });
    const people = { legalRepresentative: '另一人', handlerName: '另一人' };
    expect(await app.refusal(complete, { input: people }, { as: enterprise.token })).toBe('CONFLICT');
    const stranger = await new Actors(app).enterprise();
    expect(await seen(stranger)).toBeNull();
  });
});

describe('lists of those that may not deal', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let officer: Actor;
  let elsewhere: Actor;
  let worker: Actor;
  let code: string;
  let needId: string;
  let offerId: string;
  const row = (changes: object = {}): object => ({
    registrationCode: code,
    list: 'WAGE_ARREARS',
    reason: '拖欠工资 32 万元',
    source: '泉人社欠薪告〔2026〕3 号',
    startsOn: inDays(0),
    ...changes,
  });
  const bring = async (as: Actor, rows: object[], idempotencyKey = key()) =>
    (
      await app.ask<{ importSanctions: { sanctionId: string; isNew: boolean; problem: object | null }[] }>(
        importSanctions,
        { input: { idempotencyKey, rows } },
        { as: as.token },
      )
    ).importSanctions;
  const proposed = () => app.db.rows(`SELECT 1 FROM proposal WHERE need_id = $1 AND state = 'proposed'`, [needId]);

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    host = await actors.enterprise();
    [officer, elsewhere] = [await actors.officer('GB2260:350524'), await actors.officer('GB2260:110000')];
    worker = await actors.idleWorker('GJ:RT-WEAVE', 4);
    await actors.idleWorker('GJ:RT-WEAVE', 3);
    const [stored] = await app.db.rows<{ registration_code: string }>(
      'SELECT registration_code FROM enterprise WHERE id = $1',
      [host.enterpriseId],
    );
    code = stored?.registration_code ?? '';
    const posted = await app.ask<{ publishNeed: { id: string } }>(publishNeed, { input: need() }, { as: host.token });
    needId = posted.publishNeed.id;
    await app.settle();
    const [first] = await app.db.rows<{ id: string }>(
      `SELECT p.id FROM proposal p JOIN account a ON a.worker_id = p.worker_id WHERE a.login = $1`,
      [worker.login],
    );
    const made = await app.ask<{ makeOffer: { id: string } }>(
      makeOffer,
      { input: { idempotencyKey: key(), proposalId: first?.id } },
      { as: host.token },
    );
    offerId = made.makeOffer.id;
  });
  afterAll(() => app.close());

  it('a bureau bars nobody outside its jurisdiction', async () => {
    expect(await bring(elsewhere, [row()])).toMatchObject([{ isNew: true, enterpriseId: null, problem: null }]);
    await app.ask(publishNeed, { input: need({ headcount: 1 }) }, { as: host.token });
  });

  it('rows are taken in one by one; the same again is the same', async () => {
    const rows = [
      row({ startsOn: inDays(30) }),
      row({ registrationCode: '91350524MA0000000' }),
      row({ endsOn: inDays(-1) }),
      row(),
    ];
    const used = key();
    const outcomes = await bring(officer, rows, used);
    expect(outcomes).toMatchObject([
      { row: 0, isNew: true, enterpriseId: host.enterpriseId, problem: null },
      { row: 1, sanctionId: null, problem: { code: 'VALIDATION_FAILED', field: 'input.rows.1.registrationCode' } },
      { row: 2, sanctionId: null, problem: { code: 'VALIDATION_FAILED', field: 'input.rows.2.endsOn' } },
      { row: 3, isNew: true, enterpriseId: host.enterpriseId, problem: null },
    ]);
    expect(await bring(officer, rows, used)).toEqual(outcomes);
    expect(await bring(officer, [row()])).toMatchObject([{ isNew: false, sanctionId: outcomes[3]?.sanctionId }]);
    const { sanctions: list } = await app.ask<{ sanctions: { edges: { node: object }[] } }>(
      sanctions,
      { inForce: true },
      { as: officer.token },
    );
    expect(list.edges).toMatchObject([{ node: { id: outcomes[3]?.sanctionId, actions: ['LIFT'] } }]);
  });

  it('R30 who is on one can neither publish nor offer, and is told list and reason', async () => {
    const { errors } = await app.call(publishNeed, { input: need() }, { as: host.token, language: 'zh-CN' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATED', rules: [{ id: 'R30' }] });
    expect(errors?.[0]?.message).toContain('拖欠农民工工资失信名单');
    expect(errors?.[0]?.message).toContain('拖欠工资 32 万元');
    const bar = `{ myEnterprise { dealingBar } }`;
    const told = await app.ask<{ myEnterprise: { dealingBar: string } }>(bar, {}, { as: host.token });
    expect(told.myEnterprise.dealingBar).toContain('the list of enterprises that owe wages');
    const seen = `query ($id: ID!) { enterprise(id: $id) { dealingBar } }`;
    expect(await app.ask(seen, { id: host.enterpriseId }, { as: worker.token })).toEqual({
      enterprise: { dealingBar: null },
    });
    expect(await app.refusal(publishSurplus, { input: surplus() }, { as: host.token })).toBe('RULE_VIOLATED');
    const [standing] = await app.db.rows<{ id: string }>(
      `SELECT id FROM proposal WHERE need_id = $1 ORDER BY state = 'proposed' DESC LIMIT 1`,
      [needId],
    );
    const input = { idempotencyKey: key(), proposalId: standing?.id };
    expect(await app.refusal(makeOffer, { input }, { as: host.token })).toMatch(/RULE_VIOLATED|CONFLICT/);
  });

  it('R30 an offer of it cannot be concluded either, and its actions say so', async () => {
    expect(await app.refusal(acceptOffer, { input: { offerId } }, { as: worker.token })).toBe('RULE_VIOLATED');
    expect(await app.ask(offerActions, { id: offerId }, { as: worker.token })).toEqual({
      offer: { actions: ['DECLINE'] },
    });
  });

  it('R30 it is out of the matching and of the public list of work', async () => {
    await app.settle();
    expect(await proposed()).toEqual([]);
    expect(await app.db.rows('SELECT 1 FROM labour_demand WHERE host_id = $1', [host.enterpriseId])).toEqual([]);
  });

  it('R30 once its bureau lifts it, all is as before', async () => {
    const { sanctions: list } = await app.ask<{ sanctions: { edges: { node: { id: string } }[] } }>(
      sanctions,
      { inForce: true },
      { as: officer.token },
    );
    const input = { sanctionId: list.edges[0]?.node.id, reason: '工资已付清' };
    expect(await app.refusal(liftSanction, { input }, { as: elsewhere.token })).toBe('NOT_FOUND');
    expect(await app.ask(liftSanction, { input }, { as: officer.token })).toMatchObject({
      liftSanction: { liftReason: '工资已付清', actions: [] },
    });
    expect(await app.refusal(liftSanction, { input }, { as: officer.token })).toBe('CONFLICT');
    await app.settle();
    expect(await proposed()).not.toEqual([]);
    expect(await app.ask(acceptOffer, { input: { offerId } }, { as: worker.token })).toEqual({
      acceptOffer: { state: 'CONFIRMED' },
    });
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
  });
});
