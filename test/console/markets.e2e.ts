import { afterAll, beforeAll, expect, it } from 'vitest';
import { InteractionJobs } from '../../src/matching/markets/interaction.jobs.js';
import { Actors, availability, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { mobile, places, residentId } from '../support/facts.js';

/** One works where he lives, another would come from Jinjiang to Anxi: together they are one market. */
describeInBrowser('the division into labour markets', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let officer: Visitor;
  let operator: Visitor;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    const host = await actors.enterprise();
    await actors.idleWorker();
    await commuter(actors);
    await app.ask(
      'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
      { input: need({ headcount: 3 }) },
      { as: host.token },
    );
    await app.settle();
    officer = await browser.visitor(app.url, laptop);
    await officer.logIn((await actors.officer('GB2260:350500')).login);
    operator = await browser.visitor(app.url, phone);
    await operator.logIn((await actors.operator()).login);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  async function commuter(actors: Actors): Promise<void> {
    const worker = await actors.worker({
      person: { name: '黄远行', phone: mobile(), idNumber: residentId(), ...places.jinjiang },
    });
    const as = { as: worker.token };
    await app.ask(
      'mutation ($input: SetMySkillsInput!) { setMySkills(input: $input) { id } }',
      { input: { skills: [{ occupationId: 'GJ:RT-WEAVE', level: 3 }] } },
      as,
    );
    await app.ask(
      'mutation ($input: SetMyAvailabilityInput!) { setMyAvailability(input: $input) { id } }',
      { input: availability({ radiusM: 60_000 }) },
      as,
    );
  }

  const proposed = async (): Promise<number> =>
    (await app.db.rows<{ n: number }>(`SELECT count(*)::int AS n FROM proposal WHERE state = 'proposed'`))[0]?.n ?? -1;

  it('an officer comes from the matching, and is told that nothing was measured yet', async () => {
    const { page } = officer;
    await officer.go('/matching');
    await page.getByRole('link', { name: '市场划分' }).click();
    await page.getByRole('heading', { name: '现在：1 个市场' }).waitFor();
    await page.getByText('还没有测量这里的员工和需求能到多远').waitFor();
  });

  it('sees what belongs together, on the map and in words', async () => {
    await app.jobs.get(InteractionJobs).measure();
    const { page } = officer;
    await officer.go('/matching/markets');
    await page.getByRole('heading', { name: '建议：1 个市场' }).waitFor();
    const row = page.getByRole('group', { name: '建议的市场' }).getByRole('row').nth(1);
    await row.getByText('安溪县、晋江市').waitFor();
    await row.getByRole('progressbar', { name: /100%/ }).waitFor();
    await page.getByRole('img', { name: '建议划分的地图，文字见下表' }).waitFor();
    await page.getByText('50%', { exact: true }).click();
    await page.waitForURL(/least=50/);
    expect(await officer.axe()).toEqual([]);
  });

  it('gives a county a market of its own, and is told what follows before', async () => {
    expect(await proposed()).toBe(2);
    const { page } = officer;
    await page.getByRole('checkbox', { name: '安溪县（泉州市）' }).check();
    await page.getByText('已选 1 个县').waitFor();
    await page.getByRole('button', { name: '移到……' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('新市场的中文名').fill('安溪');
    await dialog.getByLabel('新市场的英文名').fill('Anxi');
    await dialog.getByText('安溪县：泉州市 → 安溪').waitFor();
    await dialog.getByText('跨过新边界的推荐随之结束').waitFor();
    expect(await officer.axe()).toEqual([]);
    await dialog.getByRole('button', { name: '确认移动' }).click();
    await page.getByRole('heading', { name: '现在：2 个市场' }).waitFor();
    await page.getByRole('checkbox', { name: '安溪县（安溪）' }).waitFor();
    await app.settle();
    expect(await proposed()).toBe(1);
  });

  it('an operator puts it back from a phone, and all is as it was', async () => {
    const { page } = operator;
    await operator.go('/matching/markets');
    await page.getByRole('heading', { name: '现在：2 个市场' }).waitFor();
    await page.getByRole('checkbox', { name: '安溪县（安溪）' }).check();
    await page.getByRole('button', { name: '移到……' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^安溪/ }).check();
    await dialog.getByText('这些县已经在这个市场里了。').waitFor();
    await dialog.getByRole('radio', { name: /^泉州市/ }).check();
    await dialog.getByRole('button', { name: '确认移动' }).click();
    await page.getByRole('checkbox', { name: '安溪县（泉州市）' }).waitFor();
    await app.settle();
    expect(await proposed()).toBe(2);
    expect(await operator.overflow()).toBe(0);
    expect(await operator.axe()).toEqual([]);
  });

  it('nothing went wrong unseen', () => {
    expect([...operator.faults, ...officer.faults]).toEqual([]);
  });
});
