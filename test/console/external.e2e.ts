import { afterAll, beforeAll, expect, it } from 'vitest';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { monthsFrom } from '../support/external.js';

describeInBrowser('an officer gathers what another department counts', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let officer: Actor;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    officer = await new Actors(app).officer('GB2260:350524');
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const looksRight = async (visitor: Visitor): Promise<void> => {
    expect(await visitor.overflow()).toBe(0);
    expect(await visitor.axe()).toEqual([]);
  };

  it('registers a series, repairs a sheet of it, and sees what is to be looked at', async () => {
    const visitor = await browser.visitor(app.url);
    await visitor.logIn(officer.login);
    const { page } = visitor;
    await visitor.go('/bureau/external');
    await page.getByText('尚未登记外部指标。').waitFor();
    await page.getByRole('button', { name: '登记外部指标' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('中文名称').fill('工业用电量');
    await dialog.getByLabel('编码').fill('kwh_industry');
    await dialog.getByRole('textbox', { name: '部门' }).fill('供电公司');
    await dialog.getByLabel('计量单位').fill('万千瓦时');
    await looksRight(visitor);
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('尚无数据。').waitFor();

    await page.getByRole('link', { name: '导入数据' }).click();
    const months = monthsFrom(-24, 22);
    const rows = months.map((month, at) => `${month},${at === 5 ? '很多' : String(1_000 + ((at * 7) % 11))}`);
    const csv = ['时期,数值', ...rows.filter((_, at) => at !== 12)].join('\n');
    const file = { name: '用电.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByText('不是数字').first().waitFor();
    await looksRight(visitor);
    const cell = page.getByLabel('数值，第 7 行');
    await cell.fill('5000');
    await page.getByRole('button', { name: '重新检查' }).click();
    await page.getByRole('button', { name: '导入 21 个数据' }).click();

    await page.getByText('缺 1 期').waitFor();
    await page.getByText('2 处突变').waitFor();
    await page.getByText(/起迟报$/).waitFor();
    await page.getByText('读取 21，新增 21，修订 0').waitFor();
    await looksRight(visitor);
    await visitor.go('/bureau/external');
    await page.getByRole('link', { name: '工业用电量' }).waitFor();
    await looksRight(visitor);
    expect(visitor.faults).toEqual([]);
  });

  it('on a phone, sees it beside an indicator, in words that claim no cause', async () => {
    const visitor = await browser.visitor(app.url, phone);
    await visitor.logIn(officer.login);
    const { page } = visitor;
    await visitor.go('/bureau/external');
    await page.getByRole('link', { name: '工业用电量' }).click();
    await page.getByRole('link', { name: '与平台指标并列' }).click();
    await page.getByText('不能证明一个引起另一个').waitFor();
    // Nobody has asked for hands yet: one side never moves.
    await page.getByText('两者都有数据的时期不足八个，无法判断。').waitFor();
    await page.getByLabel('平台指标').selectOption('JOB_SEEKERS');
    await page.waitForURL('**/joint?with=JOB_SEEKERS');
    await page.getByRole('heading', { name: /^求职人数/ }).waitFor();
    await looksRight(visitor);
    expect(visitor.faults).toEqual([]);
  });
});
