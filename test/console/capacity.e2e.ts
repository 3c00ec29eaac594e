import { afterAll, beforeAll, expect, it } from 'vitest';
import { Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';
import { inDays, key, places } from '../support/facts.js';

/** Machine time goes from a line to a booked, worked and recorded day, by the screens of both enterprises. */
describeInBrowser('capacity', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let owner: Visitor;
  let customer: Visitor;
  let officer: Visitor;
  let asking: EnterpriseActor;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    const working = await actors.enterprise('安溪喷涂有限公司');
    asking = await actors.enterprise('永春竹编有限公司');
    owner = await browser.visitor(app.url, laptop);
    await owner.logIn(working.login);
    customer = await browser.visitor(app.url, phone);
    await customer.logIn(asking.login);
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

  it('an owner adds a workshop and a line', async () => {
    const { page } = owner;
    await owner.go('/capacity/lines');
    await page.getByText('还没有产线。先添加车间，再添加产线。').waitFor();
    await page.getByRole('button', { name: '添加车间' }).click();
    await page.getByRole('dialog').getByLabel('车间名称').fill('一号车间');
    await page.getByRole('dialog').getByRole('button', { name: '添加车间' }).click();
    await page.getByText('车间已添加。').waitFor();
    await page.getByRole('button', { name: '添加产线' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('产线名称').fill('喷粉线');
    await dialog.getByLabel('机器类型').selectOption('GJ:POWDER-LINE');
    await dialog.getByLabel('最大宽度').fill('1200');
    await dialog.getByLabel('周日').fill('8');
    await dialog.getByLabel('节假日照常开工').check();
    await looksRight(owner);
    await dialog.getByRole('button', { name: '添加产线' }).click();
    await page.getByRole('article').getByText('喷粉线').waitFor();
    await looksRight(owner);
  });

  it('offers its time for a month, and sees it day by day', async () => {
    const { page } = owner;
    await page.getByRole('link', { name: '提供产能' }).click();
    await page.getByLabel('从', { exact: true }).fill(inDays(0));
    await page.getByLabel('单价（元/机时）').fill('60');
    await page.getByLabel('换线（小时）').fill('0.5');
    await looksRight(owner);
    await page.getByRole('button', { name: '发布' }).click();
    const window = page.getByRole('article');
    await window.getByText('¥60.00/机时').waitFor();
    await window.getByText('空 8 小时，共 8 小时').first().waitFor({ state: 'attached' });
    await looksRight(owner);
  });

  it('a customer finds it, picks days on the calendar, and books', async () => {
    await app.ask(
      'mutation ($input: PublishCapacityRequestInput!) { publishCapacityRequest(input: $input) { id } }',
      {
        input: {
          ...{ idempotencyKey: key(), ...places.near, reference: '订单 118', earliestStart: inDays(0) },
          ...{ dueDate: inDays(9), steps: [{ processId: 'GJ:POWDER', minutes: 300 }] },
        },
      },
      { as: asking.token },
    );
    const { page } = customer;
    await customer.go('/capacity');
    await page.getByLabel('工序').selectOption('GJ:WELD');
    await page.getByText('这段时间没有符合条件的空闲产能。').waitFor();
    await page.getByLabel('工序').selectOption('GJ:POWDER');
    await page.getByRole('article').getByText('安溪喷涂有限公司').waitFor();
    await looksRight(customer);
    await page.getByRole('button', { name: '预订' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: /空 8 小时/ })
      .first()
      .click();
    await dialog.getByRole('spinbutton').fill('4');
    await dialog.getByText('约 ¥270.00（含换线 0.5 小时）').waitFor();
    await dialog.getByLabel('用于哪道工序需求').selectOption({ index: 1 });
    await looksRight(customer);
    await dialog.getByRole('button', { name: '确认预订' }).click();
    await page.getByText('已保留，等对方确认。').waitFor();
    await customer.go('/capacity/requests');
    await page.getByText('4 / 5 小时').waitFor();
    await looksRight(customer);
  });

  it('the owner confirms, and records the hours once they are worked', async () => {
    const { page } = owner;
    await owner.go('/capacity/bookings');
    const booking = page.getByRole('article');
    await booking.getByText('安溪喷涂有限公司 为 永春竹编有限公司 加工').waitFor();
    await booking.getByRole('button', { name: '确认预订' }).click();
    await booking.getByText('已确认', { exact: true }).waitFor();
    await looksRight(owner);
    await booking.getByRole('button', { name: '记录工时' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('spinbutton').fill('4');
    await dialog.getByLabel('备注').fill('按单完成');
    await looksRight(owner);
    await dialog.getByRole('button', { name: '记录工时' }).click();
    await booking.getByText('应付 ¥240.00').waitFor();
  });

  it('the customer objects, the owner corrects', async () => {
    await customer.go('/capacity/bookings');
    await customer.page.getByText('供方备注：按单完成').waitFor();
    await customer.page.getByRole('button', { name: '对工时提异议' }).click();
    const object = customer.page.getByRole('dialog');
    await object.getByLabel('哪里不对').fill('下午停了半小时');
    await object.getByRole('button', { name: '对工时提异议' }).click();
    await customer.page.getByText('客户异议：下午停了半小时').waitFor();
    await looksRight(customer);
    await owner.go('/capacity/bookings');
    await owner.page.getByRole('button', { name: '更正工时' }).click();
    await owner.page.getByRole('dialog').getByRole('spinbutton').fill('3.5');
    await owner.page.getByRole('dialog').getByLabel('备注').fill('已扣除');
    await owner.page.getByRole('dialog').getByRole('button', { name: '更正工时' }).click();
    await owner.page.getByText('应付 ¥210.00').waitFor();
  });

  it('a booking is released before it begins, and what it costs is said before', async () => {
    const { page } = customer;
    await customer.go(`/capacity?from=${inDays(10)}`);
    await page.getByRole('button', { name: '预订' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: /空 8 小时/ })
      .first()
      .click();
    await dialog.getByRole('button', { name: '确认预订' }).click();
    await page.getByText('已保留，等对方确认。').waitFor();
    await customer.go('/capacity/bookings?state=HELD');
    await page.getByRole('button', { name: '取消预订' }).click();
    await page.getByRole('dialog').getByText('现在取消不收费。').waitFor();
    await page.getByRole('dialog').getByLabel('原因').fill('订单取消了');
    await page.getByRole('dialog').getByRole('button', { name: '取消预订' }).click();
    await page.getByText('没有预订。').waitFor();
    await customer.go('/capacity/bookings?state=RELEASED');
    await page.getByText('客户取消：订单取消了').waitFor();
  });

  it('the bookings can be subscribed to in any calendar', async () => {
    const { page } = owner;
    await owner.go('/capacity/bookings');
    await page.getByRole('button', { name: '生成地址' }).click();
    const address = await page.getByRole('link', { name: /\.ics$/ }).getAttribute('href');
    const answer = await fetch(`${app.url}${new URL(address ?? '').pathname}`);
    expect(await answer.text()).toContain('BEGIN:VCALENDAR');
    await page.getByRole('button', { name: '停用地址' }).click();
    await page.getByText('地址已停用。').waitFor();
    expect((await fetch(`${app.url}${new URL(address ?? '').pathname}`)).status).toBe(404);
  });

  it('an outage takes days off, and an officer sees what is free', async () => {
    const { page } = owner;
    await owner.go('/capacity/lines');
    await page.getByRole('button', { name: '登记停机' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('从', { exact: true }).fill(inDays(5));
    await dialog.getByLabel('到', { exact: true }).fill(inDays(5));
    await dialog.getByLabel('说明').fill('换炉膛');
    await dialog.getByRole('button', { name: '登记停机' }).click();
    await page.getByText('换炉膛').waitFor();
    await looksRight(owner);
    await officer.go('/capacity');
    await officer.page.getByRole('article').getByText('安溪喷涂有限公司').waitFor();
    expect(await officer.page.getByRole('button', { name: '预订' }).count()).toBe(0);
    await looksRight(officer);
  });

  it('nothing went wrong unseen', () => {
    expect([...owner.faults, ...customer.faults, ...officer.faults]).toEqual([]);
  });
});
