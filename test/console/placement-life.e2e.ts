import { afterAll, beforeAll, expect, it } from 'vitest';
import { Actors } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { inDays } from '../support/facts.js';
import { type Loan, loanOf } from '../support/standing-loan.js';

describeInBrowser('what goes wrong at a placement is dealt with in the console', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let loan: Loan;
  let worker: Visitor;
  let lender: Visitor;
  let host: Visitor;
  let officer: Visitor;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    loan = await loanOf(app, { startsOn: inDays(-5) });
    const bureau = await new Actors(app).officer('GB2260:350524');
    worker = await browser.visitor(app.url, phone);
    [lender, host, officer] = [
      await browser.visitor(app.url, laptop),
      await browser.visitor(app.url, laptop),
      await browser.visitor(app.url, laptop),
    ];
    await worker.logIn(loan.worker.login);
    await lender.logIn(loan.lender.login);
    await host.logIn(loan.host.login);
    await officer.logIn(bureau.login);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('the worker reports an injury on a phone, and is told of help first', async () => {
    const { page } = worker;
    await worker.go(`/my/placements/${loan.placementId}`);
    await page.getByRole('button', { name: '报告受伤' }).click();
    await page.getByRole('link', { name: '120' }).waitFor();
    await page.getByLabel('哪一天').fill(inDays(-1));
    await page.getByLabel('几点').fill('09:30');
    await page.getByLabel('在哪里', { exact: true }).fill('二号车间');
    await page.getByLabel('当时在做什么').fill('焊接');
    await page.getByLabel('发生了什么').fill('手部烫伤');
    await page.getByRole('button', { name: '报告', exact: true }).click();
    await page.getByText('还剩 29 天').waitFor();
    expect(await worker.overflow()).toBe(0);
  });

  it('the lender sees the clock and files', async () => {
    const { page } = lender;
    await lender.go(`/lender/placements/${loan.placementId}`);
    await page.getByText('还剩 29 天').waitFor();
    await page.getByRole('button', { name: '已申请工伤认定' }).click();
    await page.getByText('已申请认定').waitFor();
  });

  it('the host asks to send the worker back with evidence; the worker objects', async () => {
    await host.go(`/host/placements/${loan.placementId}`);
    await host.page.getByRole('button', { name: '提出提前结束' }).click();
    await host.page.getByLabel('不能胜任工作').check();
    await host.page.getByLabel('有什么证据').fill('三次返工记录');
    await host.page.getByRole('dialog').getByRole('button', { name: '提出提前结束' }).click();
    await host.page.getByText('证据：三次返工记录').waitFor();
    await worker.go(`/my/placements/${loan.placementId}`);
    await worker.page.getByRole('button', { name: '我有异议' }).click();
    await worker.page.getByLabel('哪里不对').fill('没有培训过');
    await worker.page.getByRole('dialog').getByRole('button', { name: '我有异议' }).click();
    await worker.page.getByText('员工的异议：没有培训过').waitFor();
    await officer.go('/bureau/desk?tab=returns');
    await officer.page.getByText('员工的异议：没有培训过').waitFor();
  });

  it('a complaint is taken up and answered by an officer, and the worker reads it', async () => {
    await worker.page.getByRole('button', { name: '向人社局投诉' }).click();
    await worker.page.getByRole('dialog').getByLabel('发生了什么').fill('加班费没有给');
    await worker.page.getByRole('button', { name: '提交投诉' }).click();
    await worker.page.getByText('人社局已收到').waitFor();
    const { page } = officer;
    await officer.go('/bureau/desk?tab=complaints');
    await page.getByRole('button', { name: '受理' }).click();
    await page.getByRole('button', { name: '解决并答复' }).click();
    await page.getByLabel('答复（投诉人会看到）').fill('已补发');
    await page.getByRole('dialog').getByRole('button', { name: '解决并答复' }).click();
    await page.getByText('答复：已补发').waitFor();
    await worker.go('/my/voice');
    await worker.page.getByText('人社局答复：已补发').waitFor();
  });

  it('nothing went wrong unseen', () => {
    expect([worker, lender, host, officer].flatMap(({ faults }) => faults)).toEqual([]);
  });
});
