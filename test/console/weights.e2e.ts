import { afterAll, beforeAll, expect, it } from 'vitest';
import { Actors, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { places } from '../support/facts.js';

const publishNeed = 'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }';

/** One seat, and two who want it: one lives at the site, one has waited. */
describeInBrowser('the weights of a market', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let operator: Visitor;
  let officer: Visitor;
  let login: string;
  let patientId: string;

  const seated = async (): Promise<string | undefined> => {
    const [proposal] = await app.db.rows<{ id: string }>(
      `SELECT worker_id AS id FROM proposal WHERE state = 'proposed'`,
    );
    return proposal?.id;
  };

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    const idle = async (
      waited: number,
      place: { readonly latitude: number; readonly longitude: number },
    ): Promise<string> => {
      const worker = await actors.idleWorker();
      const [account] = await app.db.rows<{ id: string }>('SELECT worker_id AS id FROM account WHERE login = $1', [
        worker.login,
      ]);
      const id = account?.id ?? '';
      await app.db.rows('UPDATE worker SET latitude = $2, longitude = $3 WHERE id = $1', [
        id,
        place.latitude,
        place.longitude,
      ]);
      await app.db.rows('UPDATE availability SET created_at = now() - make_interval(days => $2) WHERE worker_id = $1', [
        id,
        waited,
      ]);
      return id;
    };
    await idle(0, places.town);
    patientId = await idle(5, places.near);
    const host = await actors.enterprise();
    await app.ask(publishNeed, { input: need({ headcount: 1 }) }, { as: host.token });
    await app.settle();
    ({ login } = await actors.operator());
    operator = await browser.visitor(app.url, laptop);
    await operator.logIn(login);
    officer = await browser.visitor(app.url, phone);
    await officer.logIn((await actors.officer('GB2260:350524')).login);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('an operator comes from the matching, and finds the default', async () => {
    const { page } = operator;
    await operator.go('/matching');
    await page.getByRole('link', { name: '默认权重（第 2 版）' }).waitFor();
    await page.getByRole('link', { name: '评分权重', exact: true }).click();
    await page.getByRole('heading', { name: '现行权重：第 2 版' }).waitFor();
    expect(await page.getByRole('button', { name: '试算' }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: '保存为新版本' }).count()).toBe(0);
  });

  it('tries another weight, and sees whom it moves', async () => {
    const { page } = operator;
    await page.getByRole('slider', { name: '等待时间' }).fill('100');
    await page.getByText('现行 10').waitFor();
    await page.getByRole('button', { name: '试算' }).click();
    await app.settle();
    await page.getByText('2 名员工的推荐会变；有推荐人选的岗位仍是 1 个，一个不少。').waitFor();
    await page.getByText('平均远 2.6').waitFor();
    await page.getByText('更照顾等得久的人：平均多 5 天').waitFor();
    await page.getByText('每条需求填上的岗位数都不变').waitFor();
    expect(await operator.axe()).toEqual([]);
    expect(await seated()).not.toBe(patientId);
  });

  it('can save only what was tried', async () => {
    const { page } = operator;
    const save = page.getByRole('button', { name: '保存为新版本' });
    await page.getByRole('slider', { name: '评价' }).fill('50');
    await page.getByText('上面的滑块和这次试算的权重不一样。').waitFor();
    expect(await save.count()).toBe(0);
    await page.getByRole('button', { name: '取回试算的权重' }).click();
    await save.waitFor();
  });

  it('saves it with the reason, and the market is matched by it', async () => {
    const { page } = operator;
    await page.getByRole('button', { name: '保存为新版本' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('为什么改').fill('照顾等得久的人');
    await dialog.getByRole('button', { name: '保存为新版本' }).click();
    await page.getByRole('heading', { name: '现行权重：第 3 版' }).waitFor();
    await page.getByText('这些就是现行权重（第 3 版）。').waitFor();
    const newest = page.getByRole('list', { name: '历次版本' }).getByRole('listitem').first();
    await newest.getByText('第 3 版').waitFor();
    await newest.getByText('现行', { exact: true }).waitFor();
    await newest.getByText(`${login} 设定`).waitFor();
    await newest.getByText('原因：照顾等得久的人').waitFor();
    await app.settle();
    expect(await seated()).toBe(patientId);
    await operator.go('/matching');
    await page.getByRole('link', { name: '自定权重（第 3 版）' }).waitFor();
  });

  it('an officer sees them and who answers for them, and has nothing to press', async () => {
    const { page } = officer;
    await officer.go('/matching/weights');
    await page.getByRole('heading', { name: '现行权重：第 3 版' }).waitFor();
    await page.getByText('平台运营方设定').first().waitFor();
    expect(await page.getByText(login).count()).toBe(0);
    expect(await page.getByRole('slider').count()).toBe(0);
    expect(await page.getByRole('button', { name: '填入上面' }).count()).toBe(0);
    expect(await officer.overflow()).toBe(0);
    expect(await officer.axe()).toEqual([]);
  });

  it('reads in the run how evenly it spread, and that two are too few to say', async () => {
    const { page } = officer;
    await officer.go('/matching');
    await page.getByRole('group', { name: '用工市场' }).getByRole('link').first().click();
    await page.getByRole('heading', { name: '推荐分得是否公平' }).waitFor();
    await page.getByText('所有推荐都给了同一家企业。').waitFor();
    await page.getByRole('heading', { name: '得到推荐的 1 人', exact: true }).waitFor();
    expect(await page.getByText('人数太少，说明不了什么。').count()).toBe(4);
    expect(await officer.overflow()).toBe(0);
    expect(await officer.axe()).toEqual([]);
  });

  it('the question stands among the earlier ones, and leads back to its answer', async () => {
    const { page } = officer;
    await officer.go('/matching/what-if');
    const row = page.getByRole('row').filter({ hasText: '2 人的推荐会变' });
    await row.getByText('评分权重').waitFor();
    await row.getByRole('link').click();
    await page.getByText('2 名员工的推荐会变').waitFor();
    expect(await page.getByRole('button', { name: '保存为新版本' }).count()).toBe(0);
  });

  it('nothing went wrong unseen', () => {
    expect([...operator.faults, ...officer.faults]).toEqual([]);
  });
});
