import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, Clock } from '../../src/platform/clock/clock.js';
import { PlacementExtensions } from '../../src/labour/extensions/extension.service.js';
import { Penalties } from '../../src/labour/penalties/penalty.service.js';
import { PlacementReturns } from '../../src/labour/returns/return.service.js';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { type Loan, loanOf } from '../support/standing-loan.js';

const requestReturn = `mutation ($input: RequestReturnInput!) { requestReturn(input: $input) { id state effectiveOn awaited actions } }`;
const agreeReturn = `mutation ($input: ReturnInput!) { agreeReturn(input: $input) { state awaited effectiveOn } }`;
const declineReturn = `mutation ($input: ReturnInput!) { declineReturn(input: $input) { state } }`;
const objectToReturn = `mutation ($input: ObjectToReturnInput!) { objectToReturn(input: $input) { state objection } }`;
const placementReturns = `{ placementReturns { edges { node { id state objection actions } } } }`;
const workersReturning = `{ workersReturning { edges { node { placementId returnsOn reason acknowledgedAt isPlacedAgain candidate { person { name } } } } } }`;
const acknowledgeReturn = `mutation ($input: PlacementInput!) { acknowledgeReturn(input: $input) { acknowledgedAt } }`;
const requestReplacement = `mutation ($input: RequestReplacementInput!) { requestReplacement(input: $input) { id state actions } }`;
const endPlacement = `mutation ($input: PlacementInput!) { endPlacement(input: $input) { state } }`;
const reportNoShow = `mutation ($input: PlacementInput!) { reportNoShow(input: $input) { state } }`;
const penalties = `{ penalties { edges { node { id kind state startsOn endsOn isInForce appeal decision actions } } } }`;
const appealPenalty = `mutation ($input: AppealPenaltyInput!) { appealPenalty(input: $input) { state isInForce } }`;
const decidePenalty = `mutation ($input: DecidePenaltyInput!) { decidePenalty(input: $input) { state isInForce } }`;
const proposeExtension = `mutation ($input: ProposeExtensionInput!) { proposeExtension(input: $input) { id state awaited } }`;
const agreeExtension = `mutation ($input: ExtensionInput!) { agreeExtension(input: $input) { state awaited actions } }`;
const declineExtension = `mutation ($input: ExtensionInput!) { declineExtension(input: $input) { state } }`;
const placementExtensions = `{ placementExtensions { edges { node { id state } } } }`;
const pausePlacement = `mutation ($input: PausePlacementInput!) { pausePlacement(input: $input) { id startsOn endsOn pausedBy } }`;
const resumePlacement = `mutation ($input: PlacementInput!) { resumePlacement(input: $input) { resumedAt } }`;
const placements = `{ placements { edges { node { id state endsOn actions pauses { startsOn reason resumedAt } } } } }`;

type Nodes = { edges: { node: Record<string, unknown> }[] };

let app: TestApp;
let returns: PlacementReturns;
beforeAll(async () => {
  app = await TestApp.start();
  returns = app.api.get(PlacementReturns);
});
afterAll(() => app.close());

const as = (actor: Actor) => ({ as: actor.token });
const nodesOf = async (query: string, actor: Actor) =>
  Object.values(await app.ask<Record<string, Nodes>>(query, {}, as(actor))).flatMap(({ edges }) =>
    edges.map(({ node }) => node),
  );
const ask = async (query: string, input: object, actor: Actor) =>
  Object.values(await app.ask<Record<string, Record<string, unknown>>>(query, { input }, as(actor)))[0] ?? {};
const rulesOf = async (query: string, input: object, actor: Actor): Promise<unknown> => {
  const { errors } = await app.call(query, { input }, as(actor));
  return errors?.map(
    ({ extensions }) =>
      (extensions as { rules?: { id: string }[] }).rules?.map(({ id }) => id).join() ?? extensions.code,
  );
};
const returnOf = (loan: Loan, reason: string, evidence = '') => ({
  ...{ idempotencyKey: key(), placementId: loan.placementId, reason, note: '', evidence },
});
const seatsOf = async ({ needId }: Loan): Promise<unknown> =>
  (
    await app.db.rows(
      `SELECT n.seats_taken AS taken, f.accepted, f.placed FROM labour_need n JOIN labour_need_fill f ON f.need_id = n.id WHERE n.id = $1`,
      [needId],
    )
  )[0];
/** Runs `work` with the clock moved, and moves it back. */
async function later(ms: number, work: () => Promise<void>): Promise<void> {
  const clock = app.api.get(Clock);
  clock.shift(ms);
  try {
    await work();
  } finally {
    clock.shift(-ms);
  }
}

describe('early return', () => {
  it('R19 a worker whose host breaks its duties returns at once; nobody is asked, and the lender must place them', async () => {
    const loan = await loanOf(app);
    const input = returnOf(loan, 'NO_PROTECTIVE_EQUIPMENT');
    const first = await ask(requestReturn, input, loan.worker);
    expect(first).toMatchObject({ state: 'EFFECTIVE', effectiveOn: inDays(0), awaited: [], actions: [] });
    expect(await ask(requestReturn, input, loan.worker)).toEqual(first);
    expect(await nodesOf(placements, loan.worker)).toMatchObject([{ state: 'ENDED_EARLY', endsOn: inDays(0) }]);
    expect(await rulesOf(declineReturn, { returnId: first['id'] }, loan.lender)).toEqual(['ILLEGAL_TRANSITION']);
    expect(await nodesOf(workersReturning, loan.lender)).toMatchObject([
      { placementId: loan.placementId, returnsOn: inDays(1), reason: 'DUTY_BREACHED', isPlacedAgain: false },
    ]);
    const acknowledged = await ask(acknowledgeReturn, { placementId: loan.placementId }, loan.lender);
    expect(acknowledged['acknowledgedAt']).toEqual(expect.any(String));
    expect(await rulesOf(acknowledgeReturn, { placementId: loan.placementId }, loan.host)).toEqual(['NOT_FOUND']);
    const events = await app.db.rows<{ name: string }>(
      `SELECT name FROM outbox_event WHERE payload->>'placementId' = $1 ORDER BY id`,
      [loan.placementId],
    );
    expect(events.map(({ name }) => name)).toEqual([
      ...['labour.return.requested', 'labour.placement.ended', 'labour.return.effective'],
    ]);
  });

  it('R19 no host or lender can use a worker’s reasons', async () => {
    const loan = await loanOf(app);
    expect(await rulesOf(requestReturn, returnOf(loan, 'UNPAID'), loan.host)).toEqual(['R21']);
    expect(await rulesOf(requestReturn, returnOf(loan, 'UNPAID'), loan.lender)).toEqual(['R20']);
  });

  it('R20 a worker who does not suit returns when all three have said yes', async () => {
    const loan = await loanOf(app);
    const asked = await ask(requestReturn, returnOf(loan, 'UNSUITED'), loan.host);
    expect(asked).toMatchObject({ state: 'WAITING', awaited: ['LENDER', 'WORKER'], actions: ['DECLINE'] });
    expect(await rulesOf(requestReturn, returnOf(loan, 'UNSUITED'), loan.worker)).toEqual(['CONFLICT']);
    const input = { returnId: asked['id'] };
    expect(await rulesOf(agreeReturn, input, loan.host)).toEqual(['CONFLICT']);
    expect(await ask(agreeReturn, input, loan.worker)).toMatchObject({ state: 'WAITING', awaited: ['LENDER'] });
    expect(await nodesOf(placements, loan.worker)).toMatchObject([{ state: 'ACTIVE' }]);
    expect(await ask(agreeReturn, input, loan.lender)).toMatchObject({ state: 'EFFECTIVE', effectiveOn: inDays(0) });
    expect(await nodesOf(placements, loan.worker)).toMatchObject([{ state: 'ENDED_EARLY' }]);
  });

  it('R20 one no ends the request, and so do three days of silence', async () => {
    const loan = await loanOf(app);
    const first = await ask(requestReturn, returnOf(loan, 'UNSUITED'), loan.worker);
    expect(await ask(declineReturn, { returnId: first['id'] }, loan.host)).toEqual({ state: 'DECLINED' });
    const second = await ask(requestReturn, returnOf(loan, 'UNSUITED'), loan.worker);
    await later(73 * HOUR_MS, async () => {
      expect(await returns.expirePast()).toBe(1);
      expect(await returns.expirePast()).toBe(0);
    });
    expect(await nodesOf(placementReturns, loan.worker)).toMatchObject([{ id: second['id'], state: 'EXPIRED' }, {}]);
    expect(await nodesOf(placements, loan.worker)).toMatchObject([{ state: 'ACTIVE' }]);
  });

  it('R21 a host cannot end a loan by itself, nor send back without a case and evidence', async () => {
    const loan = await loanOf(app);
    expect(await rulesOf(endPlacement, { placementId: loan.placementId }, loan.host)).toEqual(['R21']);
    expect(await rulesOf(requestReturn, returnOf(loan, 'INCOMPETENCE'), loan.host)).toEqual(['R21']);
    expect(await rulesOf(requestReturn, returnOf(loan, 'AGREED_CASE', 'late'), loan.host)).toEqual(['R21']);
    expect(await rulesOf(requestReturn, returnOf(loan, 'INCOMPETENCE', 'x'), loan.worker)).toEqual(['R19']);
  });

  it('R21 sending back takes effect after the agreed notice; the worker may object, and the bureau sees it', async () => {
    const loan = await loanOf(app, { terms: { returnCases: '一周内三次迟到', returnNoticeDays: 3 } });
    const sent = await ask(requestReturn, returnOf(loan, 'AGREED_CASE', '考勤表'), loan.host);
    expect(sent).toMatchObject({ state: 'DUE', effectiveOn: inDays(3) });
    const objection = { returnId: sent['id'], objection: '考勤机坏了' };
    expect(await ask(objectToReturn, objection, loan.worker)).toMatchObject({ state: 'DUE', objection: '考勤机坏了' });
    expect(await rulesOf(objectToReturn, objection, loan.worker)).toEqual(['CONFLICT']);
    const actors = new Actors(app);
    const [here, elsewhere] = [await actors.officer('GB2260:350524'), await actors.officer('GB2260:350582')];
    expect(await nodesOf(placementReturns, here)).toMatchObject([{ id: sent['id'], actions: [] }]);
    expect(await nodesOf(placementReturns, elsewhere)).toEqual([]);
    expect(await returns.takeDue()).toBe(0);
    await later(3 * DAY_MS, async () => {
      expect(await returns.takeDue()).toBe(1);
      expect(await returns.takeDue()).toBe(0);
    });
    expect(await nodesOf(placements, loan.worker)).toMatchObject([{ state: 'ENDED_EARLY', endsOn: inDays(3) }]);
    expect(await nodesOf(workersReturning, loan.lender)).toMatchObject([{ reason: 'SENT_BACK', returnsOn: inDays(4) }]);
  });
});

describe('somebody else', () => {
  it('the seat of whoever went early is given back once, when the host asks', async () => {
    const loan = await loanOf(app);
    const input = { idempotencyKey: key(), placementId: loan.placementId, note: '' };
    expect(await rulesOf(requestReplacement, input, loan.host)).toEqual(['CONFLICT']);
    await ask(requestReturn, returnOf(loan, 'UNSAFE_CONDITIONS'), loan.worker);
    expect(await seatsOf(loan)).toEqual({ taken: 1, accepted: 1, placed: 0 });
    const again = { ...input, idempotencyKey: key() };
    expect(await ask(requestReplacement, again, loan.host)).toMatchObject({
      state: 'ENDED_EARLY',
      actions: ['REPORT_INJURY', 'WRITE_REVIEW'],
    });
    await ask(requestReplacement, again, loan.host);
    expect(await rulesOf(requestReplacement, { ...input, idempotencyKey: key() }, loan.host)).toEqual(['CONFLICT']);
    expect(await rulesOf(requestReplacement, { ...input, idempotencyKey: key() }, loan.lender)).toEqual(['NOT_FOUND']);
    expect(await seatsOf(loan)).toEqual({ taken: 0, accepted: 0, placed: 0 });
    await app.db.rows('DELETE FROM worker_booking WHERE offer_id = $1', [loan.offerId]);
    expect(await seatsOf(loan)).toEqual({ taken: 0, accepted: 0, placed: 0 });
  });
});

describe('a no-show', () => {
  it('is dated, can be appealed, and is suspended while an officer has not decided', async () => {
    const loan = await loanOf(app, { state: 'planned' });
    await ask(reportNoShow, { placementId: loan.placementId }, loan.host);
    expect(await ask(reportNoShow, { placementId: loan.placementId }, loan.host)).toEqual({ state: 'NO_SHOW' });
    expect(await seatsOf(loan)).toEqual({ taken: 0, accepted: 0, placed: 0 });
    const [penalty] = await nodesOf(penalties, loan.worker);
    expect(penalty).toMatchObject({
      kind: 'NO_SHOW',
      state: 'PROPOSED',
      endsOn: inDays(29),
      isInForce: true,
      actions: ['APPEAL'],
    });
    expect(await nodesOf(penalties, loan.host)).toEqual([]);
    const id = { penaltyId: penalty?.['id'] };
    const actors = new Actors(app);
    const [here, elsewhere] = [await actors.officer('GB2260:350524'), await actors.officer('GB2260:350582')];
    const decision = { ...id, decision: 'LIFT', reason: '公交停运' };
    expect(await rulesOf(decidePenalty, decision, here)).toEqual(['CONFLICT']);
    expect(await ask(appealPenalty, { ...id, appeal: '公交停运' }, loan.worker)).toEqual({
      state: 'APPEALED',
      isInForce: false,
    });
    expect(await rulesOf(decidePenalty, decision, elsewhere)).toEqual(['NOT_FOUND']);
    expect(await ask(decidePenalty, decision, here)).toEqual({ state: 'LIFTED', isInForce: false });
  });

  it('stands when nobody appeals in three days, and never without an end', async () => {
    const loan = await loanOf(app, { state: 'planned' });
    await ask(reportNoShow, { placementId: loan.placementId }, loan.host);
    await later(73 * HOUR_MS, async () => {
      expect(await app.api.get(Penalties).upholdPast()).toBe(1);
      expect(await app.api.get(Penalties).upholdPast()).toBe(0);
    });
    expect(await nodesOf(penalties, loan.worker)).toMatchObject([{ state: 'UPHELD', actions: [] }]);
    await expect(
      app.db.rows('UPDATE penalty SET ends_on = starts_on + 181 WHERE placement_id = $1', [loan.placementId]),
    ).rejects.toThrow('penalty_is_dated');
  });

  it('is not reported of whom something was recorded, nor before the first day', async () => {
    const tomorrow = await loanOf(app, { state: 'planned', startsOn: inDays(1) });
    expect(await rulesOf(reportNoShow, { placementId: tomorrow.placementId }, tomorrow.host)).toEqual(['CONFLICT']);
    const loan = await loanOf(app, { state: 'planned' });
    await app.db.rows(
      `INSERT INTO attendance_day (id, placement_id, worker_id, host_id, day, method, state) VALUES ($1, $1, $2, $3, $4, 'list', 'recorded')`,
      [loan.placementId, loan.workerId, loan.host.enterpriseId, inDays(0)],
    );
    expect(await rulesOf(reportNoShow, { placementId: loan.placementId }, loan.host)).toEqual(['CONFLICT']);
  });
});

describe('an extension', () => {
  it('R22 moves the end when host, lender and worker have said yes, and the worker’s consent with it', async () => {
    const loan = await loanOf(app);
    const input = { idempotencyKey: key(), placementId: loan.placementId, newEndsOn: inDays(45) };
    const proposed = await ask(proposeExtension, input, loan.host);
    expect(proposed).toMatchObject({ state: 'WAITING', awaited: ['LENDER', 'WORKER'] });
    const id = { extensionId: proposed['id'] };
    expect(await ask(agreeExtension, id, loan.lender)).toEqual({
      state: 'WAITING',
      awaited: ['WORKER'],
      actions: ['DECLINE'],
    });
    expect(await nodesOf(placements, loan.worker)).toMatchObject([{ endsOn: inDays(30) }]);
    expect(await ask(agreeExtension, id, loan.worker)).toEqual({ state: 'AGREED', awaited: [], actions: [] });
    expect(await nodesOf(placements, loan.worker)).toMatchObject([{ endsOn: inDays(45) }]);
    const [kept] = await app.db.rows(
      `SELECT upper(b.period)::text AS upto, c.ends_on::text AS consented FROM worker_booking b, consent c WHERE b.offer_id = $1 AND c.id = $2`,
      [loan.offerId, loan.consentId],
    );
    expect(kept).toEqual({ upto: inDays(46), consented: inDays(45) });
  });

  it('R22 beyond the agreement it is amended first; R2 beyond the labour contract there is no loan', async () => {
    const loan = await loanOf(app);
    const upTo = (newEndsOn: string) => ({ idempotencyKey: key(), placementId: loan.placementId, newEndsOn });
    expect(await rulesOf(proposeExtension, upTo(inDays(61)), loan.host)).toEqual(['R22']);
    await app.db.rows('UPDATE employment SET ends_on = $2 WHERE worker_id = $1', [loan.workerId, inDays(40)]);
    expect(await rulesOf(proposeExtension, upTo(inDays(41)), loan.lender)).toEqual(['R2']);
    expect(await rulesOf(proposeExtension, upTo(inDays(20)), loan.host)).toEqual(['VALIDATION_FAILED']);
  });

  it('R22 one no or silence leaves the end where it was', async () => {
    const loan = await loanOf(app);
    const input = () => ({ idempotencyKey: key(), placementId: loan.placementId, newEndsOn: inDays(45) });
    const first = await ask(proposeExtension, input(), loan.lender);
    expect(await ask(declineExtension, { extensionId: first['id'] }, loan.worker)).toEqual({ state: 'DECLINED' });
    await ask(proposeExtension, input(), loan.host);
    await later(73 * HOUR_MS, async () => {
      expect(await app.api.get(PlacementExtensions).expirePast()).toBe(1);
      expect(await app.api.get(PlacementExtensions).expirePast()).toBe(0);
    });
    expect(await nodesOf(placementExtensions, loan.worker)).toMatchObject([
      { state: 'EXPIRED' },
      { state: 'DECLINED' },
    ]);
    expect(await nodesOf(placements, loan.worker)).toMatchObject([{ endsOn: inDays(30) }]);
  });
});

describe('a pause', () => {
  it('stops the work for some days, is seen by the worker, and can end before its time', async () => {
    const loan = await loanOf(app);
    const input = {
      placementId: loan.placementId,
      startsOn: inDays(0),
      endsOn: inDays(5),
      reason: 'STOPPAGE',
      note: '',
    };
    const paused = await ask(pausePlacement, { ...input, idempotencyKey: key() }, loan.host);
    expect(paused).toMatchObject({ pausedBy: 'HOST', endsOn: inDays(5) });
    expect(await rulesOf(pausePlacement, { ...input, idempotencyKey: key() }, loan.lender)).toEqual(['CONFLICT']);
    expect(await nodesOf(placements, loan.lender)).toMatchObject([
      {
        state: 'ACTIVE',
        actions: expect.arrayContaining(['RESUME']),
        pauses: [{ reason: 'STOPPAGE', resumedAt: null }],
      },
    ]);
    await ask(resumePlacement, { placementId: loan.placementId }, loan.lender);
    expect(await rulesOf(resumePlacement, { placementId: loan.placementId }, loan.host)).toEqual(['CONFLICT']);
    expect(await nodesOf(placements, loan.worker)).toMatchObject([{ pauses: [{ resumedAt: expect.any(String) }] }]);
  });
});
