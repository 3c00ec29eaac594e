import { afterAll, beforeAll, expect, it } from 'vitest';
import { InjuryClocks } from '../../src/labour/injuries/injury-clock.service.js';
import { Clock, DAY_MS } from '../../src/platform/clock/clock.js';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { type Loan, loanOf } from '../support/standing-loan.js';

const fields = `id state fileBy workerMayFileUntil isDueSoon isOverdue hospital costFen hostPercent hostShareFen employerShareFen actions`;
const reportInjury = `mutation ($input: ReportInjuryInput!) { reportInjury(input: $input) { ${fields} } }`;
const advanceInjury = `mutation ($input: AdvanceInjuryInput!) { advanceInjury(input: $input) { ${fields} } }`;
const injuries = `{ injuries { edges { node { ${fields} } } } }`;

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly fileBy: string;
}

let app: TestApp;
let loan: Loan;
beforeAll(async () => {
  app = await TestApp.start();
  loan = await loanOf(app, { startsOn: inDays(-5) });
});
afterAll(() => app.close());

const as = (actor: Actor) => ({ as: actor.token });
const accident = (of: Loan) => ({
  ...{ idempotencyKey: key(), placementId: of.placementId, occurredOn: inDays(-1), time: '09:30' },
  ...{
    place: '二号车间',
    task: '焊接',
    description: '手部烫伤',
    protection: '无手套',
    hospital: '县医院',
    witness: '',
  },
});
const report = async (of: Loan, actor: Actor): Promise<Shown> =>
  (await app.ask<{ reportInjury: Shown }>(reportInjury, { input: accident(of) }, as(actor))).reportInjury;
const seenBy = async (actor: Actor): Promise<Shown[]> =>
  (await app.ask<{ injuries: { edges: { node: Shown }[] } }>(injuries, {}, as(actor))).injuries.edges.map(
    ({ node }) => node,
  );
const advance = async (injuryId: string, step: string, actor: Actor, more: object = {}): Promise<object> =>
  (await app.ask<{ advanceInjury: object }>(advanceInjury, { input: { injuryId, step, ...more } }, as(actor)))
    .advanceInjury;

it('R14 injury clock: whoever reports, everyone concerned sees both dates, and the bureau of the place', async () => {
  const injury = await report(loan, loan.worker);
  expect(injury).toMatchObject({ state: 'REPORTED', fileBy: inDays(29), isDueSoon: false, actions: ['APPLIED'] });
  for (const party of [loan.host, loan.lender, loan.worker])
    expect(await seenBy(party)).toMatchObject([{ id: injury.id, hospital: '县医院' }]);
  const actors = new Actors(app);
  expect(await seenBy(await actors.officer('GB2260:350524'))).toMatchObject([{ id: injury.id }]);
  expect(await seenBy(await actors.officer('GB2260:350582'))).toEqual([]);
  expect(await seenBy(await actors.enterprise())).toEqual([]);
});

it('R13 the cost is shared as the agreement says, to the fen', async () => {
  const of = await loanOf(app, { startsOn: inDays(-5) });
  const { id } = await report(of, of.lender);
  const wrong = { input: { injuryId: id, step: 'APPLIED' } };
  expect(await app.refusal(advanceInjury, wrong, as(of.host))).toBe('FORBIDDEN');
  expect(await advance(id, 'APPLIED', of.lender)).toMatchObject({ state: 'APPLIED', actions: ['DECIDED'] });
  expect(await app.refusal(advanceInjury, { input: { injuryId: id, step: 'DECIDED' } }, as(of.lender))).toBe(
    'VALIDATION_FAILED',
  );
  await advance(id, 'DECIDED', of.lender, { decisionNumber: '安人社工认〔2026〕1号', isRecognised: true });
  const paid = await advance(id, 'COMPENSATED', of.lender, { costFen: 10_001 });
  expect(paid).toMatchObject({ hostPercent: 30, hostShareFen: 3000, employerShareFen: 7001, costFen: 10_001 });
  expect(await advance(id, 'COMPENSATED', of.lender, { costFen: 1 })).toEqual(paid);
  expect(await advance(id, 'CLOSED', of.lender)).toMatchObject({ state: 'CLOSED', actions: [] });
});

it('R13 without an agreed share nothing is shared', async () => {
  const of = await loanOf(app, { startsOn: inDays(-5), terms: { injuryHostPercent: null } });
  const { id } = await report(of, of.lender);
  await advance(id, 'APPLIED', of.lender);
  await advance(id, 'DECIDED', of.lender, { decisionNumber: '2', isRecognised: true });
  const { errors } = await app.call(
    advanceInjury,
    { input: { injuryId: id, step: 'COMPENSATED', costFen: 5 } },
    as(of.lender),
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATED', rules: [{ id: 'R13' }] });
});

it('R14 injury clock: what nobody files for is due soon on day 20 and overdue on day 31, told once each', async () => {
  const clocks = app.api.get(InjuryClocks);
  const clock = app.api.get(Clock);
  const [open] = await seenBy(loan.worker);
  const days = async (day: number): Promise<[number, number]> => {
    // The accident was yesterday.
    clock.shift((day - 1) * DAY_MS);
    const marked: [number, number] = [await clocks.markDueSoon(), await clocks.markOverdue()];
    clock.shift(-(day - 1) * DAY_MS);
    return marked;
  };
  expect(await days(19)).toEqual([0, 0]);
  expect(await days(20)).toEqual([1, 0]);
  expect(await days(20)).toEqual([0, 0]);
  expect(await seenBy(loan.lender)).toMatchObject([{ id: open?.id, isDueSoon: true, isOverdue: false }]);
  expect(await days(30)).toEqual([0, 0]);
  expect(await days(31)).toEqual([0, 1]);
  expect(await days(31)).toEqual([0, 0]);
  const events = await app.db.rows<{ name: string }>(
    `SELECT name FROM outbox_event WHERE payload->>'injuryId' = $1 ORDER BY id`,
    [open?.id],
  );
  expect(events.map(({ name }) => name)).toEqual([
    ...['labour.injury.reported', 'labour.injury.due-soon', 'labour.injury.overdue'],
  ]);
});

it('an injury tells nothing of the person in audit or events', async () => {
  const [kept] = await app.db.rows<{ text: string }>(
    `SELECT (SELECT string_agg(details::text, '') FROM audit_log) || (SELECT string_agg(payload::text, '') FROM outbox_event) AS text`,
  );
  for (const secret of ['手部烫伤', '县医院', '焊接']) expect(kept?.text).not.toContain(secret);
});
