import { afterAll, beforeAll, expect, it } from 'vitest';
import { Actors } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { add, hire, monday, recordDays, stated } from '../support/attendance.js';
import { describeInBrowser, TestBrowser, type Visitor } from '../support/browser.js';

const month = monday.slice(0, 7);

/** One row is right, one names a time that is none. */
const sheet = [
  '姓名,日期,上班,下班,休息分钟',
  `林小竹,${add(monday, 2)},08:00,17:00,60`,
  `林小竹,${add(monday, 3)},08:00,五点,60`,
].join('\n');

describeInBrowser('a host keeps its attendance in the console', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let host: Visitor;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    const [employer, person] = [await actors.enterprise(), await actors.idleWorker()];
    const placementId = await hire(app, person, employer);
    await recordDays(app, employer, [
      stated(placementId, monday),
      // Far more hours than a day may have, which is recorded and paid, and said (R16).
      stated(placementId, add(monday, 1), 8, 22),
    ]);
    host = await browser.visitor(app.url);
    await host.logIn(employer.login);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const cell = (day: string, text: RegExp) =>
    host.page.getByRole('button', { name: new RegExp(`^林小竹 ${day}: .*${text.source}`) });

  it('sees a month by person, with what the guard of hours finds', async () => {
    await host.go(`/host/attendance?by=month&month=${month}`);
    await cell(monday, /8 待确认/).waitFor();
    await host.page.getByText('R16').first().waitFor();
    await host.picture('attendance-month');
    expect(await host.axe()).toEqual([]);
  });

  it('corrects a day, and the trail keeps what stood before', async () => {
    const { page } = host;
    await cell(add(monday, 1), /待确认/).click();
    await page.getByRole('button', { name: '更正' }).click();
    await page.getByLabel('下班时间').fill('18:00');
    await page.getByRole('button', { name: '保存更正' }).click();
    await page.getByText('已更正').waitFor();
    await page.getByText('修改记录').click();
    await page.getByText('08:00 上班 · 22:00 下班').waitFor();
    await page.getByText('企业 更正').waitFor();
    await page.getByRole('button', { name: '关闭' }).click();
    await cell(add(monday, 1), /9 待确认/).waitFor();
  });

  it('puts a forgotten day on record', async () => {
    const { page } = host;
    await cell(add(monday, 4), /补记考勤/).click();
    await page.getByRole('button', { name: '记录', exact: true }).click();
    await page.getByText('已记录').waitFor();
    await cell(add(monday, 4), /8 待确认/).waitFor();
  });

  it('imports its own spreadsheet, once the fault is repaired', async () => {
    const { page } = host;
    await page.getByRole('link', { name: '导入考勤表' }).click();
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: '考勤.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
    await page.getByText('其中 1 行有错误').waitFor();
    await page.getByLabel('下班，第 3 行').fill('17:00');
    await page.getByRole('button', { name: '重新检查' }).click();
    await page.getByText('全部正确，可以记录').waitFor();
    await page.getByRole('button', { name: '记录 2 天' }).click();
    await page.waitForURL('**/host/attendance');
    expect(await app.db.rows('SELECT count(*)::int AS n FROM attendance_day')).toEqual([{ n: 5 }]);
  });

  it('confirms all that waits at once', async () => {
    const { page } = host;
    await host.go('/host/on-site');
    await page.getByRole('button', { name: '全部确认（5 天）' }).click();
    await page.getByText('已确认 5 天').waitFor();
    await host.go(`/host/attendance?by=day&day=${monday}`);
    await page.getByText('企业已确认，员工未确认').waitFor();
  });

  it('nothing went wrong unseen', () => {
    expect(host.faults).toEqual([]);
  });
});
