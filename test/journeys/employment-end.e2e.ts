import { afterAll, beforeAll, expect, it } from 'vitest';
import { Actors, type Actor, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { type Loan, loanOf } from '../support/standing-loan.js';

const endEmployment = `mutation ($input: EndEmploymentInput!) { endEmployment(input: $input) { workerId endedOn reason } }`;
const declareLenderLost = `mutation ($input: DeclareLenderLostInput!) { declareLenderLost(input: $input) { enterpriseId reason lostOn declaredAt } }`;
const applyForNeed = `mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id kind } }`;
const makeOffer = `mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { id kind } }`;
const acceptOffer = `mutation ($input: OfferInput!) { acceptOffer(input: $input) { state } }`;

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

const as = (actor: Actor) => ({ as: actor.token });
const ended = (loan: Loan, changes: object = {}) => ({
  input: { idempotencyKey: key(), workerId: loan.workerId, endedOn: inDays(0), reason: 'RESIGNED', ...changes },
});
const placementOf = async ({ placementId }: Loan): Promise<unknown> =>
  (await app.db.rows('SELECT state, ends_on::text AS "endsOn" FROM placement WHERE id = $1', [placementId]))[0];

it('R23 a host cannot hire a lent worker itself until the lender states that the contract ended; then it can', async () => {
  const loan = await loanOf(app);
  const { publishNeed: posted } = await app.ask<{ publishNeed: { id: string } }>(
    'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
    { input: need({ startsOn: inDays(1) }) },
    as(loan.host),
  );
  const applied = async (): Promise<{ id: string; kind: string }> =>
    (
      await app.ask<{ applyForNeed: { id: string; kind: string } }>(
        applyForNeed,
        { input: { idempotencyKey: key(), needId: posted.id } },
        as(loan.worker),
      )
    ).applyForNeed;
  const interest = await applied();
  expect(interest.kind).toBe('INTEREST');
  const hire = (applicationId: string) => ({ input: { idempotencyKey: key(), applicationId } });
  expect(await app.refusal(makeOffer, hire(interest.id), as(loan.host))).toBe('NOT_FOUND');
  expect(await app.refusal(endEmployment, ended(loan), as(loan.host))).toBe('NOT_FOUND');

  expect(await app.refusal(endEmployment, ended(loan, { endedOn: inDays(1) }), as(loan.lender))).toBe(
    'VALIDATION_FAILED',
  );
  const statement = ended(loan);
  const first = await app.ask(endEmployment, statement, as(loan.lender));
  expect(await app.ask(endEmployment, statement, as(loan.lender))).toEqual(first);
  expect(await placementOf(loan)).toEqual({ state: 'ended_early', endsOn: inDays(0) });

  const direct = await applied();
  expect(direct.kind).toBe('DIRECT');
  const offered = await app.ask<{ makeOffer: { id: string; kind: string } }>(makeOffer, hire(direct.id), as(loan.host));
  expect(offered.makeOffer.kind).toBe('DIRECT');
  expect(await app.ask(acceptOffer, { input: { offerId: offered.makeOffer.id } }, as(loan.worker))).toEqual({
    acceptOffer: { state: 'CONFIRMED' },
  });
  const [employment] = await app.db.rows('SELECT ended_on::text, end_reason FROM employment WHERE worker_id = $1', [
    loan.workerId,
  ]);
  expect(employment).toEqual({ ended_on: inDays(0), end_reason: 'resigned' });
  const [left] = await app.db.rows(
    `SELECT (SELECT count(*)::int FROM consent WHERE worker_id = $1 AND state IN ('requested', 'granted')) AS consents,
            (SELECT count(*)::int FROM worker_return WHERE worker_id = $1) AS returns`,
    [loan.workerId],
  );
  expect(left).toEqual({ consents: 0, returns: 0 });
});

it('R24 when a bureau finds the lender lost, all of its loans stop that day, and its people are free', async () => {
  const first = await loanOf(app, { startsOn: inDays(-10) });
  const second = await loanOf(app, { state: 'planned', startsOn: inDays(1), parties: first });
  const actors = new Actors(app);
  const [here, elsewhere] = [await actors.officer('GB2260:350524'), await actors.officer('GB2260:350582')];
  const input = {
    enterpriseId: first.lender.enterpriseId,
    lostOn: inDays(-1),
    reason: 'BANKRUPT',
    note: '(2026)闽05破1号',
  };
  expect(await app.refusal(declareLenderLost, { input }, as(elsewhere))).toBe('NOT_FOUND');
  expect(await app.refusal(declareLenderLost, { input }, as(first.host))).toBe('FORBIDDEN');
  const declared = await app.ask(declareLenderLost, { input }, as(here));
  expect(await app.ask(declareLenderLost, { input }, as(here))).toEqual(declared);
  expect(await placementOf(first)).toEqual({ state: 'ended_early', endsOn: inDays(-1) });
  expect(await placementOf(second)).toMatchObject({ state: 'cancelled' });
  const workers = await app.db.rows('SELECT home_enterprise_id FROM worker WHERE id = ANY($1)', [
    [first.workerId, second.workerId],
  ]);
  expect(workers).toEqual([{ home_enterprise_id: null }, { home_enterprise_id: null }]);
  const [event] = await app.db.rows(`SELECT payload FROM outbox_event WHERE name = 'labour.lender.lost'`);
  expect(event).toMatchObject({ payload: { enterpriseId: first.lender.enterpriseId } });
});

it('R36 an employer that dismisses many is told what the law asks, and that lending avoids it; nothing is refused', async () => {
  const first = await loanOf(app);
  const others: Loan[] = [];
  for (let n = 0; n < 4; n++) others.push(await loanOf(app, { parties: first }));
  const told: string[][] = [];
  for (const loan of [first, ...others]) {
    const { endEmployment: end } = await app.ask<{ endEmployment: { findings: { rule: { id: string } }[] } }>(
      `mutation ($input: EndEmploymentInput!) { endEmployment(input: $input) { findings { rule { id clause } message } } }`,
      ended(loan, { reason: 'DISMISSED' }),
      as(first.lender),
    );
    told.push(end.findings.map(({ rule }) => rule.id));
  }
  expect(told).toEqual([[], [], [], [], ['R36']]);
});
