import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, Actors, type EnterpriseActor, surplus } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key, mobile, residentId } from '../support/facts.js';

const publishSurplus = `mutation ($input: PublishSurplusInput!) { publishSurplus(input: $input) { id } }`;
const nameWorker = `mutation ($input: NameSurplusWorkerInput!) { nameSurplusWorker(input: $input) {
  claimCode consent { id startsOn endsOn radiusM } } }`;
const refuseConsent = `mutation ($input: ConsentInput!) { refuseConsent(input: $input) { state } }`;
const grantConsent = `mutation ($input: ConsentInput!) { grantConsent(input: $input) { state } }`;
const askAgain = `mutation ($input: AskConsentAgainInput!) { askConsentAgain(input: $input) { id state startsOn endsOn radiusM } }`;
const consents = `{ consents { edges { node { id state actions } } } }`;

interface Asked {
  id: string;
  state: string;
  startsOn: string;
  endsOn: string;
  radiusM: number;
}

describe('asking a worker for consent again', () => {
  let app: TestApp;
  let lender: EnterpriseActor;
  let worker: Actor;
  let first: Asked;
  let second: Asked;

  const ask = async (consentId: string, idempotencyKey = key()): Promise<Asked> =>
    (
      await app.ask<{ askConsentAgain: Asked }>(
        askAgain,
        { input: { idempotencyKey, consentId } },
        { as: lender.token },
      )
    ).askConsentAgain;
  const refused = (consentId: string, as: Actor = lender): Promise<string> =>
    app.refusal(askAgain, { input: { idempotencyKey: key(), consentId } }, { as: as.token });
  const actionsOf = async (id: string): Promise<string[] | undefined> => {
    const answer = await app.ask<{ consents: { edges: { node: { id: string; actions: string[] } }[] } }>(
      consents,
      {},
      { as: lender.token },
    );
    return answer.consents.edges.find(({ node }) => node.id === id)?.node.actions;
  };

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    lender = await actors.enterprise();
    await app.ask(publishSurplus, { input: surplus({ headcount: 1 }) }, { as: lender.token });
    const [head] = await app.db.rows<{ id: string }>('SELECT id FROM worker WHERE home_enterprise_id = $1', [
      lender.enterpriseId,
    ]);
    const person = { name: '陈阿华', phone: mobile(), idNumber: residentId() };
    const { nameSurplusWorker: named } = await app.ask<{ nameSurplusWorker: { claimCode: string; consent: Asked } }>(
      nameWorker,
      { input: { idempotencyKey: key(), workerId: head?.id, person } },
      { as: lender.token },
    );
    first = named.consent;
    worker = await actors.worker({ claimCode: named.claimCode });
  });
  afterAll(() => app.close());

  it('R5 a worker who said no is left in peace for seven days', async () => {
    expect(await refused(first.id)).toBe('CONFLICT');
    await app.ask(refuseConsent, { input: { consentId: first.id } }, { as: worker.token });
    expect(await refused(first.id)).toBe('RULE_VIOLATED');
    expect(await actionsOf(first.id)).toEqual([]);
    await app.db.rows(`UPDATE consent SET decided_at = now() - interval '7 days' WHERE id = $1`, [first.id]);
    expect(await actionsOf(first.id)).toEqual(['ASK_AGAIN']);
    expect(await refused(first.id, await new Actors(app).enterprise())).toBe('NOT_FOUND');
  });

  it('then the same is asked anew, once', async () => {
    const used = key();
    second = await ask(first.id, used);
    expect(second).toMatchObject({
      state: 'REQUESTED',
      startsOn: first.startsOn,
      endsOn: first.endsOn,
      radiusM: first.radiusM,
    });
    expect(second.id).not.toBe(first.id);
    expect((await ask(first.id, used)).id).toBe(second.id);
    expect(await refused(first.id)).toBe('CONFLICT');
    expect(await refused(second.id)).toBe('CONFLICT');
  });

  it('at once where nobody answered; the answer is the worker’s', async () => {
    await app.db.rows(`UPDATE consent SET state = 'expired', decided_at = now() WHERE id = $1`, [second.id]);
    const third = await ask(second.id);
    expect(await app.ask(grantConsent, { input: { consentId: third.id } }, { as: worker.token })).toEqual({
      grantConsent: { state: 'GRANTED' },
    });
    expect(await actionsOf(second.id)).toEqual([]);
  });
});
