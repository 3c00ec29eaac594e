import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { Actors, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key } from '../support/facts.js';

const makeOffers = `mutation ($input: MakeOffersInput!) { makeOffers(input: $input) {
  proposalId offer { id state actions } problem { code message field } } }`;

interface Outcome {
  proposalId: string | null;
  offer: { id: string; state: string; actions: string[] } | null;
  problem: { code: string; message: string; field: string | null } | null;
}

describe('offers to many at once', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let proposalIds: string[];
  const input = { idempotencyKey: key(), items: [] as { proposalId?: string }[] };

  const make = async (changes: object = {}, language = 'en'): Promise<Outcome[]> =>
    (
      await app.ask<{ makeOffers: Outcome[] }>(
        makeOffers,
        { input: { ...input, ...changes } },
        { as: host.token, language },
      )
    ).makeOffers;

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    host = await actors.enterprise();
    for (let worker = 0; worker < 3; worker++) await actors.idleWorker();
    await app.ask(
      `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`,
      { input: need({ headcount: 3 }) },
      { as: host.token },
    );
    await app.settle();
    const rows = await app.db.rows<{ id: string }>(`SELECT id FROM proposal WHERE state = 'proposed' ORDER BY id`);
    proposalIds = rows.map(({ id }) => id);
  });
  afterAll(() => app.close());

  it('sends what can be sent, and says of the rest why not', async () => {
    const [first = '', second = ''] = proposalIds;
    input.items = [{ proposalId: second }, { proposalId: v7() }, {}, { proposalId: first }, { proposalId: second }];
    const outcomes = await make();
    expect(outcomes.map(({ proposalId }) => proposalId)).toEqual(input.items.map((item) => item.proposalId ?? null));
    expect(outcomes.map(({ offer }) => offer?.state ?? null)).toEqual(['SENT', null, null, 'SENT', null]);
    expect(outcomes[0]?.offer?.actions).toEqual(['WITHDRAW']);
    expect(outcomes.map(({ problem }) => problem && [problem.code, problem.field])).toEqual([
      null,
      ['NOT_FOUND', 'input.items.1.proposalId'],
      ['VALIDATION_FAILED', 'input.items.2.proposalId'],
      null,
      ['CONFLICT', 'input.items.4.proposalId'],
    ]);
  });

  it('answers the same again, in the language of whoever asks', async () => {
    const before = await app.db.rows('SELECT id FROM offer');
    const [english, chinese] = [await make(), await make({}, 'zh-CN')];
    expect(chinese.map(({ offer }) => offer?.id)).toEqual(english.map(({ offer }) => offer?.id));
    expect(chinese[4]?.problem?.message).toBe('该推荐已失效。');
    expect(english[4]?.problem?.message).toBe('This proposal is no longer current.');
    expect(await app.db.rows('SELECT id FROM offer')).toEqual(before);
    const others = { items: [{ proposalId: proposalIds[2] }] };
    const as = { as: host.token };
    expect(await app.refusal(makeOffers, { input: { ...input, ...others } }, as)).toBe('CONFLICT');
  });

  it('takes no more than a hundred, and leaves an unbroken audit trail', async () => {
    const items = Array.from({ length: 101 }, () => ({ proposalId: v7() }));
    const as = { as: host.token };
    expect(await app.refusal(makeOffers, { input: { idempotencyKey: key(), items } }, as)).toBe('VALIDATION_FAILED');
    expect(await app.refusal(makeOffers, { input: { idempotencyKey: key(), items: [] } }, as)).toBe(
      'VALIDATION_FAILED',
    );
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
    const sent = await app.db.rows(`SELECT 1 FROM audit_log WHERE action = 'offer.send'`);
    expect(sent).toHaveLength(2);
  });
});
