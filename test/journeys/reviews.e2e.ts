import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishReviews } from '../../src/labour/reviews/review.jobs.js';
import { ReviewPublication } from '../../src/labour/reviews/review-publication.service.js';
import { Clock, DAY_MS } from '../../src/platform/clock/clock.js';
import { type Actor, Actors, type EnterpriseActor, surplus } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { Deals, type Hire } from '../support/deals.js';
import { key, mobile, residentId } from '../support/facts.js';

const writeReview = `mutation ($input: WriteReviewInput!) { writeReview(input: $input) { id kind state } }`;
const reviews = `query ($placementId: ID) { reviews(placementId: $placementId) { edges { node {
  id kind state punctuality paidOnTime text reply appeal decisionNote actions } } } }`;
const reply = `mutation ($input: ReplyToReviewInput!) { replyToReview(input: $input) { reply actions } }`;
const appeal = `mutation ($input: AppealReviewInput!) { appealReview(input: $input) { state actions } }`;
const decide = `mutation ($input: DecideReviewAppealInput!) { decideReviewAppeal(input: $input) { state decisionNote } }`;
const scorecard = `query ($id: ID!) { hostScorecard(enterpriseId: $id) {
  paidOnTime { mean count tooFew } termsKept { mean count } again { mean count } } }`;
const publishSurplus = `mutation ($input: PublishSurplusInput!) { publishSurplus(input: $input) { id } }`;
const nameWorker = `mutation ($input: NameSurplusWorkerInput!) { nameSurplusWorker(input: $input) { claimCode } }`;

interface Shown {
  id: string;
  kind: string;
  state: string;
  text: string;
  actions: string[];
}
const ofWorker = { punctuality: 5, skill: 4, safety: 5, again: 5, text: '手艺好，准时' };
const ofHost = { termsKept: 4, safety: 5, respect: 5, paidOnTime: 3, again: 4, text: '条件如约' };

describe('reviews', () => {
  let app: TestApp;
  let actors: Actors;
  let deals: Deals;
  let host: EnterpriseActor;
  let lender: EnterpriseActor;
  let worker: Actor;
  let officer: Actor;
  let hire: Hire;
  let workerReview: string;

  const write = async (as: Actor, placementId: string, scores: object): Promise<{ id: string; state: string }> =>
    (
      await app.ask<{ writeReview: { id: string; state: string } }>(
        writeReview,
        { input: { idempotencyKey: key(), placementId, ...scores } },
        { as: as.token },
      )
    ).writeReview;
  const refused = (as: Actor, placementId: string, scores: object): Promise<string> =>
    app.refusal(writeReview, { input: { idempotencyKey: key(), placementId, ...scores } }, { as: as.token });
  const seen = async (as: Actor, placementId?: string): Promise<Shown[]> => {
    const answer = await app.ask<{ reviews: { edges: { node: Shown }[] } }>(reviews, { placementId }, { as: as.token });
    return answer.reviews.edges.map(({ node }) => node);
  };
  const ratingOf = async (workerId: string): Promise<number | null | undefined> =>
    (await app.db.rows<{ rating: number | null }>('SELECT rating FROM worker WHERE id = $1', [workerId]))[0]?.rating;

  beforeAll(async () => {
    app = await TestApp.start();
    actors = new Actors(app);
    deals = new Deals(app);
    [host, lender] = [await actors.enterprise(), await actors.enterprise()];
    [worker, officer] = [await actors.idleWorker(), await actors.officer('GB2260:350524')];
    hire = await deals.hire(host, worker);
  });
  afterAll(() => app.close());

  it('are written once a placement has ended, by its parties, with the scores of their side', async () => {
    expect(await refused(host, hire.placementId, ofWorker)).toBe('CONFLICT');
    await deals.end(host, hire.placementId);
    expect(await refused(lender, hire.placementId, { paidOnTime: 1, termsKept: 1 })).toBe('NOT_FOUND');
    expect(await refused(await actors.idleWorker(), hire.placementId, ofHost)).toBe('NOT_FOUND');
    const { errors } = await app.call(
      writeReview,
      { input: { idempotencyKey: key(), placementId: hire.placementId, ...ofHost } },
      { as: host.token },
    );
    expect(errors?.[0]?.extensions.fields?.map(({ path }) => path)).toEqual([
      'input.punctuality',
      'input.skill',
      'input.termsKept',
      'input.respect',
      'input.paidOnTime',
    ]);
  });

  it('stay sealed until both have written', async () => {
    expect(await write(host, hire.placementId, ofWorker)).toMatchObject({ state: 'SEALED' });
    expect(await refused(host, hire.placementId, ofWorker)).toBe('CONFLICT');
    expect(await seen(worker)).toEqual([]);
    expect(await seen(host)).toMatchObject([{ kind: 'HOST_OF_WORKER', state: 'SEALED', actions: [] }]);
    expect(await ratingOf(hire.workerId)).toBeNull();
    expect(await write(worker, hire.placementId, ofHost)).toMatchObject({ state: 'PUBLISHED' });
    const byWorker = await seen(worker, hire.placementId);
    expect(byWorker.map(({ kind, state }) => [kind, state])).toEqual([
      ['WORKER_OF_HOST', 'PUBLISHED'],
      ['HOST_OF_WORKER', 'PUBLISHED'],
    ]);
    workerReview = byWorker[1]?.id ?? '';
    expect(await seen(host)).toHaveLength(2);
    expect(await seen(lender)).toEqual([]);
  });

  it('make the worker’s rating, which leans on 70 while there are few', async () => {
    expect(await ratingOf(hire.workerId)).toBe(76);
  });

  it('are replied to once, by whom they are about', async () => {
    const input = { reviewId: workerReview, text: '谢谢' };
    expect(await app.refusal(reply, { input }, { as: host.token })).toBe('NOT_FOUND');
    expect(await app.ask(reply, { input }, { as: worker.token })).toEqual({
      replyToReview: { reply: '谢谢', actions: ['APPEAL'] },
    });
    expect(await app.refusal(reply, { input }, { as: worker.token })).toBe('CONFLICT');
  });

  it('R44 a person decides on an appeal; meanwhile it is hidden and does not count', async () => {
    const input = { reviewId: workerReview, reason: '评分有误' };
    expect(await app.ask(appeal, { input }, { as: worker.token })).toEqual({
      appealReview: { state: 'APPEALED', actions: [] },
    });
    expect(await ratingOf(hire.workerId)).toBeNull();
    const elsewhere = await actors.officer('GB2260:110000');
    expect(await seen(elsewhere)).toEqual([]);
    expect(await seen(officer)).toMatchObject([
      { id: workerReview, appeal: '评分有误', actions: ['UPHOLD', 'REMOVE'] },
    ]);
    const decision = { reviewId: workerReview, decision: 'UPHELD', note: '评分与考勤相符' };
    expect(await app.refusal(decide, { input: decision }, { as: elsewhere.token })).toBe('NOT_FOUND');
    expect(await app.ask(decide, { input: decision }, { as: officer.token })).toEqual({
      decideReviewAppeal: { state: 'UPHELD', decisionNote: '评分与考勤相符' },
    });
    expect(await ratingOf(hire.workerId)).toBe(76);
    expect(await app.refusal(appeal, { input }, { as: worker.token })).toBe('ILLEGAL_TRANSITION');
  });

  it('of a loan are three; the lender’s waits for the host’s, and after seven days for nobody', async () => {
    const { publishSurplus: listing } = await app.ask<{ publishSurplus: { id: string } }>(
      publishSurplus,
      { input: surplus({ headcount: 1 }) },
      { as: lender.token },
    );
    const [head] = await app.db.rows<{ id: string }>(
      `SELECT a.worker_id AS id FROM availability a JOIN surplus_line l ON l.id = a.surplus_line_id WHERE l.listing_id = $1`,
      [listing.id],
    );
    const named = await app.ask<{ nameSurplusWorker: { claimCode: string } }>(
      nameWorker,
      {
        input: {
          idempotencyKey: key(),
          workerId: head?.id,
          person: { name: '陈阿华', phone: mobile(), idNumber: residentId() },
        },
      },
      { as: lender.token },
    );
    const lent = await actors.worker({ claimCode: named.nameSurplusWorker.claimCode });
    const loan = await deals.pastLoan(host, lender, head?.id ?? '');
    expect(await write(lender, loan, { paidOnTime: 2, termsKept: 3 })).toMatchObject({ state: 'SEALED' });
    expect(await write(lent, loan, ofHost)).toMatchObject({ state: 'SEALED' });
    expect(await seen(host, loan)).toEqual([]);
    const publication = app.jobs.get(ReviewPublication);
    expect(await publication.publishDue()).toBe(0);
    const clock = app.jobs.get(Clock);
    clock.shift(7 * DAY_MS);
    expect(await publication.publishDue()).toBe(2);
    expect(await publication.publishDue()).toBe(0);
    clock.shift(-7 * DAY_MS);
    expect(publishReviews.everyMs).toBe(60_000);
    expect((await seen(host, loan)).map(({ kind }) => kind).sort()).toEqual(['LENDER_OF_HOST', 'WORKER_OF_HOST']);
    await app.db.rows(`UPDATE placement SET ended_at = now() - interval '15 days' WHERE id = $1`, [loan]);
    expect(await refused(host, loan, ofWorker)).toBe('CONFLICT');
  });

  it('make a host’s scorecard, once three have scored', async () => {
    const shown = await app.ask<{ hostScorecard: object }>(scorecard, { id: host.enterpriseId }, { as: worker.token });
    expect(shown.hostScorecard).toEqual({
      paidOnTime: { mean: 2.7, count: 3, tooFew: false },
      termsKept: { mean: 3.7, count: 3 },
      again: { mean: null, count: 2 },
    });
    const { enterpriseId } = await actors.unverifiedEnterprise();
    expect(await app.refusal(scorecard, { id: enterpriseId }, { as: worker.token })).toBe('NOT_FOUND');
  });

  it('leave no words in events or in the trail, which is unbroken', async () => {
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
    expect(await app.db.rows(`SELECT 1 FROM outbox_event WHERE payload::text ~ '手艺|如约|评分'`)).toEqual([]);
    expect(await app.db.rows(`SELECT 1 FROM audit_log WHERE details::text ~ '手艺|如约|评分'`)).toEqual([]);
  });
});
