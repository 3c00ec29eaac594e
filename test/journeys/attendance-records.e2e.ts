import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { AttendanceChecks } from '../../src/labour/attendance/attendance-check.service.js';
import { HOUR_MS } from '../../src/platform/clock/clock.js';
import { Actors, type Actor, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import * as stage from '../support/attendance.js';
import { add, as, type Day, day, monday } from '../support/attendance.js';
import { inDays } from '../support/facts.js';

const checkIn = `mutation ($input: CheckInInput!) { checkIn(input: $input) { attendance { ${day} } findings { rule figure } } }`;
const checkOut = `mutation ($input: CheckOutInput!) { checkOut(input: $input) { attendance { ${day} } } }`;

describe('attendance comes on record', () => {
  let app: TestApp;
  let host: EnterpriseActor;
  let placementId: string;
  const hire = (person: Actor): Promise<string> => stage.hire(app, person, host);

  beforeAll(async () => {
    app = await TestApp.start();
    const actors = new Actors(app);
    host = await actors.enterprise();
    placementId = await hire(await actors.idleWorker());
    await stage.recordDays(app, host, [stage.stated(placementId, monday)]);
  });
  afterAll(() => app.close());

  it('R17 of a loan by the agreement’s terms, never below the law; the lender sees it, and answers nothing', async () => {
    const actors = new Actors(app);
    const lender = await actors.enterprise();
    const id = await hire(await actors.idleWorker());
    await stage.lend(app, id, lender, {
      dailyMinutes: 420,
      overtimePercent: 120,
      restDayPercent: 250,
      shift: 'rotating',
    });
    const [outcome] = await stage.recordDays(app, host, [stage.stated(id, monday)]);
    expect(outcome?.attendance).toMatchObject({ normalMinutes: 420, overtimeMinutes: 60 });
    const seen = `query ($id: ID!, $month: String!) { attendanceDays(placementId: $id) { edges { node { id actions history { actor } } } }
      attendanceTotals(placementId: $id, month: $month) { overtimeMinutes overtimePercent restDayPercent } }`;
    expect(await app.ask(seen, { id, month: monday.slice(0, 7) }, as(lender))).toEqual({
      attendanceDays: { edges: [{ node: { id: outcome?.attendance?.id, actions: [], history: [{ actor: 'HOST' }] } }] },
      attendanceTotals: { overtimeMinutes: 60, overtimePercent: 150, restDayPercent: 250 },
    });
    const dispute = `mutation ($input: DisputeAttendanceInput!) { disputeAttendance(input: $input) { id } }`;
    const input = { attendanceId: outcome?.attendance?.id, reason: 'no' };
    expect(await app.refusal(dispute, { input }, as(lender))).toBe('NOT_FOUND');
  });

  describe('at the gate', () => {
    let gatePlacement: string;
    let gateWorker: Actor;
    beforeAll(async () => {
      gateWorker = await new Actors(app).idleWorker();
      gatePlacement = await hire(gateWorker);
    });

    it('the host checks a worker in and out; the list shows who is on site', async () => {
      const input = { placementId: gatePlacement };
      const first = await app.ask<{ checkIn: { attendance: Day } }>(checkIn, { input }, as(host));
      expect(await app.ask(checkIn, { input }, as(host))).toEqual(first);
      const onSite = `{ onSiteToday(first: 1) { edges { node { id attendanceToday { checkInAt checkOutAt } } } } }`;
      expect(await app.ask(onSite, {}, as(host))).toMatchObject({
        onSiteToday: { edges: [{ node: { id: gatePlacement, attendanceToday: { checkOutAt: null } } }] },
      });
      // Eight and a half hours go by: the token would have lapsed, so the day is moved, not the clock.
      const { id } = first.checkIn.attendance;
      const began = new Date(Date.now() - 8.5 * HOUR_MS);
      await app.db.rows('UPDATE attendance_day SET check_in_at = $2, day = $3 WHERE id = $1', [
        ...[id, began, new Date(began.getTime() + 8 * HOUR_MS).toISOString().slice(0, 10)],
      ]);
      await app.db.rows('UPDATE placement SET starts_on = starts_on - 1 WHERE id = $1', [gatePlacement]);
      const out = await app.ask<{ checkOut: { attendance: Day } }>(checkOut, { input }, as(host));
      expect(out.checkOut.attendance).toMatchObject({ id, breakMinutes: 60 });
      const { normalMinutes, overtimeMinutes, restDayMinutes } = out.checkOut.attendance;
      expect(normalMinutes + overtimeMinutes + restDayMinutes).toBe(450);
      expect(await app.refusal(checkOut, { input: { placementId } }, as(host))).toBe('CONFLICT');
    });

    it('R16 a seventh day in a row is refused on the list until the host accepts it; the gate lets in and tells', async () => {
      const person = await new Actors(app).idleWorker();
      const id = await hire(person);
      const week = [1, 2, 3, 4, 5, 6].map((back) => inDays(-back));
      const days = week.map((date) => stage.stated(id, date, 8, 16));
      expect((await stage.recordDays(app, host, days)).map(({ problem }) => problem)).toEqual(week.map(() => null));
      const { errors } = await app.call<unknown>(checkIn, { input: { placementId: id } }, as(host));
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATED' });
      const gate = app.api.get(AttendanceChecks);
      const viewer = { kind: 'enterprise', accountId: v7(), enterpriseId: host.enterpriseId } as const;
      const passed = await app.db
        .transaction(async (tx) => {
          const checked = await gate.check(tx, { ...viewer, role: 'owner', language: 'en' }, id, new Date(), 'pass');
          throw Object.assign(new Error('undone'), { checked });
        })
        .catch((error: unknown) => (error as { checked: { step: string; findings: { rule: string }[] } }).checked);
      expect(passed).toMatchObject({ step: 'in', findings: [{ rule: 'R16', figure: 7 }] });
      expect(await app.ask(checkIn, { input: { placementId: id, acceptsExcess: true } }, as(host))).toMatchObject({
        checkIn: { findings: [{ rule: 'R16', figure: 7 }] },
      });
    });
  });

  describe('by spreadsheet', () => {
    const sheet = (rows: string[]): string => ['派驻编号,姓名,日期,上班,下班,休息分钟,件数', ...rows].join('\r\n');
    const upload = async (text: string, query = '', token = host.token): Promise<unknown> => {
      const form = new FormData();
      form.set('file', new Blob([text]), 'attendance.csv');
      const response = await fetch(`${app.url}/imports/attendance${query}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' },
        body: form,
      });
      return response.json();
    };
    const count = async (): Promise<number> =>
      (await app.db.rows<{ n: number }>(`SELECT count(*)::int AS n FROM attendance_day WHERE method = 'sheet'`))[0]
        ?.n ?? 0;

    it('tells all faults by row and column, and writes nothing', async () => {
      const text = sheet([
        `${placementId},,${add(monday, 14)},08:00,17:00,60,12`,
        `${placementId},,${add(monday, 15)},8点,17:00,60,`,
        `,无此人,${add(monday, 15)},08:00,17:00,60,`,
        `${placementId},,${monday},09:00,17:00,60,`,
        `,林小竹,${add(monday, 16)},08:00,17:00,600,`,
      ]);
      expect(await upload(text)).toMatchObject({
        ...{ rows: 5, accepted: 1, refused: 4, written: false },
        errors: expect.arrayContaining([
          expect.objectContaining({ line: 3, column: 'in', message: 'must be a time such as 08:00' }),
          expect.objectContaining({ line: 4, column: 'worker' }),
          expect.objectContaining({ line: 5, column: 'day', message: expect.stringContaining('already') as unknown }),
          expect.objectContaining({ line: 6, column: 'break' }),
        ]) as unknown,
      });
      expect(await count()).toBe(0);
    });

    it('writes good rows, a night shift over midnight among them, once; a dry run writes none', async () => {
      const text = sheet([
        `${placementId},,${add(monday, 14)},08:00,17:00,60,12`,
        `${placementId},,${add(monday, 15)},22:00,07:00,60,`,
      ]);
      expect(await upload(text, '?dryRun=true')).toMatchObject({ accepted: 2, written: false });
      expect(await count()).toBe(0);
      expect(await upload(text)).toMatchObject({ accepted: 2, refused: 0, written: true });
      expect(await upload(text)).toMatchObject({ accepted: 2, refused: 0, written: true });
      expect(await count()).toBe(2);
      const [night] = await app.db.rows('SELECT normal_minutes FROM attendance_day WHERE day = $1', [add(monday, 15)]);
      expect(night).toEqual({ normal_minutes: 480 });
    });
  });
});
