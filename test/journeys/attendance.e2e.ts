import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { AttendanceAnswers } from '../../src/labour/attendance/attendance-answer.service.js';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { insertAgreement } from '../support/agreement-rows.js';
import { TestApp } from '../support/app.js';
import * as stage from '../support/attendance.js';
import { add, as, at, type Day, day, monday, type Outcome, record } from '../support/attendance.js';
import { inDays, key, places } from '../support/facts.js';

const confirm = `mutation ($input: ConfirmAttendanceInput!) { confirmAttendance(input: $input) { attendance { ${day} } problem { code field } } }`;
const dispute = `mutation ($input: DisputeAttendanceInput!) { disputeAttendance(input: $input) { ${day} } }`;
const correct = `mutation ($input: CorrectAttendanceInput!) { correctAttendance(input: $input) { ${day} } }`;
const resolve = `mutation ($input: ResolveAttendanceInput!) { resolveAttendance(input: $input) { ${day} } }`;
const totals = `query ($placementId: ID!, $month: String!) { attendanceTotals(placementId: $placementId, month: $month) {
  workedDays overtimeMinutes restDayMinutes otherMinutes overtimePercent restDayPercent holidayPercent
  findings { rule severity day figure limit message } } }`;

interface Totals {
  readonly attendanceTotals: {
    readonly workedDays: number;
    readonly overtimeMinutes: number;
    readonly restDayMinutes: number;
    readonly otherMinutes: number;
    readonly overtimePercent: number;
    readonly findings: { readonly rule: string; readonly severity: string; readonly day: string | null }[];
  };
}

describe('attendance', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let stranger: EnterpriseActor;
  let worker: Actor;
  let officer: Actor;
  let placementId: string;
  let workerId: string;

  const stated = (date: string, from?: number, to?: number, more?: object): object =>
    stage.stated(placementId, date, from, to, more);
  const recordDays = (days: object[], actor: Actor = host): Promise<Outcome[]> => stage.recordDays(app, actor, days);
  const one = async (date: string, from = 8, to = 17, more: object = {}): Promise<Day> => {
    const [outcome] = await recordDays([stated(date, from, to, more)]);
    if (!outcome?.attendance) throw new Error(JSON.stringify(outcome));
    return outcome.attendance;
  };
  const confirmOne = async (actor: Actor, id: string): Promise<Outcome | undefined> =>
    (await app.ask<{ confirmAttendance: Outcome[] }>(confirm, { input: { ids: [id] } }, as(actor)))
      .confirmAttendance[0];
  const monthly = async (actor: Actor = host): Promise<Totals['attendanceTotals']> =>
    (await app.ask<Totals>(totals, { placementId, month: monday.slice(0, 7) }, as(actor))).attendanceTotals;

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    [host, stranger, worker] = [await actors.enterprise(), await actors.enterprise(), await actors.idleWorker()];
    officer = await actors.officer(places.town.regionId);
    placementId = await stage.hire(app, worker, host);
    const [row] = await app.db.rows<{ worker_id: string }>('SELECT worker_id FROM placement WHERE id = $1', [
      placementId,
    ]);
    workerId = row?.worker_id ?? '';
  });
  afterAll(() => app.close());

  it('R17 the host records days, and each minute gets its class', async () => {
    const outcomes = await recordDays([
      stated(monday),
      stated(add(monday, 1), 8, 20),
      stated(add(monday, 2), 20, 29),
      stated(add(monday, 5), 8, 12, { breakMinutes: 0 }),
    ]);
    expect(outcomes.map(({ attendance }) => attendance)).toMatchObject([
      { state: 'RECORDED', normalMinutes: 480, overtimeMinutes: 0, restDayMinutes: 0 },
      { normalMinutes: 480, overtimeMinutes: 180 },
      { day: add(monday, 2), normalMinutes: 480, overtimeMinutes: 0 },
      { normalMinutes: 0, restDayMinutes: 240 },
    ]);
  });

  it('tells of each day what is wrong with it, and records the others; a repeat of the key answers the same', async () => {
    const days = [
      stated(add(monday, 3)),
      stated(monday, 9, 18),
      stated(add(monday, -60)),
      stated(inDays(1)),
      stated(add(monday, 4), 17, 8),
      stated(add(monday, 2), 28, 35),
      { ...stated(add(monday, 4)), placementId: v7() },
    ];
    const input = { idempotencyKey: key(), days };
    const first = await app.ask<{ recordAttendance: Outcome[] }>(record, { input }, as(host));
    expect(first.recordAttendance.map(({ problem }) => problem && [problem.code, problem.field])).toEqual([
      null,
      ['CONFLICT', 'input.days.1.day'],
      ['VALIDATION_FAILED', 'input.days.2.day'],
      ['VALIDATION_FAILED', 'input.days.3.day'],
      ['VALIDATION_FAILED', 'input.days.4.checkOutAt'],
      ['VALIDATION_FAILED', 'input.days.5.checkInAt'],
      ['NOT_FOUND', 'input.days.6.placementId'],
    ]);
    expect(await app.ask(record, { input }, as(host))).toEqual(first);
  });

  it('does not exist for another enterprise', async () => {
    const [outcome] = await recordDays([stated(add(monday, 4))], stranger);
    expect(outcome?.problem).toMatchObject({ code: 'NOT_FOUND' });
    const list = `query ($placementId: ID!) { attendanceDays(placementId: $placementId) { edges { node { id } } } }`;
    expect(await app.ask(list, { placementId }, as(stranger))).toEqual({ attendanceDays: { edges: [] } });
    expect(await app.refusal(totals, { placementId, month: '2026-11' }, as(stranger))).toBe('NOT_FOUND');
  });

  it('is confirmed once both have confirmed it', async () => {
    const list = `query ($placementId: ID!) { attendanceDays(placementId: $placementId, first: 50, state: RECORDED) { edges { node { ${day} } } } }`;
    const { attendanceDays } = await app.ask<{ attendanceDays: { edges: { node: Day }[] } }>(
      list,
      { placementId },
      as(worker),
    );
    const first = attendanceDays.edges.find(({ node }) => node.day === monday)?.node;
    expect(first?.actions).toEqual(['CONFIRM', 'DISPUTE']);
    expect(await confirmOne(worker, first?.id ?? '')).toMatchObject({ attendance: { state: 'RECORDED' } });
    expect(await confirmOne(host, first?.id ?? '')).toMatchObject({
      attendance: { state: 'CONFIRMED', actions: ['CORRECT'] },
    });
    expect(await confirmOne(stranger, first?.id ?? '')).toMatchObject({
      problem: { code: 'NOT_FOUND', field: 'input.ids' },
    });
  });

  it('is disputed with a claim, which the host accepts; each step stands in its history', async () => {
    const { id } = await one(add(monday, 4));
    const claim = { checkInAt: at(add(monday, 4), 8), checkOutAt: at(add(monday, 4), 19), breakMinutes: 60 };
    const disputed = await app.ask<{ disputeAttendance: Day }>(
      dispute,
      { input: { attendanceId: id, reason: '我工作到七点', claim } },
      as(worker),
    );
    expect(disputed.disputeAttendance).toMatchObject({
      state: 'DISPUTED',
      disputedBy: 'WORKER',
      actions: ['CONFIRM', 'DROP_DISPUTE'],
    });
    expect(await app.refusal(resolve, { input: { attendanceId: id, outcome: 'CLAIM' } }, as(worker))).toBe('CONFLICT');
    const resolved = await app.ask<{ resolveAttendance: Day }>(
      resolve,
      { input: { attendanceId: id, outcome: 'CLAIM', resolution: '属实' } },
      as(host),
    );
    expect(resolved.resolveAttendance).toMatchObject({ state: 'RESOLVED', normalMinutes: 480, overtimeMinutes: 120 });
    const history = `query ($id: ID!) { attendanceDay(id: $id) { history { operation actor details } } }`;
    const told = await app.ask<{ attendanceDay: { history: { operation: string; actor: string; details: string }[] } }>(
      history,
      { id },
      as(worker),
    );
    expect(told.attendanceDay.history.map(({ operation, actor }) => [operation, actor])).toEqual([
      ['attendance.record', 'HOST'],
      ['attendance.dispute', 'WORKER'],
      ['attendance.resolve', 'HOST'],
    ]);
    expect(told.attendanceDay.history[2]?.details).toContain('"overtimeMinutes":120');
  });

  it('a corrected dispute ends when both agree, or when the bureau of the place decides', async () => {
    const { id } = await one(add(monday, 7));
    await app.ask(dispute, { input: { attendanceId: id, reason: 'two hours are missing' } }, as(worker));
    const times = { checkInAt: at(add(monday, 7), 8), checkOutAt: at(add(monday, 7), 18), breakMinutes: 60 };
    await app.ask(correct, { input: { attendanceId: id, ...times } }, as(host));
    await confirmOne(host, id);
    expect(await confirmOne(worker, id)).toMatchObject({ attendance: { state: 'RESOLVED', overtimeMinutes: 60 } });

    const other = await one(add(monday, 8));
    await app.ask(dispute, { input: { attendanceId: other.id, reason: 'wrong' } }, as(worker));
    const figures = { checkInAt: at(add(monday, 8), 8), checkOutAt: at(add(monday, 8), 20), breakMinutes: 60 };
    const input = { attendanceId: other.id, outcome: 'FIGURES', figures, resolution: '依据门禁记录' };
    const elsewhere = await new Actors(app).officer('GB2260:110000');
    expect(await app.refusal(resolve, { input }, as(elsewhere))).toBe('NOT_FOUND');
    expect(await app.ask(resolve, { input }, as(officer))).toMatchObject({
      resolveAttendance: { state: 'RESOLVED', overtimeMinutes: 180 },
    });
  });

  it('R16 the guard sums what the home employer states, flags it for host and worker, and takes no minute away', async () => {
    await app.db.rows('UPDATE worker SET home_enterprise_id = $2 WHERE id = $1', [workerId, stranger.enterpriseId]);
    const other = `mutation ($input: RecordOtherWorkInput!) { recordOtherWork(input: $input) { minutes } }`;
    const input = { workerId, day: monday, minutes: 240 };
    expect(await app.refusal(other, { input }, as(host))).toBe('NOT_FOUND');
    await app.ask(other, { input }, as(stranger));
    for (const actor of [host, worker]) {
      const month = await monthly(actor);
      expect(month).toMatchObject({
        otherMinutes: 240,
        overtimePercent: 150,
        restDayPercent: 200,
        holidayPercent: 300,
      });
      expect(month.findings).toContainEqual(
        expect.objectContaining({ rule: 'R16', severity: 'BREACH', day: monday, figure: 240, limit: 180 }),
      );
    }
    await app.db.rows('UPDATE worker SET home_enterprise_id = NULL WHERE id = $1', [workerId]);
  });

  it('silence confirms what nobody disputed in time; the side that was silent can still dispute it', async () => {
    const { id } = await one(add(monday, 9));
    const answers = app.api.get(AttendanceAnswers);
    expect(await answers.confirmSilent()).toBe(0);
    await app.db.rows(`UPDATE attendance_day SET confirm_by = now() - interval '1 minute' WHERE id = $1`, [id]);
    expect(await answers.confirmSilent()).toBe(1);
    expect(await answers.confirmSilent()).toBe(0);
    const list = `query ($id: ID!) { attendanceDay(id: $id) { ${day} } }`;
    expect(await app.ask(list, { id }, as(worker))).toMatchObject({
      attendanceDay: { state: 'CONFIRMED', actions: ['DISPUTE'], workerConfirmedAt: null },
    });
  });

  /** A settlement of somebody's, to count the day in. */
  const someSettlement = async (): Promise<string> => {
    const sql = (text: string, values?: unknown[]): Promise<unknown> => app.db.rows(text, values);
    const lender = await new Actors(app).enterprise();
    const parties = { host: host.enterpriseId, lender: lender.enterpriseId };
    const [id, agreementId] = [v7(), await insertAgreement(sql, parties)];
    await sql(
      `INSERT INTO settlement (id, agreement_id, host_id, lender_id, region_id, period_starts_on, period_ends_on, terms_version,
         currency, state, host_pays_by, workers_paid_by, computed_at)
       VALUES ($1, $2, $3, $4, 'GB2260:350524', '2026-01-01', '2026-01-31', 1, 'CNY', 'issued', '2026-02-10', '2026-02-15', now())`,
      [id, agreementId, parties.host, parties.lender],
    );
    return id;
  };

  it('does not change any more once a settlement counts it', async () => {
    const { id } = await one(add(monday, 10));
    await app.db.rows('UPDATE attendance_day SET settlement_id = $2 WHERE id = $1', [id, await someSettlement()]);
    const times = { checkInAt: at(add(monday, 10), 8), checkOutAt: at(add(monday, 10), 18), breakMinutes: 60 };
    expect(await app.refusal(correct, { input: { attendanceId: id, ...times } }, as(host))).toBe('CONFLICT');
    expect(await app.refusal(dispute, { input: { attendanceId: id, reason: 'late' } }, as(worker))).toBe('CONFLICT');
    expect(await confirmOne(host, id)).toMatchObject({ problem: { code: 'CONFLICT' } });
    await expect(app.db.rows('UPDATE attendance_day SET normal_minutes = 1 WHERE id = $1', [id])).rejects.toThrow(
      'settled',
    );
  });

  it('R17 the operator’s calendar classifies anew what was worked', async () => {
    const operator = await new Actors(app).operator();
    const set = `mutation ($input: SetCalendarDayInput!) { setCalendarDay(input: $input) { day kind isEntered } }`;
    const date = add(monday, 3);
    expect(await app.refusal(set, { input: { day: date, kind: 'HOLIDAY' } }, as(host))).toBe('FORBIDDEN');
    await app.ask(set, { input: { day: date, kind: 'HOLIDAY', note: 'test' } }, as(operator));
    await app.settle();
    const [row] = await app.db.rows('SELECT normal_minutes, holiday_minutes FROM attendance_day WHERE day = $1', [
      date,
    ]);
    expect(row).toEqual({ normal_minutes: 0, holiday_minutes: 480 });
    const days = `query ($from: LocalDate!, $to: LocalDate!) { calendarDays(from: $from, to: $to) { day kind isKept } }`;
    expect(await app.ask(days, { from: date, to: date })).toEqual({
      calendarDays: [{ day: date, kind: 'HOLIDAY', isKept: true }],
    });
  });
});
