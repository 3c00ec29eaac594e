import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftSettlements, tellLateSettlements } from '../../src/labour/settlements/settlement.jobs.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { readTable } from '../../src/platform/spreadsheet/index.js';
import { type Actor, type Actors, type EnterpriseActor } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { lastMonth, type Lent, work } from '../support/loans.js';
import {
  type Employee,
  answerObjection,
  confirm,
  dispute,
  issue,
  linesOf,
  myPayLines,
  object,
  paid,
  payHost,
  payWorkers,
  prepare,
  reissue,
  settlementQuery,
  Settling,
} from '../support/settling.js';

let firm: Settling;
let app: TestApp;
let host: EnterpriseActor;
let lender: EnterpriseActor;
let actors: Actors;
let workers: Employee[];

beforeAll(async () => {
  firm = await Settling.start();
  ({ app, host, lender, actors } = firm);
  workers = [await firm.employee(), await firm.employee()];
});
afterAll(() => app.close());

describe('a month of a loan is settled', () => {
  let loan: Lent;
  let id: string;
  const names = (index: number): string | undefined => loan.placementIds.get(workers[index]?.id ?? '');

  it('from attendance and terms, by either side, computed anew while it is a draft', async () => {
    loan = await firm.lend(workers);
    await work(app, names(0), lastMonth.day(3), { overtime: 60 });
    await work(app, names(0), lastMonth.day(4), { normal: 0, restDay: 120 });
    await work(app, names(1), lastMonth.day(3), { normal: 0, holiday: 60 });
    const month = { agreementId: loan.agreementId, month: lastMonth.day(9) };
    const first = await firm.run(prepare, month, host);
    expect(first).toMatchObject({ state: 'DRAFT', payFen: 19_200 + 3600 + 9600 + 7200 });
    await work(app, names(1), lastMonth.day(5));
    const again = await firm.run(prepare, month, lender);
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
    expect(await firm.no(prepare, month, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await firm.no(issue, { settlementId: id }, host)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await firm.no(confirm, { settlementId: id }, lender)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not issued while days are open, unless they are left to the next', async () => {
    await work(app, names(0), lastMonth.day(6), { state: 'disputed' });
    expect(await firm.no(issue, { settlementId: id }, lender)).toMatchObject({ code: 'CONFLICT' });
    expect((await firm.see(id)).actions).toEqual(['PREPARE', 'ISSUE', 'RECORD_INSURANCE_PROOF']);
    const issued = await firm.run(issue, { settlementId: id, leaveOut: true }, lender);
    expect(issued).toMatchObject({ state: 'ISSUED', leftOutDays: 1 });
    expect(await firm.run(issue, { settlementId: id, leaveOut: true }, lender)).toMatchObject({ state: 'ISSUED' });
  });

  it('holds its days from then on', async () => {
    const change = app.db.rows(`UPDATE attendance_day SET normal_minutes = 1 WHERE settlement_id = $1`, [id]);
    await expect(change).rejects.toMatchObject({ driverError: { constraint: 'attendance_day_settled' } });
    const raise = app.db.rows(
      `UPDATE settlement_line SET wage_fen = wage_fen + 1, total_fen = total_fen + 1 WHERE settlement_id = $1`,
      [id],
    );
    await expect(raise).rejects.toMatchObject({ driverError: { constraint: 'settlement_line_is_fixed' } });
  });

  it('a dispute frees them, and it is issued again', async () => {
    const reason = 'overtime of the 3rd is two hours';
    expect(await firm.run(dispute, { settlementId: id, reason }, host)).toMatchObject({
      state: 'DISPUTED',
      disputedBy: 'HOST',
    });
    expect(await firm.no(confirm, { settlementId: id }, host)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await app.db.rows('UPDATE attendance_day SET overtime_minutes = 120 WHERE placement_id = $1 AND day = $2', [
      names(0),
      lastMonth.day(3),
    ]);
    expect(await firm.no(issue, { settlementId: id, leaveOut: true }, lender)).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    const again = await firm.run(reissue, { settlementId: id, leaveOut: true }, lender);
    expect(again).toMatchObject({ state: 'ISSUED', payFen: 19_200 + 7200 + 9600 + 7200 + 19_200 });
    expect(await firm.run(confirm, { settlementId: id }, host)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('closes when both legs are proven, and not before', async () => {
    const total = (await firm.see(id)).totalFen;
    const payment = { settlementId: id, paidOn: inDays(0), amountFen: total - 1 };
    await firm.run(payHost, { ...payment, idempotencyKey: key(), voucher: 'BANK-1' }, host);
    const lines = linesOf(await firm.see(id));
    const input = { idempotencyKey: key(), settlementId: id, lines: lines.map((line) => paid(line.id, line.payFen)) };
    expect(await firm.run(payWorkers, input, lender)).toMatchObject({ state: 'CONFIRMED', hostOpenFen: 1 });
    expect(await firm.run(payWorkers, input, lender)).toMatchObject({ state: 'CONFIRMED' });
    const rest = { ...payment, idempotencyKey: key(), voucher: 'BANK-2', amountFen: 1 };
    expect(await firm.run(payHost, rest, lender)).toMatchObject({ state: 'PAID', hostOpenFen: 0 });
    expect(await firm.no(dispute, { settlementId: id, reason: 'late' }, host)).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
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
    expect(await firm.no(object, input, other.actor)).toMatchObject({ code: 'NOT_FOUND' });
    const { id: objectionId } = await firm.run(object, input, me.actor);
    expect(await firm.no(object, { ...input, idempotencyKey: key() }, me.actor)).toMatchObject({ code: 'CONFLICT' });
    const granted = { objectionId, accept: true, answer: 'right', correctionFen: 2400 };
    expect(await firm.no(answerObjection, granted, host)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await firm.run(answerObjection, granted, lender)).toMatchObject({ state: 'ACCEPTED', correctionFen: 2400 });
    await app.db.rows(`UPDATE attendance_day SET state = 'resolved' WHERE state = 'disputed' AND placement_id = $1`, [
      names(0),
    ]);
    const next = await firm.run(prepare, { agreementId: loan.agreementId, month: inDays(0) }, lender);
    const carried = linesOf(await firm.see(next.id)).find(({ candidate }) => candidate.id === me.id);
    expect(carried).toMatchObject({ correctionFen: 2400, carriedDays: 1, payFen: 19_200 + 2400 });
    expect(await firm.no(issue, { settlementId: next.id }, lender)).toMatchObject({ code: 'CONFLICT' });
  });

  it('as a statement for the parties, and each worker’s own line', async () => {
    const file = async (path: string, actor: Actor) =>
      fetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${actor.token}`, 'accept-language': 'en' } });
    const answer = await file(`/settlements/${id}/statement.xlsx`, host);
    expect(answer.status).toBe(200);
    const table = await readTable(new Uint8Array(await answer.arrayBuffer()), 'statement.xlsx');
    expect(table.rows).toHaveLength(workers.length + 1);
    expect((await file(`/settlements/${id}/statement.xlsx`, await actors.enterprise())).status).toBe(404);
    const [line] = linesOf(await firm.see(id)).filter(({ candidate }) => candidate.id === workers[0]?.id);
    const own = `/settlement-lines/${line?.id ?? ''}/statement.xlsx`;
    expect((await file(own, workers[0]?.actor ?? lender)).status).toBe(200);
    expect((await file(own, workers[1]?.actor ?? lender)).status).toBe(404);
    expect((await file('/settlements/nonsense/statement.xlsx', host)).status).toBe(404);
  });

  it('as a paper to print or to keep, in the language asked for, for nobody else', async () => {
    const get = async (path: string, actor: Actor) => {
      const answer = await fetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${actor.token}` } });
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
    };
    const me = workers[0]?.actor ?? lender;
    const [line] = linesOf(await firm.see(id)).filter(({ candidate }) => candidate.id === workers[0]?.id);
    const own = `/settlement-lines/${line?.id ?? ''}/statement.pdf`;
    for (const [path, reader] of [
      [`/settlements/${id}/statement.pdf`, lender],
      [own, me],
    ] as const) {
      const paper = await get(`${path}?language=en`, reader);
      expect(paper).toMatchObject({ status: 200, type: 'application/pdf' });
      expect(paper.text).toMatch(/^%PDF-1\.7[^]*\/Lang \(en\)/);
      expect((await get(`${path}?language=zh-CN`, reader)).text).toContain('/Lang (zh-CN)');
    }
    const page = await get(`/settlements/${id}/statement?language=en`, host);
    expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    for (const part of ['no margin, fee or commission', 'Proof of payment', 'BANK-1', '安溪原单位有限公司, 20'])
      expect(page.text).toContain(part);
    const stranger = await actors.enterprise();
    for (const path of [`/settlements/${id}/statement.pdf`, `/settlements/${id}/statement`])
      expect((await get(path, stranger)).status).toBe(404);
    expect((await get(own, workers[1]?.actor ?? lender)).status).toBe(404);
    expect((await get(own, lender)).status).toBe(403);
  });
});

describe('time', () => {
  const start = async (job: typeof draftSettlements): Promise<void> => {
    await app.db.transaction((tx) => app.jobs.get(Outbox).requestJob(tx, job, {}));
    await app.settle();
  };

  it('drafts a settlement at the end of its period, once', async () => {
    const one = await firm.employee();
    const { agreementId, placementIds } = await firm.lend([one]);
    await work(app, placementIds.get(one.id), lastMonth.day(5));
    const made = () =>
      app.db.rows<object>(`SELECT state, pay_fen::int AS pay FROM settlement WHERE agreement_id = $1`, [agreementId]);
    await start(draftSettlements);
    expect(await made()).toEqual([{ state: 'draft', pay: 19_200 }]);
    await start(draftSettlements);
    expect(await made()).toHaveLength(1);
  });

  it('R11 tells the bureau of a late payment, once, in its jurisdiction', async () => {
    const { id } = await firm.confirmed();
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
    const late = `{ lateSettlements(first: 100) { edges { node { id late { kind dueOn days openFen } host { name } findings { rule { id } } } } } }`;
    const seen = async (region: string) => {
      const answer = await app.ask<{ lateSettlements: { edges: { node: { id: string; late: object[] } }[] } }>(
        late,
        {},
        { as: (await actors.officer(region)).token },
      );
      return answer.lateSettlements.edges.map(({ node }) => node).find((node) => node.id === id);
    };
    expect(await seen('GB2260:350500')).toMatchObject({
      late: [
        { kind: 'HOST_PAYMENT', dueOn: inDays(-1), days: 1, openFen: 203_400 },
        { kind: 'INSURANCE_PROOF', openFen: 0 },
        { kind: 'WORKER_PAYMENT', days: 1, openFen: 38_400 },
      ],
    });
    expect(await seen('GB2260:110000')).toBeUndefined();
  });

  it('leaves an unbroken audit trail', async () => {
    expect(await app.db.rows('SELECT * FROM audit_log_broken')).toEqual([]);
  });
});
