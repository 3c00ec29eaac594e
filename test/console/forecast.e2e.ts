import { afterAll, beforeAll, expect, it } from 'vitest';
import { watchForecasts } from '../../src/bureau/alerts/watch-alerts.job.js';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { startJob } from '../support/inbox.js';
import { orderLacking, weeksOfNeeds } from '../support/shortage-rows.js';

describeInBrowser('an officer looks at the shortage that is expected', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let officer: Actor;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    officer = await actors.officer('GB2260:350524');
    const { enterpriseId } = await actors.enterprise();
    const weeks = Array.from({ length: 28 }, (_, at) => ({
      ...{ week: at - 26, headcount: 8 + (at % 3), filled: 3, publishedBefore: 21, agreedBefore: 7 },
    }));
    const few = { week: -1, headcount: 4, filled: 0, publishedBefore: 9, agreedBefore: 1, occupationId: 'GJ:RT-WELD' };
    await weeksOfNeeds(app, enterpriseId, [...weeks, few]);
    await orderLacking(app, enterpriseId, { heads: 60, week: 4 });
    await app.settle();
    await startJob(app, watchForecasts);
    await app.settle();
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const looksRight = async (visitor: Visitor): Promise<void> => {
    expect(await visitor.overflow()).toBe(0);
    expect(await visitor.axe()).toEqual([]);
  };

  it('from the alert to the forecast, its error in plain words, and the part that lacks most', async () => {
    const visitor = await browser.visitor(app.url);
    await visitor.logIn(officer.login);
    const { page } = visitor;
    await visitor.go('/bureau/alerts');
    await page.getByText(/缺工人数预计达到 [\d.]+。/).waitFor();
    await page.getByRole('link', { name: '查看预测' }).click();
    await page.waitForURL('**/bureau/forecast?**');
    await page.getByText(/本方法平均相差 .+ 人；“与上周相同”平均相差 .+ 人。/).waitFor();
    const known = page.getByRole('group', { name: '逐周的已知与预计' });
    expect(await known.getByRole('row').count()).toBe(5);
    await looksRight(visitor);
    await page.getByRole('button', { name: '查看全部辖区' }).click();
    await page
      .getByRole('row', { name: /电焊工|焊工/ })
      .getByText('数据不足')
      .waitFor();
    await looksRight(visitor);
    expect(visitor.faults).toEqual([]);
  });

  it('on a phone, where too little is known for a forecast', async () => {
    const visitor = await browser.visitor(app.url, phone);
    await visitor.logIn(officer.login);
    const { page } = visitor;
    await visitor.go('/bureau/forecast?occupation=GJ:RT-WELD');
    await page.getByText('数据不足，无法预测。').waitFor();
    await page.getByText('已有 1 周的历史，学习和检验需要 22 周。').waitFor();
    await looksRight(visitor);
    expect(visitor.faults).toEqual([]);
  });

  it('and makes a rule of it, tried on what would have been forecast', async () => {
    const visitor = await browser.visitor(app.url, phone);
    await visitor.logIn(officer.login);
    const { page } = visitor;
    await visitor.go('/bureau/alerts/rules');
    await page.getByRole('button', { name: '新建规则' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('规则名称').fill('预计缺五人');
    await dialog.getByLabel('比较什么').selectOption('FORECAST');
    await dialog.getByLabel('预警阈值').fill('5');
    await dialog.getByLabel('解除值').fill('4');
    await dialog.getByLabel('最少计入').fill('1');
    await dialog.getByRole('button', { name: '用近半年的数据试一试' }).click();
    await dialog.getByText(/近半年会预警 [1-9] 次。/).waitFor();
    await dialog.getByText('每周检验一次', { exact: false }).waitFor();
    await looksRight(visitor);
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('heading', { name: '预计缺五人' }).waitFor();
    expect(visitor.faults).toEqual([]);
  });
});
