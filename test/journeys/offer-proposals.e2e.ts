import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfferAnswers } from '../../src/labour/offers/offer-answer.service.js';
import { type Actor, Actors, type EnterpriseActor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { key } from '../support/facts.js';

const publishNeed = `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`;
const offerProposals = `mutation ($input: OfferProposalsInput!) { offerProposals(input: $input) {
  proposalId offer { id state } problem { code message field } } }`;
const declineOffer = `mutation ($input: OfferInput!) { declineOffer(input: $input) { state } }`;

interface Outcome {
  proposalId: string;
  offer: { id: string; state: string } | null;
  problem: { code: string; message: string; field: string | null } | null;
}

describe('offers to whoever is proposed', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let needId: string;
  const workers: Actor[] = [];

  const offer = async (input: object, as: Actor = host): Promise<Outcome[]> =>
    (
      await app.ask<{ offerProposals: Outcome[] }>(
        offerProposals,
        { input: { idempotencyKey: key(), needId, ...input } },
        { as: as.token },
      )
    ).offerProposals;
  const proposed = () =>
    app.db.rows<{ id: string }>(
      `SELECT id FROM proposal WHERE need_id = $1 AND state = 'proposed' ORDER BY score DESC, id`,
      [needId],
    );

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    host = await actors.enterprise();
    for (const level of [2, 3, 4, 5]) workers.push(await actors.idleWorker('GJ:RT-WEAVE', level));
    const posted = await app.ask<{ publishNeed: { id: string } }>(
      publishNeed,
      { input: need({ headcount: 3 }) },
      { as: host.token },
    );
    needId = posted.publishNeed.id;
    await app.settle();
  });
  afterAll(() => app.close());

  it('takes the best first, no more than asked for', async () => {
    const best = await proposed();
    expect(best).toHaveLength(3);
    const input = { idempotencyKey: key(), limit: 2 };
    const outcomes = await offer(input);
    expect(outcomes.map(({ proposalId }) => proposalId)).toEqual(best.slice(0, 2).map(({ id }) => id));
    expect(outcomes.map((outcome) => outcome.offer?.state)).toEqual(['SENT', 'SENT']);
    expect(await offer(input)).toEqual(outcomes);
    expect(await app.refusal(offerProposals, { input: { ...input, needId, limit: 3 } }, { as: host.token })).toBe(
      'CONFLICT',
    );
  });

  it('never offers more seats than are free', async () => {
    await app.settle();
    expect(await offer({ limit: 100 })).toHaveLength(1);
    await app.settle();
    expect(await offer({})).toEqual([]);
  });

  it('a seat that is declined, and one whose offer expires, are proposed and offered again', async () => {
    const [first, second] = await app.db.rows<{ id: string; worker_id: string }>(
      `SELECT o.id, o.worker_id FROM offer o WHERE state = 'sent' ORDER BY id LIMIT 2`,
    );
    const declining = await app.db.rows<{ login: string }>('SELECT login FROM account WHERE worker_id = $1', [
      first?.worker_id,
    ]);
    const worker = workers.find(({ login }) => login === declining[0]?.login);
    await app.ask(declineOffer, { input: { offerId: first?.id } }, { as: worker?.token ?? '' });
    await app.db.rows(`UPDATE offer SET expires_at = now() - interval '1 minute' WHERE id = $1`, [second?.id]);
    await app.jobs.get(OfferAnswers).expirePast();
    await app.settle();
    expect(await proposed()).toHaveLength(2);
    const outcomes = await offer({});
    expect(outcomes.map((outcome) => outcome.offer?.state)).toEqual(['SENT', 'SENT']);
  });

  it('one worker who cannot be offered a seat does not hold back the others', async () => {
    // As if the process that keeps the market were slow: the proposals stay what they are.
    await app.db.rows(`UPDATE market_lease SET owner = gen_random_uuid(), until = now() + interval '1 hour'`);
    await app.db.rows(`UPDATE offer SET state = 'withdrawn', decided_at = now() WHERE state = 'sent'`);
    await app.db.rows(
      `UPDATE proposal SET state = 'proposed' WHERE id IN (SELECT proposal_id FROM offer WHERE state = 'withdrawn' ORDER BY id DESC LIMIT 2)`,
    );
    const [gone] = await proposed();
    await app.db.rows(
      `UPDATE availability SET state = 'closed' WHERE worker_id = (SELECT worker_id FROM proposal WHERE id = $1)`,
      [gone?.id],
    );
    const outcomes = await offer({});
    expect(outcomes.map((outcome) => outcome.offer?.state ?? outcome.problem)).toEqual([
      { code: 'CONFLICT', message: 'This proposal is no longer current.', field: null },
      'SENT',
    ]);
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
    await app.db.rows('DELETE FROM market_lease');
  });

  it('only its host may', async () => {
    const stranger = await new Actors(app).enterprise();
    const input = { idempotencyKey: key(), needId };
    expect(await app.refusal(offerProposals, { input }, { as: stranger.token })).toBe('NOT_FOUND');
  });
});
