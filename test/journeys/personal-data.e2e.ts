import { afterAll, beforeAll, expect, it } from 'vitest';
import { PersonalData } from '../../src/labour/personal-data/personal-data.service.js';
import { Clock, DAY_MS } from '../../src/platform/clock/clock.js';
import { type Actor, Actors, password } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { lastMonth, lend, work } from '../support/loans.js';
import { loanOf } from '../support/standing-loan.js';

const erase = `mutation ($input: EraseMyAccountInput!) { eraseMyAccount(input: $input) }`;
const endPlacement = (app: TestApp, id: string): Promise<unknown> =>
  app.db.rows(`UPDATE placement SET state = 'ended_early', ended_at = now() WHERE id = $1`, [id]);

let app: TestApp;
let actors: Actors;
beforeAll(async () => {
  app = await TestApp.start();
  actors = new Actors(app);
});
afterAll(() => app.close());

const input = { input: { password } };
const as = (actor: Actor): { as: string } => ({ as: actor.token });
const workerIdOf = async ({ login }: Actor): Promise<string> =>
  (await app.db.rows<{ id: string }>('SELECT worker_id AS id FROM account WHERE login = $1', [login]))[0]?.id ?? '';
const download = (token?: string): Promise<Response> =>
  fetch(`${app.url}/my/data.json`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
const codeOf = async (actor: Actor): Promise<unknown> => {
  const { errors } = await app.call(erase, input, { ...as(actor), language: 'en' });
  return errors?.[0]?.message;
};

it('R45 a worker takes a copy of all that is kept of them, and of nobody else', async () => {
  const [loan, other] = [await loanOf(app), await loanOf(app)];
  const file = await download(loan.worker.token);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  const copy = (await file.json()) as Record<string, { id: string }[]>;
  expect(copy['person']).toMatchObject({ name: '林小竹', idNumber: expect.stringContaining('*') });
  expect(copy['placements']).toMatchObject([{ id: loan.placementId, host: '安溪铁艺家居有限公司' }]);
  expect(copy['consents']).toMatchObject([{ id: loan.consentId, state: 'granted' }]);
  expect(copy['offers']).toMatchObject([{ id: loan.offerId }]);
  expect(copy['skills']).toEqual([{ occupationId: 'GJ:RT-WEAVE', level: 3 }]);
  expect(Object.keys(copy)).toEqual(
    expect.arrayContaining(['attendance', 'payLines', 'reviews', 'complaints', 'penalties', 'injuries']),
  );
  const text = JSON.stringify(copy);
  for (const theirs of [other.workerId, other.placementId, other.offerId, 'cipher', 'password'])
    expect(text).not.toContain(theirs);
});

it('R45 nobody else has a file: no enterprise, no officer, nobody who is not logged in', async () => {
  const [firm, officer] = [await actors.enterprise(), await actors.officer('GB2260:350524')];
  expect((await download()).status).toBe(401);
  for (const { token } of [firm, officer]) expect((await download(token)).status).toBe(403);
});

it('R45 an account is not erased under a deal, an offer, open pay or an injury, nor without the password', async () => {
  const loan = await loanOf(app);
  expect(await app.refusal(erase, { input: { password: 'wrong' } }, as(loan.worker))).toBe('VALIDATION_FAILED');
  expect(await codeOf(loan.worker)).toMatch(/work that has not ended/);
  await endPlacement(app, loan.placementId);
  const day = await work(app, loan.placementId, inDays(0));
  expect(await codeOf(loan.worker)).toMatch(/Pay of yours is still open/);
  await app.db.rows('DELETE FROM attendance_day WHERE id = $1', [day]);
  const accident = { occurredOn: inDays(0), time: '00:00', place: 'x', task: 'x', description: 'x' };
  const report = { idempotencyKey: key(), placementId: loan.placementId, ...accident };
  await app.ask(
    'mutation ($input: ReportInjuryInput!) { reportInjury(input: $input) { id } }',
    { input: report },
    as(loan.worker),
  );
  expect(await codeOf(loan.worker)).toMatch(/An injury of yours/);
});

it('R45 erasing takes away account, phone, skills and place; who was never placed leaves no name', async () => {
  const worker = await actors.idleWorker();
  const workerId = await workerIdOf(worker);
  expect(await app.ask(erase, input, as(worker))).toEqual({ eraseMyAccount: true });
  expect(await app.refusal(erase, input, as(worker))).toBe('UNAUTHENTICATED');
  const logIn = 'mutation ($input: LogInInput!) { logIn(input: $input) { accessToken } }';
  expect(await app.refusal(logIn, { input: { login: worker.login, password } })).toBe('UNAUTHENTICATED');
  expect(await app.db.rows('SELECT 1 FROM worker_person WHERE worker_id = $1', [workerId])).toEqual([]);
  expect(await app.db.rows('SELECT 1 FROM worker_skill WHERE worker_id = $1', [workerId])).toEqual([]);
  expect(await app.db.rows(`SELECT 1 FROM availability WHERE worker_id = $1 AND state = 'open'`, [workerId])).toEqual(
    [],
  );
  expect(await app.db.rows('SELECT 1 FROM account WHERE login = $1 OR email = $1', [worker.login])).toEqual([]);
});

it('R32 R45 what wages were paid for stays under its name, without a phone, until the legal term is over', async () => {
  const [host, lender] = [await actors.enterprise(), await actors.enterprise()];
  const worker = await actors.idleWorker();
  const workerId = await workerIdOf(worker);
  await app.db.rows('UPDATE worker SET home_enterprise_id = $2 WHERE id = $1', [workerId, lender.enterpriseId]);
  const facts = { hostId: host.enterpriseId, lenderId: lender.enterpriseId, workerIds: [workerId] };
  const { placementIds } = await lend(app, { ...facts, endsOn: lastMonth.endsOn });
  await endPlacement(app, placementIds.get(workerId) ?? '');
  await app.ask(erase, input, as(worker));
  const person = (): Promise<object[]> =>
    app.db.rows<object>('SELECT name, phone FROM worker_person WHERE worker_id = $1', [workerId]);
  expect(await person()).toEqual([{ name: '林小竹', phone: '' }]);
  const [clock, data] = [app.api.get(Clock), app.api.get(PersonalData)];
  const after = async (days: number): Promise<number> => {
    clock.shift(days * DAY_MS);
    const forgotten = await data.forgetOutlived();
    clock.shift(-days * DAY_MS);
    return forgotten;
  };
  expect(await after(3 * 365 - 2)).toBe(0);
  expect(await after(3 * 365 + 2)).toBe(1);
  expect(await after(3 * 365 + 2)).toBe(0);
  expect(await person()).toEqual([]);
  expect(await app.db.rows('SELECT 1 FROM placement WHERE worker_id = $1', [workerId])).toHaveLength(1);
});
