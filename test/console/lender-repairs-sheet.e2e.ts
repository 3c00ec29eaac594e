import { afterAll, beforeAll, expect, it } from 'vitest';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, TestBrowser, type Visitor } from '../support/browser.js';
import { inDays } from '../support/facts.js';

/** Two rows of three are wrong: a trade that nobody knows, and a headcount in words. A name tries to be a script. */
const broken = [
  '编号,工种,技能等级,人数,工资,计薪单位,可用开始日期,可用结束日期,通勤半径公里',
  `"<img src=x onerror=alert(1)>",藤编工,3,4,21.50,小时,${inDays(1)},${inDays(60)},20`,
  `B,藤编王,3,2,20,小时,${inDays(1)},${inDays(60)},20`,
  `C,普工,1,许多,18,小时,${inDays(1)},${inDays(60)},15`,
].join('\n');

describeInBrowser('a lender with a broken spreadsheet', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let enterprise: EnterpriseActor;
  let lender: Visitor;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    enterprise = await new Actors(app).enterprise();
    lender = await browser.visitor(app.url);
    await lender.logIn(enterprise.login);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('drops it and sees the faults at their cells', async () => {
    const { page } = lender;
    await lender.go('/lender/new');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: '富余.csv', mimeType: 'text/csv', buffer: Buffer.from(broken) });
    await page.getByText('其中 2 行有错误').waitFor();
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(2);
    expect(await page.getByRole('button', { name: /^发布 \d+ 人/ }).isDisabled()).toBe(true);
    expect(await lender.axe()).toEqual([]);
  });

  it('repairs them in place, and a reload takes nothing away', async () => {
    const { page } = lender;
    await page.getByLabel('工种，第 3 行').fill('藤编工');
    await page.getByLabel('人数，第 4 行').fill('5');
    await page.reload();
    await lender.ready();
    expect(await page.getByLabel('人数，第 4 行').inputValue()).toBe('5');
    await page.getByRole('button', { name: '重新检查' }).click();
    await page.getByText('全部正确，可以发布').waitFor();
  });

  it('publishes it once, and finds the listing', async () => {
    const { page } = lender;
    await page.getByRole('button', { name: '发布 11 人' }).click();
    await page.waitForURL('**/lender');
    await page.locator('main h2 a').first().waitFor();
    expect(await app.db.rows('SELECT count(*)::int AS n FROM surplus_listing')).toEqual([{ n: 1 }]);
  });

  it('nothing went wrong unseen', () => {
    expect(lender.faults).toEqual([]);
  });
});
