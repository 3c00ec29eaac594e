import { afterAll, beforeAll, expect, it } from 'vitest';
import { remindToSign } from '../../src/labour/agreements/agreement.jobs.js';
import { Negotiations } from '../../src/labour/agreements/negotiation.service.js';
import { expireNeeds, remindOfTerms } from '../../src/labour/labour.jobs.js';
import { remindOfSettlements } from '../../src/labour/settlements/settlement.jobs.js';
import { expireSurplus } from '../../src/labour/surplus/surplus.jobs.js';
import { DAY_MS } from '../../src/platform/clock/clock.js';
import { type Actor, need, surplus } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { later, startJob, toldTo as told } from '../support/inbox.js';
import { acceptedLoan } from '../support/loan.js';
import { lastMonth, work } from '../support/loans.js';
import { prepare, Settling } from '../support/settling.js';
import { loanOf } from '../support/standing-loan.js';

const publishNeed = `mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }`;
const applyForNeed = `mutation ($input: ApplyInput!) { applyForNeed(input: $input) { id } }`;
const publishSurplus = `mutation ($input: PublishSurplusInput!) { publishSurplus(input: $input) { id } }`;

let firm: Settling;
let app: TestApp;
beforeAll(async () => {
  firm = await Settling.start();
  ({ app } = firm);
});
afterAll(() => app.close());

const toldTo = (actor: Actor, kind: string) => told(app, actor, kind);
const ask = async (query: string, input: object, actor: Actor) =>
  Object.values(await app.ask<Record<string, { id: string }>>(query, { input }, { as: actor.token }))[0] ?? { id: '' };
const start = (job: typeof remindToSign) => startJob(app, job);

it('a payment that will be due is reminded of once, and so is a draft that nobody issued', async () => {
  const { id } = await firm.confirmed();
  await app.db.rows('UPDATE settlement SET host_pays_by = $2 WHERE id = $1', [id, inDays(2)]);
  const due = async () =>
    (await toldTo(firm.host, 'settlementDueSoon')).filter(({ link }) => link === `/settlements/${id}`);
  await start(remindOfSettlements);
  await start(remindOfSettlements);
  expect(await due()).toHaveLength(1);
  expect((await due())[0]?.text).toContain(inDays(2));
  const other = await firm.employee();
  const { agreementId, placementIds } = await firm.lend([other]);
  await work(app, placementIds.get(other.id), lastMonth.day(5));
  await firm.run(prepare, { agreementId, month: lastMonth.endsOn }, firm.lender);
  // Whatever day of the month it is today, the period is then over for more than three days.
  await later(app, 5 * DAY_MS, () => start(remindOfSettlements));
  await later(app, 5 * DAY_MS, () => start(remindOfSettlements));
  expect(await toldTo(firm.lender, 'settlementUnissued')).toHaveLength(1);
});

it('an agreement: the other side hears of terms, both of the text, its owners are reminded once, and it lapses', async () => {
  const { host, lender, needId, deals } = await acceptedLoan(app);
  const draft = await deals.drafted(needId);
  const link = `/agreements/${draft.id}`;
  expect(await toldTo(lender, 'termsProposed')).toMatchObject([{ link }]);
  expect(await toldTo(host, 'termsProposed')).toEqual([]);
  await app.db.rows(
    `UPDATE agreement SET state = 'issued', content_hash = repeat('a', 64), expires_at = now() + interval '20 hours' WHERE id = $1`,
    [draft.id],
  );
  await start(remindToSign);
  await start(remindToSign);
  for (const side of [host, lender]) {
    const [due, ...more] = await toldTo(side, 'signatureDue');
    expect(due?.text).toMatch(
      /^Agreement GJ-\d{4}-\d{6} is not signed by both and lapses at \d{4}-\d\d-\d\d \d\d:\d\d\.$/,
    );
    expect(more).toEqual([]);
  }
  await later(app, DAY_MS, () => app.jobs.get(Negotiations).expirePast());
  for (const side of [host, lender]) expect(await toldTo(side, 'negotiationLapsed')).toMatchObject([{ link }]);
});

it('terms that are not confirmed the day before: the worker, once', async () => {
  const loan = await loanOf(app, { startsOn: inDays(1), state: 'planned' });
  await start(remindOfTerms);
  await start(remindOfTerms);
  expect(await toldTo(loan.worker, 'termsUnconfirmed')).toMatchObject([{ link: '/my/placements' }]);
  expect(await toldTo(loan.host, 'termsUnconfirmed')).toEqual([]);
});

it('ends needs and surplus: their owners hear, and who waits for an answer', async () => {
  const [host, worker] = [await firm.actors.enterprise(), await firm.actors.idleWorker()];
  const { id: needId } = await ask(publishNeed, need(), host);
  await ask(applyForNeed, { idempotencyKey: key(), needId }, worker);
  await ask(publishSurplus, surplus(), firm.lender);
  await later(app, 200 * DAY_MS, async () => {
    await startJob(app, expireNeeds);
    await startJob(app, expireSurplus);
  });
  expect(await toldTo(host, 'needExpired')).toMatchObject([{ link: `/host/needs/${needId}` }]);
  expect(await toldTo(worker, 'needGone')).toHaveLength(1);
  expect(await toldTo(firm.lender, 'surplusExpired')).toHaveLength(1);
});
