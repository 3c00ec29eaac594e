import { afterAll, beforeAll, expect, it } from 'vitest';
import { watchAlerts } from '../../src/bureau/alerts/watch-alerts.job.js';
import { Actors, availability, type Actor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { Deals } from '../support/deals.js';
import { inDays } from '../support/facts.js';
import { startJob } from '../support/inbox.js';
import { MailServer, subjectOf } from '../support/mail.js';
import { crewOf } from '../support/transport-rows.js';

const [anxi, nanan] = ['GB2260:350524', 'GB2260:350583'];

describeInBrowser('an officer from an alert to the report of what was done', () => {
  let mail: MailServer;
  let app: TestApp;
  let browser: TestBrowser;
  let officer: Visitor;
  let rider: Actor;

  beforeAll(async () => {
    mail = await MailServer.start();
    app = await TestApp.start({ SMTP_URL: mail.url });
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    const deals = new Deals(app);
    const { login } = await actors.officer(anxi);
    const host = await actors.enterprise();
    for (const wageFloorFen of [3000, 3200]) {
      const { token } = await actors.idleWorker();
      const input = availability({ wageFloorFen });
      await app.ask(
        'mutation ($input: SetMyAvailabilityInput!) { setMyAvailability(input: $input) { id } }',
        { input },
        { as: token },
      );
    }
    rider = await actors.idleWorker();
    const { placementId, workerId } = await deals.hire(host, rider);
    await app.db.rows(
      `UPDATE placement SET starts_on = $2, ends_on = $2::date + 20, state = 'planned', started_at = NULL WHERE id = $1`,
      [placementId, inDays(5)],
    );
    await app.db.rows(`UPDATE worker SET region_id = $2, latitude = 24.961, longitude = 118.391 WHERE id = $1`, [
      ...[workerId, nanan],
    ]);
    await crewOf(app, host.enterpriseId, 17, inDays(5));
    await deals.need(host, { headcount: 30, startsOn: inDays(0) });
    await app.settle();
    await startJob(app, watchAlerts);
    await app.settle();
    officer = await browser.visitor(app.url);
    await officer.logIn(login);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await mail.close();
  });

  const looksRight = async (visitor: Visitor): Promise<void> => {
    expect(await visitor.overflow()).toBe(0);
    expect(await visitor.axe()).toEqual([]);
    expect(visitor.faults).toEqual([]);
  };

  it('follows the alert to the trade that lacks people', async () => {
    const { page } = officer;
    await officer.go('/bureau/alerts');
    await page.getByRole('link', { name: '用工满足率偏低', exact: true }).click();
    await page.waitForURL('**/bureau/alerts/*');
    // The address changes first: the list, where several alerts say the same, is to be gone.
    await page.getByRole('group', { name: '处理状态' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '查看原因' }).click();
    await page.waitForURL('**/bureau/indicators/FILL_RATE?**');
    await page.getByText('按工种', { exact: true }).click();
    await page.getByRole('rowheader', { name: /藤编工/ }).waitFor();
    await looksRight(officer);
  });

  it('down to the need, and what keeps its seats empty', async () => {
    const { page } = officer;
    await page
      .getByRole('button', { name: /^为何空缺/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '为什么还空着 30 个岗位' }).waitFor();
    await looksRight(officer);
    await page.getByRole('button', { name: '关闭', exact: true }).click();
  });

  it('tries a remedy', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: '试算措施' }).click();
    const why = page.getByRole('form', { name: '岗位为什么空着，怎样能填上' });
    await why.getByRole('combobox', { name: /^工种/ }).pressSequentially('tbg');
    await page.getByRole('option', { name: /藤编工/ }).click();
    await why.getByRole('button', { name: '算一算' }).click();
    await app.settle();
    await page.getByRole('button', { name: '试这一项' }).first().click();
    await page.getByRole('button', { name: '试算', exact: true }).click();
    await app.settle();
    await page.getByRole('cell', { name: /^有推荐的岗位 0 → 2/ }).waitFor();
    expect(officer.faults).toEqual([]);
  });

  it('plans the buses of those who come from afar, and asks them', async () => {
    const { page } = officer;
    await officer.go('/bureau/transport');
    const group = page.getByRole('row', { name: /南安市 → 安溪县/ });
    await group.getByRole('cell', { name: '18', exact: true }).waitFor();
    await looksRight(officer);
    await group.getByRole('button', { name: '安排班车' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '开始计算' }).click();
    await page.waitForURL('**/bureau/transport/*-*');
    await app.settle();
    await page.getByText('18 / 19').waitFor();
    await page.getByRole('button', { name: '起站名' }).first().click();
    await page.getByRole('dialog').getByRole('textbox', { name: '站名' }).fill('官桥车站');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText('官桥车站', { exact: true }).waitFor();
    await page.getByRole('button', { name: '发布并征询乘车人' }).click();
    await page.getByRole('link', { name: '下载乘车名单（PDF）' }).waitFor();
    await app.settle();
    await looksRight(officer);
  });

  it('a worker takes the seat on a phone', async () => {
    const visitor = await browser.visitor(app.url, phone);
    await visitor.logIn(rider.login);
    const { page } = visitor;
    await visitor.go('/my');
    await page.getByRole('heading', { name: '有班车座位等您确认' }).waitFor();
    await page.getByRole('button', { name: '我乘车' }).click();
    await page.getByRole('heading', { name: '有班车座位等您确认' }).waitFor({ state: 'detached' });
    await visitor.go('/my/buses');
    await page.getByText('已确认乘车').waitFor();
    await looksRight(visitor);
    await officer.page.reload();
    await officer.page.getByText('1 / 18').waitFor();
  });

  it('reports it to the leadership by e-mail', async () => {
    const { page } = officer;
    await officer.go('/bureau/reports/new');
    await page.getByLabel('收件邮箱').fill('leader@example.com');
    await page.getByRole('button', { name: '保存计划' }).click();
    await page.waitForURL('**/bureau/reports/plans');
    await page.getByRole('button', { name: '生成报告' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '生成报告' }).click();
    await page.waitForURL('**/bureau/reports/*-*');
    await app.settle();
    await page.getByRole('link', { name: /下载 PDF/ }).waitFor();
    await page.getByText('leader@example.com').waitFor();
    await page.getByText('已发送').waitFor();
    const subjects = mail.mails.filter(({ to }) => to === 'leader@example.com').map(subjectOf);
    expect(subjects).toEqual([expect.stringContaining('用工监测周报')]);
    await looksRight(officer);
  });
});
