import { afterAll, beforeAll, expect, it } from 'vitest';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { loanLot, Materials, materialRequest } from '../support/materials.js';

/** A lot goes from one enterprise to another, by the screens of both. */
describeInBrowser('materials', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let owner: Visitor;
  let receiver: Visitor;
  let officer: Visitor;
  let giving: EnterpriseActor;
  let taking: EnterpriseActor;
  let materials: Materials;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    materials = new Materials(app);
    [giving, taking] = [await actors.enterprise('安溪藤铁工艺有限公司'), await actors.enterprise('永春竹编有限公司')];
    owner = await browser.visitor(app.url, laptop);
    await owner.logIn(giving.login);
    receiver = await browser.visitor(app.url, phone);
    await receiver.logIn(taking.login);
    officer = await browser.visitor(app.url, laptop);
    await officer.logIn((await actors.officer('GB2260:350500')).login);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const looksRight = async (visitor: Visitor): Promise<void> => {
    expect(await visitor.overflow()).toBe(0);
    expect(await visitor.axe()).toEqual([]);
  };

  it('an owner offers a lot', async () => {
    const { page } = owner;
    await owner.go('/materials/lots');
    await page.getByText('还没有发布过货源。').waitFor();
    await page.getByRole('link', { name: '发布货源' }).click();
    await page.getByLabel('品种').selectOption('RATTAN-CORE-8');
    await page.getByLabel('数量').fill('1000');
    await page.getByLabel('地点名称').fill('一号仓');
    await page.getByLabel('单价（元/千克）').fill('12');
    await looksRight(owner);
    await page.getByRole('button', { name: '发布' }).click();
    const lot = page.getByRole('article').filter({ hasText: '一号仓' });
    await lot.getByText('¥12.00/千克').waitFor();
    await lot.getByText('可用 1,000 千克').waitFor();
    await looksRight(owner);
  });

  it('another enterprise finds it near by, and reserves some of it from a phone', async () => {
    const { page } = receiver;
    await receiver.go('/materials');
    await page.getByLabel('品种').selectOption('PRIMER');
    await page.getByText('没有符合条件的货源。').waitFor();
    await page.getByLabel('品种').selectOption('RATTAN-CORE-8');
    await page.getByRole('article').getByRole('button', { name: '预留' }).waitFor();
    await looksRight(receiver);
    await page.getByRole('button', { name: '预留' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('要多少').fill('2000');
    await dialog.getByRole('button', { name: '确认预留' }).click();
    await dialog.getByRole('alert').filter({ hasText: '1000' }).first().waitFor();
    await dialog.getByLabel('要多少').fill('300');
    await dialog.getByText('约 ¥3,600.00').waitFor();
    await dialog.getByRole('button', { name: '确认预留' }).click();
    await page.getByRole('article').getByText('700 千克').waitFor();
  });

  it('the owner hands it over by its own scale', async () => {
    const { page } = owner;
    await owner.go('/materials/transfers');
    const transfer = page.getByRole('article');
    await transfer.getByText('安溪藤铁工艺有限公司 → 永春竹编有限公司').waitFor();
    await transfer.getByRole('button', { name: '交货' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('过磅或点数结果').fill('298');
    await dialog.getByLabel('送货单号').fill('SH-0001');
    await looksRight(owner);
    await dialog.getByRole('button', { name: '交货' }).click();
    await transfer.getByText('供方称交 298 千克，送货单 SH-0001').waitFor();
  });

  it('the receiver disputes, the owner answers, the receiver accepts', async () => {
    await receiver.go('/materials/transfers');
    await receiver.page.getByRole('button', { name: '提异议' }).click();
    const dispute = receiver.page.getByRole('dialog');
    await dispute.getByLabel('过磅或点数结果').fill('280');
    await dispute.getByLabel('什么问题').fill('有一捆受潮');
    await dispute.getByRole('button', { name: '提异议' }).click();
    await receiver.page.getByText('收方异议：有一捆受潮').waitFor();
    await owner.go('/materials/transfers');
    await owner.page.getByRole('button', { name: '答复异议' }).click();
    const answer = owner.page.getByRole('dialog');
    await answer.getByLabel('过磅或点数结果').fill('285');
    await answer.getByRole('button', { name: '答复异议' }).click();
    await owner.page.getByText('供方愿按 285 千克 了结').waitFor();
    await receiver.go('/materials/transfers');
    await receiver.page.getByRole('button', { name: '验收' }).click();
    await receiver.page.getByRole('dialog').getByRole('button', { name: '验收' }).click();
    await receiver.page.getByText('货款 ¥3,420.00').waitFor();
    await looksRight(receiver);
    await owner.go('/materials/lots');
    await owner.page.getByText('已售出 285 千克').waitFor();
    expect(await materials.faultsOfLedger()).toEqual([]);
  });

  it('a loan comes back in parts, with the day on which it is due in sight', async () => {
    const lotId = await materials.publish(giving, loanLot());
    const transferId = await materials.delivered(giving, taking, lotId, '100');
    await materials.step(taking, 'acceptMaterial', { transferId, quantity: { value: '100' } });
    await receiver.go(`/materials/transfers?lot=${lotId}`);
    await receiver.page.getByText('还有 30 天').waitFor();
    await receiver.page.getByRole('button', { name: '归还', exact: true }).click();
    const bring = receiver.page.getByRole('dialog');
    await bring.getByLabel('过磅或点数结果').fill('60');
    await bring.getByRole('button', { name: '归还' }).click();
    await receiver.page.getByText('待供方过磅').waitFor();
    await owner.go(`/materials/transfers?lot=${lotId}`);
    await owner.page.getByRole('button', { name: '收回' }).click();
    await owner.page.getByRole('dialog').getByRole('button', { name: '收回' }).click();
    await owner.page.getByText('60 / 100 千克').waitFor();
    await looksRight(owner);
  });

  it('a proposal for a request is taken with one press', async () => {
    await app.db.rows('UPDATE sharing_market SET is_awaited = true'); // matching stays away
    const [lotId, requestId] = [await materials.publish(giving), await materials.request(taking, materialRequest())];
    await app.db.rows(
      `INSERT INTO material_proposal (id, run_id, request_id, lot_id, quantity, goods_fen, transport_fen, state)
       VALUES (gen_random_uuid(), $1, $1, $2, 300, 360000, 4500, 'proposed')`,
      [requestId, lotId],
    );
    const { page } = receiver;
    await receiver.go('/materials/requests');
    await page.getByText('货款约 ¥3,600.00，运费约 ¥45.00').waitFor();
    await looksRight(receiver);
    await page.getByRole('button', { name: '接受并预留' }).click();
    await page.getByText('已预留 300 千克').waitFor();
    await page.getByText('匹配推荐（0）').waitFor();
  });

  it('two buy together, and it is bought once the threshold is reached', async () => {
    const { page } = owner;
    await owner.go('/materials/pools');
    await page.getByRole('link', { name: '发起拼购' }).click();
    await page.getByLabel('品种').selectOption('CARTON-5PLY');
    await page.getByLabel('起购量').fill('1000');
    await page.getByLabel('供应商').fill('闽南纸业');
    await page.getByLabel('地点名称').fill('集散点');
    await page.getByLabel('第 1 档：合计达到').fill('500');
    await page.getByLabel('第 1 档：单价（元）').fill('3.8');
    await page.getByRole('button', { name: '加一档' }).click();
    await page.getByLabel('第 2 档：合计达到').fill('2000');
    await page.getByLabel('第 2 档：单价（元）').fill('3.4');
    await page.getByRole('button', { name: '发起' }).click();
    const pool = page.getByRole('article').filter({ hasText: '闽南纸业' });
    await pool.getByText('还差 1,000 件').waitFor();
    await receiver.go('/materials/pools');
    await receiver.page.getByRole('button', { name: '参加' }).click();
    await receiver.page.getByRole('dialog').getByLabel('数量（件）').fill('1200');
    await receiver.page.getByRole('dialog').getByRole('button', { name: '参加' }).click();
    await receiver.page.getByText('达到起购量').first().waitFor();
    await receiver.page.getByRole('progressbar', { name: '离起购量多远' }).waitFor();
    await looksRight(receiver);
    await owner.go('/materials/pools');
    await pool.getByRole('button', { name: '现在成交' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认成交' }).click();
    await pool.getByText('已购 1,200 件，单价 ¥3.80/件').waitFor();
    await looksRight(owner);
  });

  it('an owner withdraws what is left, and an officer sees what is on the market', async () => {
    const { page } = officer;
    await officer.go('/materials');
    await page.getByRole('article').first().waitFor();
    expect(await page.getByRole('button', { name: '预留' }).count()).toBe(0);
    await looksRight(officer);
    await page.getByRole('link', { name: '拼购' }).click();
    await page.getByText('闽南纸业').waitFor();
    await owner.go('/materials/lots?state=OPEN');
    const lot = owner.page.getByRole('article').filter({ hasText: '已售出 285 千克' });
    await lot.getByRole('button', { name: '撤回' }).click();
    await owner.page.getByRole('dialog').getByRole('button', { name: '确认撤回' }).click();
    await lot.waitFor({ state: 'detached' });
  });

  it('nothing went wrong unseen', () => {
    expect([...owner.faults, ...receiver.faults, ...officer.faults]).toEqual([]);
  });
});
