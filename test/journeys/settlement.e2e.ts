import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draftSettlements, tellLateSettlements } from '../../src/labour/settlements/settlement.jobs.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { readTable } from '../../src/platform/spreadsheet/index.js';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { agreedTerms, lastMonth, lend, type Lent, work } from '../support/loans.js';

const step = (name: string, type: string): string =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { id state payFen contributionsFen reimbursementsFen totalFen hostPaidFen hostOpenFen leftOutDays disputedBy } }`;
const prepare = step('prepareSettlement', 'PrepareSettlementInput');
const issue = step('issueSettlement', 'IssueSettlementInput');
const reissue = step('reissueSettlement', 'IssueSettlementInput');
const confirm = step('confirmSettlement', 'SettlementInput');
const dispute = step('disputeSettlement', 'DisputeSettlementInput');
const payHost = step('recordHostPayment', 'RecordHostPaymentInput');
const payWorkers = step('recordWorkerPayments', 'RecordWorkerPaymentsInput');
const prove = `mutation ($input: RecordInsuranceProofInput!) { recordInsuranceProof(input: $input) { id month } }`;
const object = `mutation ($input: ObjectToLineInput!) { objectToLine(input: $input) { id state actions } }`;
const answerObjection = `mutation ($input: AnswerObjectionInput!) { answerObjection(input: $input) { id state correctionFen } }`;
const settlementQuery = `query ($id: ID!) { settlement(id: $id) { id state totalFen actions late findings { rule severity message }
  hostPayments { voucher amountFen } insuranceProofs { month }
  lines(first: 50) { edges { node { id days carriedDays placementDays wageFen overtimeFen restDayFen holidayFen correctionFen payFen
    contributionsFen reimbursementsFen totalFen paidToWorkerFen candidate { id person { name } } findings { rule } objections { id } } } } } }`;
const myPayLines = `{ myPayLines { edges { node { id payFen actions period { state settlementId } payments { voucher } objections { state answer } lender { name } } } } }`;

interface Line {
  readonly id: string;
  readonly payFen: number;
  readonly totalFen: number;
  readonly correctionFen: number;
  readonly carriedDays: number;
  readonly candidate: { readonly id: string };
}
interface Seen {
  readonly state: string;
  readonly totalFen: number;
  readonly actions: string[];
  readonly late: string[];
  readonly findings: { rule: string | null; severity: string; message: string }[];
  readonly lines: { edges: { node: Line }[] };
}
type Step = Record<string, { id: string; state: string; totalFen: number; payFen: number; hostOpenFen: number }>;

let app: TestApp;
let actors: Actors;
let host: EnterpriseActor;
let lender: EnterpriseActor;
let workers: { actor: Actor; id: string }[];

beforeAll(async () => {
  app = await TestApp.start();
  actors = new Actors(app);
  [host, lender] = [await actors.enterprise('安溪用工有限公司'), await actors.enterprise('安溪原单位有限公司')];
  workers = [await employee(), await employee()];
});
afterAll(() => app.close());

async function employee(): Promise<{ actor: Actor; id: string }> {
  const actor = await actors.idleWorker();
  const [row] = await app.db.rows<{ id: string }>(
    `UPDATE worker SET home_enterprise_id = $2 WHERE id = (SELECT worker_id FROM account WHERE login = $1) RETURNING id`,
    [actor.login, lender.enterpriseId],
  );
  return { actor, id: row?.id ?? '' };
}

const run = async (query: string, input: object, actor: Actor) =>
  Object.values(await app.ask<Step>(query, { input }, { as: actor.token }))[0] ?? {
    id: '',
    state: '',
    totalFen: 0,
    payFen: 0,
    hostOpenFen: 0,
  };
const no = async (query: string, input: object, actor: Actor) => {
  const { errors } = await app.call(query, { input }, { as: actor.token });
  return { ...errors?.[0]?.extensions, message: errors?.[0]?.message };
};
const see = async (id: string, actor: Actor = lender): Promise<Seen> =>
  (await app.ask<{ settlement: Seen }>(settlementQuery, { id }, { as: actor.token })).settlement;
const linesOf = (seen: Seen): Line[] => seen.lines.edges.map(({ node }) => node);
const rules = (seen: Seen): (string | null)[] => seen.findings.map(({ rule }) => rule);
const paid = (lineId: string, amountFen: number, changes: object = {}): object => ({
  ...{ lineId, amountFen, voucher: key(), paidOn: inDays(0), toOwnAccount: true },
  ...changes,
});

/** A loan of one new worker with two days of work, issued and confirmed. */
async function confirmed(terms: object = agreedTerms()) {
  const one = await employee();
  const loan = await lend(app, {
    hostId: host.enterpriseId,
    lenderId: lender.enterpriseId,
    workerIds: [one.id],
    terms,
  });
  for (const day of [5, 6]) await work(app, loan.placementIds.get(one.id), lastMonth.day(day));
  const { id } = await run(prepare, { agreementId: loan.agreementId, month: lastMonth.endsOn }, lender);
  await run(issue, { settlementId: id }, lender);
  await run(confirm, { settlementId: id }, host);
  const [line] = linesOf(await see(id));
  if (!line) throw new Error('no line');
  return { id, line, worker: one, ...loan };
}

describe('a month of a loan is settled', () => {
  let loan: Lent;
  let id: string;
  const names = (index: number): string | undefined => loan.placementIds.get(workers[index]?.id ?? '');

  it('from attendance and terms, by either side, computed anew while it is a draft', async () => {
    loan = await lend(app, {
      ...{ hostId: host.enterpriseId, lenderId: lender.enterpriseId, workerIds: workers.map((worker) => worker.id) },
    });
    await work(app, names(0), lastMonth.day(3), { overtime: 60 });
    await work(app, names(0), lastMonth.day(4), { normal: 0, restDay: 120 });
    await work(app, names(1), lastMonth.day(3), { normal: 0, holiday: 60 });
    const month = { agreementId: loan.agreementId, month: lastMonth.day(9) };
    const first = await run(prepare, month, host);
    expect(first).toMatchObject({ state: 'DRAFT', payFen: 19_200 + 3600 + 9600 + 7200 });
    await work(app, names(1), lastMonth.day(5));
    const again = await run(prepare, month, lender);
    expect(again).toMatchObject({ id: first.id, payFen: first.payFen + 19_200, contributionsFen: 240_000 });
    expect(again).toMatchObject({ reimbursementsFen: 90_000, totalFen: again.payFen + 330_000 });
    id = again.id;
    const mine = await app.ask<{ myPayLines: { edges: object[] } }>(
      myPayLines,
      {},
      { as: workers[0]?.actor.token ?? '' },
    );
    expect(mine.myPayLines.edges).toEqual([]);
  });

  it('for nobody else it exists', async () => {
    const stranger = await actors.enterprise();
    expect(await app.refusal(settlementQuery, { id }, { as: stranger.token })).toBe('NOT_FOUND');
    const month = { agreementId: loan.agreementId, month: lastMonth.endsOn };
    expect(await no(prepare, month, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await no(issue, { settlementId: id }, host)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await no(confirm, { settlementId: id }, lender)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not issued while days are open, unless they are left to the next', async () => {
    await work(app, names(0), lastMonth.day(6), { state: 'disputed' });
    expect(await no(issue, { settlementId: id }, lender)).toMatchObject({ code: 'CONFLICT' });
    expect((await see(id)).actions).toEqual(['PREPARE', 'ISSUE', 'RECORD_INSURANCE_PROOF']);
    const issued = await run(issue, { settlementId: id, leaveOut: true }, lender);
    expect(issued).toMatchObject({ state: 'ISSUED', leftOutDays: 1 });
    expect(await run(issue, { settlementId: id, leaveOut: true }, lender)).toMatchObject({ state: 'ISSUED' });
  });

  it('holds its days from then on', async () => {
    const change = app.db.rows(`UPDATE attendance_day SET normal_minutes = 1 WHERE settlement_id = $1`, [id]);
    await expect(change).rejects.toMatchObject({ driverError: { constraint: 'attendance_day_is_settled' } });
    const raise = app.db.rows(
      `UPDATE settlement_line SET wage_fen = wage_fen + 1, total_fen = total_fen + 1 WHERE settlement_id = $1`,
      [id],
    );
    await expect(raise).rejects.toMatchObject({ driverError: { constraint: 'settlement_line_is_fixed' } });
  });

  it('a dispute frees them, and it is issued again', async () => {
    const reason = 'overtime of the 3rd is two hours';
    expect(await run(dispute, { settlementId: id, reason }, host)).toMatchObject({
      state: 'DISPUTED',
      disputedBy: 'HOST',
    });
    expect(await no(confirm, { settlementId: id }, host)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await app.db.rows('UPDATE attendance_day SET overtime_minutes = 120 WHERE placement_id = $1 AND day = $2', [
      names(0),
      lastMonth.day(3),
    ]);
    expect(await no(issue, { settlementId: id, leaveOut: true }, lender)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const again = await run(reissue, { settlementId: id, leaveOut: true }, lender);
    expect(again).toMatchObject({ state: 'ISSUED', payFen: 19_200 + 7200 + 9600 + 7200 + 19_200 });
    expect(await run(confirm, { settlementId: id }, host)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('closes when both legs are proven, and not before', async () => {
    const total = (await see(id)).totalFen;
    const payment = { settlementId: id, paidOn: inDays(0), amountFen: total - 1 };
    await run(payHost, { ...payment, idempotencyKey: key(), voucher: 'BANK-1' }, host);
    const lines = linesOf(await see(id));
    const input = { idempotencyKey: key(), settlementId: id, lines: lines.map((line) => paid(line.id, line.payFen)) };
    expect(await run(payWorkers, input, lender)).toMatchObject({ state: 'CONFIRMED', hostOpenFen: 1 });
    expect(await run(payWorkers, input, lender)).toMatchObject({ state: 'CONFIRMED' });
    const rest = { ...payment, idempotencyKey: key(), voucher: 'BANK-2', amountFen: 1 };
    expect(await run(payHost, rest, lender)).toMatchObject({ state: 'PAID', hostOpenFen: 0 });
    expect(await no(dispute, { settlementId: id, reason: 'late' }, host)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('the worker sees their own line, and objects; what is granted comes with the next', async () => {
    const [me, other] = workers;
    if (!me || !other) throw new Error('no workers');
    const mine = await app.ask<{ myPayLines: { edges: { node: { id: string; actions: string[] } }[] } }>(
      myPayLines,
      {},
      { as: me.actor.token },
    );
    const [line] = mine.myPayLines.edges.map(({ node }) => node);
    expect(line).toMatchObject({
      actions: ['OBJECT'],
      period: { state: 'PAID', settlementId: id },
      lender: { name: '安溪原单位有限公司' },
    });
    const input = { idempotencyKey: key(), lineId: line?.id, reason: 'an hour is missing' };
    expect(await no(object, input, other.actor)).toMatchObject({ code: 'NOT_FOUND' });
    const { id: objectionId } = await run(object, input, me.actor);
    expect(await no(object, { ...input, idempotencyKey: key() }, me.actor)).toMatchObject({ code: 'CONFLICT' });
    const granted = { objectionId, accept: true, answer: 'right', correctionFen: 2400 };
    expect(await no(answerObjection, granted, host)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await run(answerObjection, granted, lender)).toMatchObject({ state: 'ACCEPTED', correctionFen: 2400 });
    await app.db.rows(`UPDATE attendance_day SET state = 'resolved' WHERE state = 'disputed' AND placement_id = $1`, [
      names(0),
    ]);
    const next = await run(prepare, { agreementId: loan.agreementId, month: inDays(0) }, lender);
    const carried = linesOf(await see(next.id)).find(({ candidate }) => candidate.id === me.id);
    expect(carried).toMatchObject({ correctionFen: 2400, carriedDays: 1, payFen: 19_200 + 2400 });
    expect(await no(issue, { settlementId: next.id }, lender)).toMatchObject({ code: 'CONFLICT' });
  });

  it('as a statement for the parties, and each worker’s own line', async () => {
    const file = async (path: string, actor: Actor) =>
      fetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${actor.token}`, 'accept-language': 'en' } });
    const answer = await file(`/settlements/${id}/statement.xlsx`, host);
    expect(answer.status).toBe(200);
    const table = await readTable(new Uint8Array(await answer.arrayBuffer()));
    expect(table.rows).toHaveLength(workers.length + 1);
    expect((await file(`/settlements/${id}/statement.xlsx`, await actors.enterprise())).status).toBe(404);
    const [line] = linesOf(await see(id)).filter(({ candidate }) => candidate.id === workers[0]?.id);
    const own = `/settlement-lines/${line?.id ?? ''}/statement.xlsx`;
    expect((await file(own, workers[0]?.actor ?? lender)).status).toBe(200);
    expect((await file(own, workers[1]?.actor ?? lender)).status).toBe(404);
    expect((await file('/settlements/nonsense/statement.xlsx', host)).status).toBe(404);
  });
});

describe('R9 nobody profits from lending', () => {
  it('R9 no column of any table can hold a margin, a fee or a commission', async () => {
    const columns = await app.db.rows<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'
       AND column_name ~* '(^|_)(margin|fee|fees|commission|markup|surcharge|profit)(_|$)'`,
    );
    expect(columns).toEqual([]);
  });

  it('R9 a line is pay, contributions and reimbursements; a settlement is its lines', async () => {
    const { id } = await confirmed();
    const more = app.db.rows('UPDATE settlement_line SET total_fen = total_fen + 1 WHERE settlement_id = $1', [id]);
    await expect(more).rejects.toMatchObject({
      driverError: { constraint: expect.stringMatching(/settlement_line/) as string },
    });
    const added = app.db.rows('UPDATE settlement SET pay_fen = pay_fen + 1, total_fen = total_fen + 1 WHERE id = $1', [
      id,
    ]);
    await expect(added).rejects.toMatchObject({ driverError: { constraint: 'settlement_is_its_lines' } });
  });

  it('R9 the host cannot pay more than the lender must pay out', async () => {
    const { id } = await confirmed();
    const { totalFen } = await see(id);
    const input = { idempotencyKey: key(), settlementId: id, voucher: 'V', paidOn: inDays(0), amountFen: totalFen + 1 };
    expect(await no(payHost, input, host)).toMatchObject({ code: 'RULE_VIOLATED', rule: 'R9' });
    const past = app.db.rows('UPDATE settlement SET host_paid_fen = total_fen + 1 WHERE id = $1', [id]);
    await expect(past).rejects.toMatchObject({ driverError: { constraint: 'settlement_host_pays_no_more' } });
  });
});

describe('what was received for a worker reaches the worker', () => {
  it('R10 less than was received keeps the settlement open and is found', async () => {
    const { id, line } = await confirmed();
    await run(
      payHost,
      { idempotencyKey: key(), settlementId: id, voucher: 'H', paidOn: inDays(0), amountFen: line.totalFen },
      host,
    );
    expect((await see(id)).findings).toContainEqual(expect.objectContaining({ rule: 'R10', severity: 'NOTICE' }));
    const short = { idempotencyKey: key(), settlementId: id, lines: [paid(line.id, line.payFen - 1)] };
    expect(await run(payWorkers, short, lender)).toMatchObject({ state: 'CONFIRMED' });
    expect((await see(id)).findings).toContainEqual(expect.objectContaining({ rule: 'R10', severity: 'BREACH' }));
    const close = app.db.rows(`UPDATE settlement SET state = 'paid' WHERE id = $1`, [id]);
    await expect(close).rejects.toMatchObject({ driverError: { constraint: 'settlement_passed_through' } });
    const rest = { idempotencyKey: key(), settlementId: id, lines: [paid(line.id, 1)] };
    expect(await run(payWorkers, rest, lender)).toMatchObject({ state: 'PAID' });
    expect(rules(await see(id))).not.toContain('R10');
  });

  it('R11 the lender pays whether or not the host has; it closes only when the host has paid', async () => {
    const { id, line } = await confirmed();
    const all = { idempotencyKey: key(), settlementId: id, lines: [paid(line.id, line.payFen)] };
    expect(await run(payWorkers, all, lender)).toMatchObject({ state: 'CONFIRMED' });
    const close = app.db.rows(`UPDATE settlement SET state = 'paid' WHERE id = $1`, [id]);
    await expect(close).rejects.toMatchObject({ driverError: { constraint: 'settlement_paid_by_host' } });
    await app.db.rows('UPDATE settlement SET host_pays_by = $2 WHERE id = $1', [id, inDays(-1)]);
    expect((await see(id)).findings).toContainEqual(expect.objectContaining({ rule: 'R11', severity: 'BREACH' }));
  });

  it('R25 pay goes to an account in the worker’s own name', async () => {
    const { id, line } = await confirmed();
    const lines = [paid(line.id, line.payFen, { toOwnAccount: false })];
    const refused = await no(payWorkers, { idempotencyKey: key(), settlementId: id, lines }, lender);
    expect(refused).toMatchObject({
      code: 'RULE_VIOLATED',
      rule: 'R25',
      fields: [{ path: 'input.lines.0.toOwnAccount' }],
    });
  });

  it('R12 social insurance is proven month by month, or its absence is found', async () => {
    const { id, agreementId } = await confirmed();
    expect(rules(await see(id))).toContain('R12');
    const input = { idempotencyKey: key(), agreementId, month: lastMonth.endsOn, reference: 'SI-1' };
    expect(await no(prove, input, host)).toMatchObject({ code: 'NOT_FOUND' });
    await run(prove, input, lender);
    const seen = await see(id);
    expect(rules(seen)).not.toContain('R12');
    expect(seen).toMatchObject({ insuranceProofs: [{ month: lastMonth.startsOn }] });
  });

  it('R17 overtime below the law’s is raised to it, and said', async () => {
    const { id, line, worker, placementIds } = await confirmed(agreedTerms({ overtimePercent: 120 }));
    expect(rules(await see(id))).toContain('R17');
    await run(dispute, { settlementId: id, reason: 'overtime' }, lender);
    await work(app, placementIds.get(worker.id), lastMonth.day(8), { normal: 0, overtime: 60 });
    expect(await run(reissue, { settlementId: id }, lender)).toMatchObject({ payFen: line.payFen + 3600 });
  });

  it('R18 a wage below the local minimum is found', async () => {
    expect(rules(await see((await confirmed(agreedTerms({ wageFen: 1176 }))).id))).not.toContain('R18');
    expect(rules(await see((await confirmed(agreedTerms({ wageFen: 1175 }))).id))).toContain('R18');
  });
});

describe('time', () => {
  const start = async (job: typeof draftSettlements): Promise<void> => {
    await app.db.transaction((tx) => app.jobs.get(Outbox).requestJob(tx, job, {}));
    await app.settle();
  };

  it('drafts a settlement at the end of its period, once', async () => {
    const one = await employee();
    const { agreementId, placementIds } = await lend(app, {
      hostId: host.enterpriseId,
      lenderId: lender.enterpriseId,
      workerIds: [one.id],
    });
    await work(app, placementIds.get(one.id), lastMonth.day(5));
    const made = () =>
      app.db.rows<object>(`SELECT state, pay_fen::int AS pay FROM settlement WHERE agreement_id = $1`, [agreementId]);
    await start(draftSettlements);
    expect(await made()).toEqual([{ state: 'draft', pay: 19_200 }]);
    await start(draftSettlements);
    expect(await made()).toHaveLength(1);
  });

  it('R11 tells the bureau of a late payment, once, in its jurisdiction', async () => {
    const { id } = await confirmed();
    await app.db.rows('UPDATE settlement SET host_pays_by = $2, workers_paid_by = $2 WHERE id = $1', [id, inDays(-1)]);
    const told = () =>
      app.db.rows<{ kind: string }>(
        `SELECT payload ->> 'kind' AS kind FROM outbox_event WHERE name = 'labour.settlement.late' AND payload ->> 'settlementId' = $1 ORDER BY 1`,
        [id],
      );
    await start(tellLateSettlements);
    const all = [{ kind: 'host_payment' }, { kind: 'insurance_proof' }, { kind: 'worker_payment' }];
    expect(await told()).toEqual(all);
    await start(tellLateSettlements);
    expect(await told()).toEqual(all);
    const late = `{ lateSettlements(first: 100) { edges { node { id late host { name } findings { rule } } } } }`;
    const seen = async (region: string) => {
      const answer = await app.ask<{ lateSettlements: { edges: { node: { id: string; late: string[] } }[] } }>(
        late,
        {},
        { as: (await actors.officer(region)).token },
      );
      return answer.lateSettlements.edges.map(({ node }) => node).find((node) => node.id === id);
    };
    expect(await seen('GB2260:350500')).toMatchObject({ late: ['HOST_PAYMENT', 'INSURANCE_PROOF', 'WORKER_PAYMENT'] });
    expect(await seen('GB2260:110000')).toBeUndefined();
  });

  it('leaves an unbroken audit trail', async () => {
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
  });
});
