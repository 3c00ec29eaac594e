import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeQR } from 'qr/decode.js';
import { Clock, HOUR_MS } from '../../src/platform/clock/clock.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { confirmTerms } from '../support/deal.js';
import { plannedLoan } from '../support/loan.js';

/** Two phones at a gate: one shows a pass, the other reads it. Then both sides confirm the day. */
describeInBrowser('a worker comes through the gate', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let worker: Visitor;
  let gate: Visitor;
  let stranger: Visitor;
  let lender: Visitor;
  let used = '';

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const loan = await plannedLoan(app);
    await confirmTerms(app, loan.worker);
    worker = await browser.visitor(app.url, phone);
    gate = await browser.visitor(app.url, phone);
    stranger = await browser.visitor(app.url, phone);
    lender = await browser.visitor(app.url, phone);
    await lender.logIn(loan.lender.login);
    await worker.logIn(loan.worker.login);
    await gate.logIn(loan.host.login);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** What a camera reads off the screen: the drawing, pixel by pixel. */
  async function codeOn({ page }: Visitor): Promise<string> {
    const path = page.locator('svg[role="img"] > path');
    await path.waitFor();
    const { bits, width } = await path.evaluate((drawn) => {
      const scale = 4;
      const modules = Number(drawn.closest('svg')?.getAttribute('viewBox')?.split(' ')[2]);
      const canvas = new OffscreenCanvas(modules * scale, modules * scale);
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.fillStyle = getComputedStyle(drawn.closest('section') ?? drawn).backgroundColor;
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.scale(scale, scale);
      pen.fillStyle = getComputedStyle(drawn).fill;
      pen.fill(new Path2D(drawn.getAttribute('d') ?? ''));
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
      const found = Array.from({ length: data.length / 4 }, (_, at) => ((data[at * 4] ?? 0) < 128 ? '1' : '0'));
      return { bits: found.join(''), width: canvas.width };
    });
    const data = new Uint8Array(width * width * 4).fill(255);
    [...bits].forEach((bit, at) => bit === '1' && data.fill(0, at * 4, at * 4 + 3));
    return decodeQR({ width, height: width, data });
  }

  /** As a phone's own camera app does: it opens the code's link. */
  async function open(visitor: Visitor, code: string): Promise<void> {
    await visitor.go(`/gate${new URL(code).hash}`);
    await visitor.page.getByRole('button', { name: '下一位' }).waitFor();
  }

  it('the phone shows the pass one tap from today', async () => {
    const { page } = worker;
    await page.getByRole('link', { name: '出示上岗码' }).click();
    const code = await codeOn(worker);
    expect(code).toMatch(/\/gate#GJ1\./);
    await page.getByText('安溪急单家具厂').waitFor();
    await worker.picture('gate-pass');
    expect(await worker.overflow()).toBe(0);
    expect(await worker.axe()).toEqual([]);
    await page.setViewportSize(phone);
  });

  it('anyone may check it: yes, with initials and no name', async () => {
    await open(stranger, await codeOn(worker));
    const { page } = stranger;
    await page.getByText('可以上岗').waitFor();
    await page.getByText('陈*华').waitFor();
    expect(await page.getByText('陈阿华').count()).toBe(0);
    expect(await page.getByRole('button', { name: '签到（进）' }).count()).toBe(0);
    expect(page.url()).not.toContain('GJ1');
    expect(await stranger.axe()).toEqual([]);
  });

  it('without network the pass is there after a reload, and holds', async () => {
    const { page } = worker;
    // The browser has its files by then.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(async () => (await (await caches.open('gongji-console-1')).keys()).length > 5);
    await worker.setOffline(true);
    await page.reload();
    await page.getByText('当前无网络，上岗码仍然有效').waitFor();
    const { verifyWorkPass } = await app.ask<{ verifyWorkPass: { valid: boolean } }>(
      `mutation ($input: VerifyWorkPassInput!) { verifyWorkPass(input: $input) { valid } }`,
      { input: { pass: await codeOn(worker) } },
    );
    expect(verifyWorkPass.valid).toBe(true);
    await worker.setOffline(false);
    await page.getByText('有效至').waitFor();
  });

  it('the host sees the name and lets the worker in, which begins the placement', async () => {
    used = await codeOn(worker);
    await open(gate, used);
    const { page } = gate;
    await page.getByText('陈阿华').waitFor();
    await gate.picture('gate-yes');
    await page.getByRole('button', { name: '签到（进）' }).click();
    await page.getByText('已签到').waitFor();
    await page.getByRole('listitem').filter({ hasText: '陈阿华' }).waitFor();
    expect(await gate.axe()).toEqual([]);
    await page.setViewportSize(phone);
  });

  it('a minute later the same code is refused, and the page says why', async () => {
    app.api.get(Clock).shift(60_000);
    await open(gate, used);
    await gate.page.getByText('不可以').waitFor();
    await gate.page.getByText('截图无效').waitFor();
    await gate.picture('gate-no');
  });

  it('without network the gate says only that a code is real', async () => {
    const { page } = gate;
    await page.getByRole('button', { name: '下一位' }).click();
    await gate.setOffline(true);
    const { hash } = new URL(await codeOn(worker));
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, hash);
    await page.getByText('上岗码是真的').waitFor();
    expect(await page.getByText('不记考勤').count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: /签/ }).count()).toBe(0);
    await gate.setOffline(false);
  });

  it('the camera is asked for by a tap alone, and one without a camera is told another way', async () => {
    const { page } = gate;
    await gate.go('/gate');
    expect(await page.locator('video').count()).toBe(0);
    await page.getByRole('button', { name: '打开摄像头扫码' }).click();
    await page.getByText('无法使用摄像头').waitFor();
  });

  it('the list lets the worker out', async () => {
    app.api.get(Clock).shift(4 * HOUR_MS);
    const { page } = gate;
    await gate.go('/host/on-site');
    await page.getByRole('button', { name: '陈阿华 签退' }).click();
    await page.getByText('陈阿华 已签退').waitFor();
  });

  it('the host confirms the day, there or in the grid of the month', async () => {
    const { page } = gate;
    await page.getByRole('button', { name: '确认无误' }).click();
    await page.getByText('已确认 1 天').waitFor();
    await page.setViewportSize(laptop);
    await gate.go('/host/attendance?by=month');
    await page.getByRole('button', { name: /^陈阿华 .*待确认$/ }).click();
    const dialog = page.getByRole('dialog', { name: /陈阿华/ });
    await dialog.getByText('企业已确认，员工未确认').waitFor();
    await gate.picture('gate-month-day', false);
    await dialog.getByRole('button', { name: '关闭' }).click();
    expect(await gate.axe()).toEqual([]);
    await page.setViewportSize(phone);
  });

  it('the worker says that it is not right, and the host takes the claim over', async () => {
    const { page } = worker;
    await worker.go('/my/attendance');
    await page.getByText('待确认').first().waitFor();
    expect(await worker.axe()).toEqual([]);
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: '记得不对' }).click();
    await page.getByLabel('原因').fill('休息少记了');
    await page.getByLabel('休息（分钟）').fill('10');
    await page.getByRole('button', { name: '提出异议' }).click();
    await page.getByText('员工认为不对：休息少记了').waitFor();
    await gate.go('/host/attendance');
    await gate.page.getByText('员工认为不对：休息少记了').first().waitFor();
    expect(await gate.axe()).toEqual([]);
    await gate.page.setViewportSize(phone);
    await gate.page.getByRole('button', { name: '接受这个说法' }).first().click();
    await gate.page.getByText('异议已结束').waitFor();
  });

  it('the lender reads the hours, and adds those at its own plant', async () => {
    const { page } = lender;
    await lender.go('/lender/attendance');
    await page.getByText('1 天的记录').click();
    await page.getByText('休息 10 分钟').waitFor();
    expect(await page.getByRole('button', { name: '确认无误' }).count()).toBe(0);
    await page.getByText('在本厂的工时').click();
    await page.getByLabel('小时').fill('3.5');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存 陈阿华 在本厂的工时').waitFor();
    expect(await app.db.rows('SELECT minutes FROM other_work_day')).toEqual([{ minutes: 210 }]);
    expect(await lender.axe()).toEqual([]);
  });

  it('the trail of the day is there to read', async () => {
    const { page } = worker;
    await page.getByText('休息 10 分钟').first().waitFor();
    await page.getByText('修改记录').click();
    await page.getByText('员工 提出异议').waitFor();
    await page.getByText('企业 签到').waitFor();
    await worker.picture('gate-my-attendance');
  });

  it('nothing went wrong unseen', () => {
    expect([...worker.faults, ...gate.faults, ...stranger.faults, ...lender.faults]).toEqual([]);
  });
});
