import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepGuarantee } from '../../src/orders/orders.jobs.js';
import { Actors } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { lineOf, publishWindow } from '../support/capacity.js';
import { inDays } from '../support/facts.js';
import { lot, Materials } from '../support/materials.js';

/** An order goes from its recipe to people, goods and hours of others, by the screens of its enterprise and of the bureau. */
describeInBrowser('orders', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let maker: Visitor;
  let officer: Visitor;
  let materials: Materials;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    materials = new Materials(app);
    const making = await actors.enterprise('安溪藤铁工艺厂');
    const [rattan, painter] = [await actors.enterprise('安溪藤料行'), await actors.enterprise('安溪喷涂厂')];
    for (let n = 0; n < 3; n++) await actors.idleWorker('GJ:RT-WEAVE', 3);
    await materials.publish(rattan, lot({ quantity: { value: '150' }, availableUntil: inDays(60) }));
    await publishWindow(app, painter, await lineOf(app, painter), { setupMinutes: 0, fenPerHour: 6_000 });
    maker = await browser.visitor(app.url, laptop);
    await maker.logIn(making.login);
    officer = await browser.visitor(app.url, phone);
    await officer.logIn((await actors.officer('GB2260:350524')).login);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const looksRight = async (visitor: Visitor): Promise<void> => {
    expect(await visitor.overflow()).toBe(0);
    expect(await visitor.axe()).toEqual([]);
  };
  /** Fills in a line of people, goods or machine time. */
  const fillLine = async (number: number, fill: (line: ReturnType<Visitor['page']['getByRole']>) => Promise<void>) =>
    fill(maker.page.getByRole('group', { name: `第 ${number} 项` }));

  it('a recipe says what one chair takes', async () => {
    const { page } = maker;
    await maker.go('/orders/recipes');
    await page.getByText('还没有配方。').waitFor();
    await page.getByRole('link', { name: '新配方' }).click();
    await page.getByLabel('产品名称').fill('藤编椅');
    await page.getByLabel('计量单位').fill('把');
    await fillLine(1, async (line) => {
      await line.getByLabel('工种').fill('藤编');
      await page.getByRole('option', { name: '藤编工', exact: true }).click();
      await line.getByLabel('每件工时（小时）').fill('4');
      await line.getByLabel('工资（元）').fill('30');
    });
    await page.getByRole('button', { name: '再加一项' }).click();
    await fillLine(2, async (line) => {
      await line.getByLabel('种类').selectOption('MATERIAL');
      await line.getByLabel('材料', { exact: true }).selectOption('RATTAN-CORE-8');
      await line.getByLabel('每件用量（千克）').fill('1.25');
    });
    await page.getByRole('button', { name: '再加一项' }).click();
    await page.getByText('请填好每一项').waitFor();
    await fillLine(3, async (line) => {
      await line.getByLabel('种类').selectOption('CAPACITY');
      await line.getByLabel('工序').selectOption('GJ:POWDER');
      await line.getByLabel('每件机时（分钟）').fill('9.5');
    });
    await looksRight(maker);
    await page.getByRole('button', { name: '保存配方' }).click();
    const recipe = page.getByRole('article');
    await recipe.getByText('每把 1.25 千克').waitFor();
    await looksRight(maker);
    await recipe.getByRole('link', { name: '按它下单' }).click();
  });

  it('an order by it is placed, and the plan for it is looked at', async () => {
    const { page } = maker;
    await page.getByLabel('订单编号').fill('PO-7');
    await page.getByLabel('数量').fill('100');
    await page.getByLabel('价值（元）').fill('50000');
    await page.getByLabel('客户（只有本企业看得到）').fill('秘密客户');
    await page.getByLabel('最早开工').fill(inDays(2));
    await page.getByLabel('交期').fill(inDays(22));
    await page.getByLabel('藤编工').fill('1');
    await looksRight(maker);
    await page.getByRole('button', { name: '下单', exact: true }).click();
    await page.getByRole('heading', { name: 'PO-7 · 藤编椅' }).waitFor();
    await page.getByText('缺的都能找到').waitFor();
    await page.getByText(/安溪藤料行：125 千克/).waitFor();
    await looksRight(maker);
  });

  it('is secured with one press, and shows whose things are reserved', async () => {
    const { page } = maker;
    await page.getByRole('button', { name: '保障这个订单' }).click();
    await page.getByText('已保障', { exact: true }).waitFor();
    await page.getByRole('link', { name: /安溪藤料行：125 千克/ }).waitFor();
    await looksRight(maker);
    expect(await app.db.rows('SELECT count(*)::int AS n FROM order_allocation')).toEqual([{ n: 3 }]);
  });

  it('of another it is told what is missing', async () => {
    const { page } = maker;
    await maker.go('/orders/new');
    await page.getByLabel('订单编号').fill('PO-8');
    await page.getByLabel('产品', { exact: true }).fill('藤编桌');
    await page.getByLabel('数量').first().fill('10');
    await page.getByLabel('价值（元）').fill('20000');
    await fillLine(1, async (line) => {
      await line.getByLabel('种类').selectOption('MATERIAL');
      await line.getByLabel('材料', { exact: true }).selectOption('RATTAN-CORE-8');
      await line.getByLabel('数量（千克）').fill('40');
    });
    await page.getByRole('button', { name: '下单', exact: true }).click();
    await page.getByText('现在还不能保障：1 项资源找不齐').waitFor();
    await page.getByText('缺 15 千克').waitFor();
    await looksRight(maker);
    await maker.go('/orders');
    await page.getByRole('article').filter({ hasText: 'PO-8' }).getByText('尚缺资源').waitFor();
    await looksRight(maker);
  });

  it('an officer sees the rate of the region, and has it planned jointly', async () => {
    await materials.run(keepGuarantee);
    const { page } = officer;
    await officer.go('/orders/region');
    await page.getByText('2 单中 1 单').waitFor();
    await page.getByText('未保障的 1 单缺什么').waitFor();
    await looksRight(officer);
    await page.getByRole('button', { name: '计算联合方案' }).click();
    await page.getByText(/统筹 1 个缺资源的订单/).waitFor();
    await page.getByRole('progressbar', { name: /现在 50%/ }).waitFor();
    await page.getByText('已证明最优').waitFor();
    await looksRight(officer);
    await officer.go('/orders');
    await page.getByRole('article').filter({ hasText: 'PO-7' }).getByText('安溪藤铁工艺厂').waitFor();
    expect(await page.getByText('秘密客户').count()).toBe(0);
    await looksRight(officer);
  });

  it('what the plan foresees is proposed, and taken', async () => {
    await materials.publish(
      await new Actors(app).enterprise('永春藤料行'),
      lot({ quantity: { value: '100' }, availableUntil: inDays(60) }),
    );
    const { page: desk } = officer;
    await officer.go('/orders/region');
    await desk.getByRole('button', { name: '计算联合方案' }).click();
    await desk.getByRole('progressbar', { name: /联合方案 100%/ }).waitFor();
    await desk.getByRole('link', { name: 'PO-8 · 藤编桌' }).waitFor();
    await looksRight(officer);
    const { page } = maker;
    await maker.go('/orders');
    const order = page.getByRole('article').filter({ hasText: 'PO-8' });
    await order.getByText('区域方案已安排').waitFor();
    await order.getByRole('link').click();
    await page.getByRole('heading', { name: '区域联合方案为它安排的资源' }).waitFor();
    await page.getByRole('button', { name: '保障这个订单' }).click();
    await page.getByText('已保障', { exact: true }).waitFor();
    await looksRight(maker);
  });

  it('is delivered', async () => {
    const { page } = maker;
    await maker.go('/orders');
    await page.getByRole('article').filter({ hasText: 'PO-7' }).getByRole('link').click();
    await page.getByRole('button', { name: '记录交付' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('交付数量').fill('90');
    await dialog.getByLabel('为什么晚了或少了').selectOption('LABOUR');
    await looksRight(maker);
    await dialog.getByLabel('交付数量').fill('100');
    await dialog.getByRole('button', { name: '确认交付' }).click();
    await page.getByText('按时交付', { exact: true }).waitFor();
    await looksRight(maker);
  });

  it('nothing went wrong unseen', () => {
    expect([...maker.faults, ...officer.faults]).toEqual([]);
  });
});
