import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Consents } from '../../src/labour/consents/consent.service.js';
import { reviewAppealDecided, reviewAppealed, reviewPublished } from '../../src/labour/index.js';
import { PlacementExtensions } from '../../src/labour/extensions/extension.service.js';
import { InjuryClocks } from '../../src/labour/injuries/injury-clock.service.js';
import { tellLateSettlements } from '../../src/labour/settlements/settlement.jobs.js';
import { type NotificationKind, notificationText } from '../../src/notifications/inbox/notification.messages.js';
import { DAY_MS } from '../../src/platform/clock/clock.js';
import type { MessageParams } from '../../src/platform/i18n/message.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { JobQueues } from '../../src/platform/queue/job-queues.js';
import { JobRunner } from '../../src/platform/queue/job-runner.js';
import type { Actor } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { inDays, key } from '../support/facts.js';
import { later, startJob, toldTo as told } from '../support/inbox.js';
import { Phone } from '../support/phone.js';
import { answerObjection, object, Settling } from '../support/settling.js';
import { type Loan, loanOf } from '../support/standing-loan.js';

const proposeExtension = `mutation ($input: ProposeExtensionInput!) { proposeExtension(input: $input) { id } }`;
const requestReturn = `mutation ($input: RequestReturnInput!) { requestReturn(input: $input) { id state } }`;
const objectToReturn = `mutation ($input: ObjectToReturnInput!) { objectToReturn(input: $input) { state } }`;
const reportInjury = `mutation ($input: ReportInjuryInput!) { reportInjury(input: $input) { id } }`;
const fileComplaint = `mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) { id } }`;
const takeUp = `mutation ($input: ComplaintInput!) { takeUpComplaint(input: $input) { state } }`;
const answerComplaint = `mutation ($input: AnswerComplaintInput!) { answerComplaint(input: $input) { state } }`;
const importSanctions = `mutation ($input: ImportSanctionsInput!) { importSanctions(input: $input) { sanctionId } }`;
const declareLenderLost = `mutation ($input: DeclareLenderLostInput!) { declareLenderLost(input: $input) { lostOn } }`;
const reportNoShow = `mutation ($input: PlacementInput!) { reportNoShow(input: $input) { state } }`;
const issueWorkPass = `mutation ($input: IssueWorkPassInput!) { issueWorkPass(input: $input) { issuedAt } }`;
const disputeAttendance = `mutation ($input: DisputeAttendanceInput!) { disputeAttendance(input: $input) { id } }`;
const pausePlacement = `mutation ($input: PausePlacementInput!) { pausePlacement(input: $input) { id } }`;
const resumePlacement = `mutation ($input: PlacementInput!) { resumePlacement(input: $input) { id } }`;
const recordAttendance = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) { __typename } }`;

let firm: Settling;
let app: TestApp;
/** Of the county, of the city above it, and of another county. */
let county: Actor;
let city: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  firm = await Settling.start();
  ({ app } = firm);
  county = await firm.actors.officer('GB2260:350524');
  city = await firm.actors.officer('GB2260:350500');
  elsewhere = await firm.actors.officer('GB2260:350582');
});
afterAll(() => app.close());

const ask = async (query: string, input: object, actor: Actor) =>
  Object.values(await app.ask<Record<string, Record<string, unknown>>>(query, { input }, { as: actor.token }))[0] ?? {};
const toldTo = (actor: Actor, kind: string, language?: string) => told(app, actor, kind, language);

describe('money', () => {
  it('a settlement that is issued: the host is to confirm it, each worker reads their own line', async () => {
    const { id, worker } = await firm.confirmed();
    const [host] = await toldTo(firm.host, 'settlementIssued');
    expect(host).toMatchObject({ link: `/settlements/${id}` });
    expect(host?.text).toMatch(/^安溪原单位有限公司 issued the settlement for \d{4}-\d\d-01 to .*\. Please check/);
    const [mine] = await toldTo(worker.actor, 'payLineIssued', 'zh-CN');
    expect(mine).toMatchObject({ link: '/my/pay' });
    expect(mine?.text).toContain('您在 安溪用工有限公司 工作');
    expect(await toldTo(firm.lender, 'settlementConfirmed')).toHaveLength(1);
    expect(await toldTo(worker.actor, 'settlementIssued')).toEqual([]);
  });

  it('a payment that is late: whoever owes, whoever waits, and the officers nearest to the place', async () => {
    const { id, worker } = await firm.confirmed();
    await app.db.rows('UPDATE settlement SET host_pays_by = $2, workers_paid_by = $2 WHERE id = $1', [id, inDays(-1)]);
    await startJob(app, tellLateSettlements);
    const link = `/settlements/${id}`;
    expect(await toldTo(firm.host, 'hostPaymentLate')).toMatchObject([{ link }]);
    expect(await toldTo(firm.lender, 'hostPaymentLate')).toMatchObject([{ link }]);
    expect(await toldTo(firm.lender, 'workerPaymentLate')).toMatchObject([{ link }]);
    expect(await toldTo(worker.actor, 'payLate')).toMatchObject([{ link: '/my/pay' }]);
    const late = await toldTo(county, 'lateInRegion', 'zh-CN');
    expect(late.map((one) => one.link)).toEqual(Array.from({ length: 3 }, () => '/bureau/late-payments'));
    expect(late[0]?.text).toContain('安溪用工有限公司 与 安溪原单位有限公司');
    expect([await toldTo(city, 'lateInRegion'), await toldTo(elsewhere, 'lateInRegion')]).toEqual([[], []]);
  });
});

describe('a worker’s word against their line', () => {
  it('goes to the lender, and the answer back to the worker; the host hears nothing', async () => {
    const { line, worker } = await firm.confirmed();
    const { id: objectionId } = await ask(
      object,
      { idempotencyKey: key(), lineId: line.id, reason: '少一小时' },
      worker.actor,
    );
    expect(await toldTo(firm.lender, 'lineObjected')).toHaveLength(1);
    expect(await toldTo(firm.host, 'lineObjected')).toEqual([]);
    await ask(answerObjection, { objectionId, accept: false, answer: '见考勤', correctionFen: 0 }, firm.lender);
    expect(await toldTo(worker.actor, 'objectionRejected')).toMatchObject([{ link: '/my/pay' }]);
  });
});

describe('consent', () => {
  it('a consent that time ended: its worker and its lender', async () => {
    const loan = await loanOf(app);
    await app.db.rows(
      `INSERT INTO consent (id, worker_id, lender_id, starts_on, ends_on, radius_m, state, expires_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 1000, 'requested', now())`,
      [loan.workerId, loan.lender.enterpriseId, inDays(40), inDays(50)],
    );
    await app.jobs.get(Consents).expirePast();
    expect(await toldTo(loan.worker, 'consentExpired')).toMatchObject([{ link: '/my' }]);
    expect(await toldTo(loan.lender, 'consentExpiredOfEmployee')).toMatchObject([{ link: '/lender' }]);
    expect(await toldTo(loan.host, 'consentExpired')).toEqual([]);
  });
});

describe('work', () => {
  let loan: Loan;
  beforeAll(async () => {
    loan = await loanOf(app, {
      startsOn: inDays(-5),
      terms: { returnCases: '一周内三次迟到', returnNoticeDays: 3 },
    });
  });

  it('days on record: the worker is asked once a day to look at them', async () => {
    const at = (day: number, time: string): string => `${inDays(day)}T${time}:00+08:00`;
    const record = (day: number) => {
      const times = { checkInAt: at(day, '08:00'), checkOutAt: at(day, '17:00'), breakMinutes: 60 };
      const days = [{ placementId: loan.placementId, day: inDays(day), ...times }];
      return ask(recordAttendance, { idempotencyKey: key(), days }, loan.host);
    };
    await record(-2);
    await record(-1);
    expect(await toldTo(loan.worker, 'attendanceToConfirm')).toMatchObject([{ link: '/my/attendance' }]);
  });

  it('a day that is disputed: the host and the lender', async () => {
    const [day] = await app.db.rows<{ id: string }>('SELECT id FROM attendance_day WHERE placement_id = $1 LIMIT 1', [
      loan.placementId,
    ]);
    await ask(disputeAttendance, { attendanceId: day?.id, reason: '少记一小时' }, loan.worker);
    expect(await toldTo(loan.host, 'attendanceDisputed')).toHaveLength(1);
    expect(await toldTo(loan.lender, 'attendanceDisputed')).toHaveLength(1);
    expect(await toldTo(loan.worker, 'attendanceDisputed')).toEqual([]);
  });

  it('days without work: the worker, and again when it goes on', async () => {
    const { placementId } = loan;
    const pause = { placementId, startsOn: inDays(0), endsOn: inDays(2), reason: 'NO_WORK', note: '' };
    await ask(pausePlacement, { idempotencyKey: key(), ...pause }, loan.host);
    const [paused] = await toldTo(loan.worker, 'placementPaused');
    expect(paused?.text).toContain(`from ${inDays(0)} to ${inDays(2)}`);
    await ask(resumePlacement, { placementId }, loan.host);
    expect(await toldTo(loan.worker, 'placementResumed')).toHaveLength(1);
  });

  it('a review: whom it is about; an appeal: the officers', async () => {
    const { placementId, workerId } = loan;
    const { enterpriseId: hostId } = loan.host;
    const review = { reviewId: placementId, placementId, workerId, hostId, lenderId: loan.lender.enterpriseId };
    const events = [
      reviewPublished({ ...review, kind: 'host_of_worker' }),
      reviewAppealed({ ...review, kind: 'host_of_worker' }),
      reviewAppealDecided({ ...review, kind: 'host_of_worker', state: 'removed' }),
    ];
    await app.db.transaction((tx) => app.api.get(Outbox).recordAll(tx, events));
    expect(await toldTo(loan.worker, 'reviewPublished')).toHaveLength(1);
    expect(await toldTo(county, 'reviewAppealed')).toHaveLength(1);
    expect(await toldTo(loan.host, 'reviewRemoved')).toHaveLength(1);
  });

  it('a pass that another phone took over: its worker', async () => {
    await app.db.rows('UPDATE placement SET terms_confirmed_at = now() WHERE id = $1', [loan.placementId]);
    for (const phone of [await Phone.buy(), await Phone.buy()])
      await ask(
        issueWorkPass,
        { idempotencyKey: key(), placementId: loan.placementId, deviceKey: phone.deviceKey },
        loan.worker,
      );
    expect(await toldTo(loan.worker, 'workPassReplaced')).toMatchObject([{ link: '/my/pass' }]);
  });

  it('a later end that is proposed, and lapses', async () => {
    const input = { idempotencyKey: key(), placementId: loan.placementId, newEndsOn: inDays(40) };
    await ask(proposeExtension, input, loan.host);
    expect(await toldTo(loan.worker, 'extensionProposed')).toMatchObject([{ link: '/my/placements' }]);
    expect(await toldTo(loan.lender, 'extensionProposed')).toHaveLength(1);
    expect(await toldTo(loan.host, 'extensionProposed')).toEqual([]);
    await later(app, 30 * DAY_MS, () => app.jobs.get(PlacementExtensions).expirePast());
    for (const side of [loan.worker, loan.lender, loan.host])
      expect(await toldTo(side, 'extensionEnded')).toHaveLength(1);
  });

  it('a worker who is sent back: they and the lender, and the officers once they object', async () => {
    const asked = { placementId: loan.placementId, reason: 'AGREED_CASE', note: '', evidence: '考勤表' };
    const { id: returnId } = await ask(requestReturn, { idempotencyKey: key(), ...asked }, loan.host);
    const [noticed] = await toldTo(loan.worker, 'returnNoticed');
    expect(noticed?.text).toContain(inDays(3));
    await ask(objectToReturn, { returnId, objection: '考勤机坏了' }, loan.worker);
    expect(await toldTo(county, 'returnObjected')).toHaveLength(1);
    expect(await toldTo(loan.worker, 'returnObjected')).toEqual([]);
  });

  it('an accident that nobody files for: everybody, and the officers', async () => {
    const accident = {
      occurredOn: inDays(-1),
      time: '09:30',
      place: '二号车间',
      task: '焊接',
      description: '手部烫伤',
    };
    const more = { protection: '无手套', hospital: '县医院', witness: '' };
    await ask(
      reportInjury,
      { idempotencyKey: key(), placementId: loan.placementId, ...accident, ...more },
      loan.worker,
    );
    expect(await toldTo(loan.lender, 'injuryReported')).toHaveLength(1);
    expect(await toldTo(loan.worker, 'injuryReported')).toEqual([]);
    await later(app, 40 * DAY_MS, () => app.jobs.get(InjuryClocks).markOverdue());
    for (const side of [loan.worker, loan.lender, loan.host])
      expect(await toldTo(side, 'injuryOverdue')).toHaveLength(1);
    expect(await toldTo(county, 'injuryOverdueInRegion')).toMatchObject([{ link: '/bureau/desk?tab=injuries' }]);
    expect(await toldTo(city, 'injuryOverdueInRegion')).toEqual([]);
  });

  it('a worker who did not come: until when they may appeal', async () => {
    const missed = await loanOf(app, { state: 'planned' });
    await ask(reportNoShow, { placementId: missed.placementId }, missed.host);
    const [mine] = await toldTo(missed.worker, 'noShowReported', 'zh-CN');
    expect(mine?.text).toMatch(/您可在 \d{4}-\d\d-\d\d \d\d:\d\d 前申诉/);
    expect(await toldTo(missed.lender, 'employeeNoShow')).toHaveLength(1);
    expect(await toldTo(missed.worker, 'placementEnded')).toEqual([]);
  });
});

describe('officers', () => {
  it('have a complaint, and answer who complained; the other side learns nothing of it', async () => {
    const { host, worker, placementId } = await loanOf(app);
    const input = { idempotencyKey: key(), placementId, kind: 'WAGES', text: '加班费没有给' };
    const { id: complaintId } = await ask(fileComplaint, input, worker);
    const filed = await toldTo(county, 'complaintFiled', 'zh-CN');
    expect(filed).toMatchObject([
      { link: '/bureau/desk?tab=complaints', text: '收到一件针对 安溪铁艺家居有限公司 的投诉，请处理。' },
    ]);
    expect(await toldTo(city, 'complaintFiled')).toEqual([]);
    await ask(takeUp, { complaintId }, county);
    await ask(answerComplaint, { complaintId, decision: 'RESOLVED', answer: '已补发' }, county);
    expect(await toldTo(worker, 'complaintResolved')).toHaveLength(1);
    expect(await toldTo(host, 'complaintAgainstAnswered')).toEqual([]);
  });

  it('put an enterprise on a list: it reads why, in its language', async () => {
    const enterprise = await firm.actors.enterprise();
    const [{ registration_code: registrationCode } = { registration_code: '' }] = await app.db.rows<{
      registration_code: string;
    }>('SELECT registration_code FROM enterprise WHERE id = $1', [enterprise.enterpriseId]);
    const row = { registrationCode, list: 'WAGE_ARREARS', reason: '拖欠工资', source: '', startsOn: inDays(0) };
    await ask(importSanctions, { idempotencyKey: key(), rows: [row] }, county);
    const [zh] = await toldTo(enterprise, 'sanctionImported', 'zh-CN');
    expect(zh?.text).toBe('贵单位被列入拖欠农民工工资失信名单，暂不能进行交易。原因：拖欠工资');
    const [en] = await toldTo(enterprise, 'sanctionImported');
    expect(en?.text).toBe(
      'Your enterprise is on the list of enterprises that owe wages, so it cannot deal. Reason: 拖欠工资',
    );
  });

  it('establish that an employer is gone: it, its people and its hosts', async () => {
    const { host, lender, worker } = await loanOf(app);
    const input = { enterpriseId: lender.enterpriseId, reason: 'BANKRUPT', lostOn: inDays(0), note: '裁定书' };
    await ask(declareLenderLost, input, county);
    expect(await toldTo(lender, 'lenderLost')).toHaveLength(1);
    expect(await toldTo(worker, 'employerLost')).toHaveLength(1);
    expect(await toldTo(host, 'partnerLost')).toHaveLength(1);
  });
});

describe('all of it', () => {
  const stored = () => app.db.rows<object>('SELECT event_id, account_id, kind FROM notification ORDER BY id');

  it('is told once, though every event comes a second time', async () => {
    await app.settle();
    const before = await stored();
    const queues = app.jobs.get(JobQueues);
    for (const { name } of app.jobs.get(JobRunner).workers) await queues.queue(name).clean(0, 10_000, 'completed');
    // Consents were asked before their workers had accounts: only a second delivery as late as this one would reach them.
    await app.db.rows(
      `UPDATE outbox_event SET relayed_at = NULL
       WHERE (name LIKE 'labour.%' OR name LIKE 'directory.%') AND name <> 'labour.consent.requested'`,
    );
    await app.db.rows(`DELETE FROM processed_event WHERE handler LIKE 'notifications.%'`);
    await app.settle();
    expect(await stored()).toEqual(before);
  });

  it('reads whole in both languages, and leads to a path of the console', async () => {
    const all = await app.db.rows<{ kind: NotificationKind; params: MessageParams }>(
      'SELECT DISTINCT kind, params FROM notification',
    );
    expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThan(25);
    const texts = all.flatMap(({ kind, params }) =>
      (['zh-CN', 'en'] as const).map((language) => notificationText(kind, params, language)),
    );
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
    const bad = await app.db.rows(`SELECT kind FROM notification WHERE link <> '' AND link !~ '^/[a-z]'`);
    expect(bad).toEqual([]);
  });

  it('names no worker', async () => {
    const params = await app.db.rows<{ params: object }>('SELECT params FROM notification');
    expect(JSON.stringify(params)).not.toMatch(/林小竹|陈阿华/);
  });
});
