import { afterAll, beforeAll, expect, it } from 'vitest';
import { Actors, availability, need, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';

const publishNeed = 'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }';
const setAvailability = 'mutation ($input: SetMyAvailabilityInput!) { setMyAvailability(input: $input) { id } }';

describeInBrowser('what would fill the seats', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let host: EnterpriseActor;
  let officer: Visitor;
  let factory: Visitor;
  let needId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    host = await actors.enterprise();
    for (const wageFloorFen of [2000, 2600, 2700, 3000]) {
      const { token } = await actors.idleWorker();
      await app.ask(setAvailability, { input: availability({ wageFloorFen }) }, { as: token });
    }
    ({
      publishNeed: { id: needId },
    } = await app.ask<{ publishNeed: { id: string } }>(
      publishNeed,
      { input: need({ headcount: 4, wageFen: 2400 }) },
      { as: host.token },
    ));
    await app.settle();
    factory = await browser.visitor(app.url, phone);
    officer = await browser.visitor(app.url, laptop);
    await factory.logIn(host.login);
    await officer.logIn((await actors.officer('GB2260:350524')).login);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('an officer asks why seats of a trade are empty', async () => {
    const { page } = officer;
    await officer.go('/matching');
    await page.getByRole('link', { name: '试一试：如果……' }).click();
    const why = page.getByRole('form', { name: '岗位为什么空着，怎样能填上' });
    await why.getByRole('combobox', { name: /^工种/ }).pressSequentially('tbg');
    await page.getByRole('option', { name: /藤编工/ }).click();
    await why.getByRole('button', { name: '算一算' }).click();
    await app.settle();
    const first = page.getByRole('list', { name: '怎样能填上' }).getByRole('listitem').first();
    await first.getByText('工资提高 ¥6.00').waitFor();
    await first.getByText('多填 3 个').waitFor();
    await page.getByText('4 个空缺岗位中，现在有 1 个有推荐人选。').waitFor();
  });

  it('tries the first remedy, and as many seats are filled', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: '试这一项' }).first().click();
    expect(await page.getByLabel('提高多少（元）').inputValue()).toBe('6');
    await page.getByRole('button', { name: '试算', exact: true }).click();
    await app.settle();
    await page.getByText('1 → 4', { exact: true }).waitFor();
    await page.locator('dl').getByText('+3', { exact: true }).waitFor();
    await page.getByRole('cell', { name: '有推荐的岗位 1 → 4' }).waitFor();
    expect(await officer.axe()).toEqual([]);
  });

  it('a colleague opens the answer by its address', async () => {
    const colleague = await browser.visitor(app.url, phone);
    await colleague.logIn((await new Actors(app).officer('GB2260:350500')).login);
    const { pathname, search } = new URL(officer.page.url());
    await colleague.go(pathname + search);
    await colleague.page.getByText('1 → 4', { exact: true }).waitFor();
    expect(await colleague.page.getByRole('button', { name: '试这一项' }).count()).toBe(0);
    expect(await colleague.overflow()).toBe(0);
    expect(colleague.faults).toEqual([]);
  });

  it('the factory raises the wage by a remedy, and the seats fill', async () => {
    const { page } = factory;
    await factory.go(`/host/needs/${needId}`);
    await page.getByRole('button', { name: '怎样能填上这些岗位？' }).click();
    await app.settle();
    const first = page.getByRole('list', { name: '怎样能填上' }).getByRole('listitem').first();
    await first.getByText('工资提到每小时 ¥30.00').waitFor();
    expect(await factory.overflow()).toBe(0);
    expect(await factory.axe()).toEqual([]);
    await first.getByRole('button', { name: '改需求' }).click();
    await page.getByRole('button', { name: '确认修改' }).click();
    await page.getByText('¥30.00').first().waitFor();
    await app.settle();
    await page
      .getByText(/^人选 /)
      .nth(3)
      .waitFor();
  });

  it('nothing went wrong unseen', () => {
    expect([...officer.faults, ...factory.faults]).toEqual([]);
  });
});
