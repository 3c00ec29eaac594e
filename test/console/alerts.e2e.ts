import { afterAll, beforeAll, expect, it } from 'vitest';
import { watchAlerts } from '../../src/bureau/alerts/watch-alerts.job.js';
import { Actors, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { Deals } from '../support/deals.js';
import { inDays } from '../support/facts.js';
import { startJob } from '../support/inbox.js';

describeInBrowser('an officer follows an alert to its cause', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let officer: Actor;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    officer = await actors.officer('GB2260:350524');
    const host = await actors.enterprise();
    await new Deals(app).need(host, { headcount: 30, startsOn: inDays(0) });
    await app.settle();
    await startJob(app, watchAlerts);
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

  it('from the message over the answer to the figures by occupation', async () => {
    const visitor = await browser.visitor(app.url);
    await visitor.logIn(officer.login);
    const { page } = visitor;
    await visitor.go('/bureau/alerts');
    await page.getByRole('link', { name: '用工满足率偏低', exact: true }).click();
    await page.waitForURL('**/bureau/alerts/*');
    // The address changes first: the list, where several alerts say the same, is to be gone.
    await page.getByRole('group', { name: '处理状态' }).waitFor({ state: 'detached' });
    await page.getByText('用工满足率为 0%。').waitFor();
    await page.getByRole('button', { name: '认领' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('正在联系企业');
    await dialog.getByRole('button', { name: '认领' }).click();
    await page.getByText('处理中').first().waitFor();
    await looksRight(visitor);
    await page.getByRole('link', { name: '查看原因' }).click();
    await page.waitForURL('**/bureau/indicators/FILL_RATE?**');
    await page.getByText('按工种', { exact: true }).click();
    await page.getByRole('cell', { name: '0 / 30', exact: true }).waitFor();
    await looksRight(visitor);
    expect(visitor.faults).toEqual([]);
  });

  it('on a phone, where a rule is tried on the past before it is saved', async () => {
    const visitor = await browser.visitor(app.url, phone);
    await visitor.logIn(officer.login);
    const { page } = visitor;
    await visitor.go('/bureau/alerts/rules');
    await page.getByRole('button', { name: '新建规则' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('规则名称').fill('焊工缺口');
    await dialog.getByRole('button', { name: '用近半年的数据试一试' }).click();
    await dialog.getByText('近半年会预警 1 次。').waitFor();
    await looksRight(visitor);
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('heading', { name: '焊工缺口' }).waitFor();
    expect(visitor.faults).toEqual([]);
  });
});
