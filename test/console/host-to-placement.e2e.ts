import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Actor, Actors, type EnterpriseActor } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';

/** Everything by hand and eye: two people, two screens, and the matching between them. */
describeInBrowser('a factory and a worker find each other in the console', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let host: EnterpriseActor;
  let worker: Actor;
  let factory: Visitor;
  let weaver: Visitor;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const actors = new Actors(app);
    host = await actors.enterprise();
    worker = await actors.idleWorker();
    factory = await browser.visitor(app.url, laptop);
    weaver = await browser.visitor(app.url, phone);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('the factory posts a need without reading anything', async () => {
    const { page } = factory;
    await factory.logIn(host.login);
    await page.getByRole('link', { name: '发布需求' }).click();
    await page.getByRole('combobox', { name: '工种' }).pressSequentially('tbg');
    await page.getByRole('option', { name: /藤编工/ }).click();
    await page.getByLabel('人数').fill('2');
    await page.getByLabel('工资（元）').fill('26.5');
    await page.getByText('工作地点：本企业所在地').waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /藤编工/ }).waitFor();
    expect(page.url()).toMatch(/\/host\/needs\/[\w-]{36}$/);
  });

  it('sees a candidate come by itself, and offers a seat', async () => {
    const { page } = factory;
    await app.settle();
    await page
      .getByText(/^人选 /)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '选中最合适的 1 人' }).click();
    await page.getByRole('button', { name: '向 1 人发出邀请（空缺 2）' }).click();
    await page.getByText('等待答复').waitFor();
  });

  it('the worker accepts on a phone, in three taps from the log-in', async () => {
    const { page } = weaver;
    await app.settle();
    await weaver.logIn(worker.login);
    await page.getByText('¥26.50').first().waitFor();
    await page.getByRole('button', { name: '接受', exact: true }).click();
    await page.getByRole('link', { name: '工作', exact: true }).click();
    await page.getByText('待上岗').waitFor();
    expect(await weaver.overflow()).toBe(0);
  });

  it('the factory sees the name and the placement without reloading', async () => {
    const { page } = factory;
    await page.getByText('林小竹').waitFor();
    await page.getByRole('link', { name: '在岗', exact: true }).click();
    await page
      .getByRole('row', { name: /林小竹/ })
      .getByText('待上岗')
      .waitFor();
  });

  it('nothing went wrong unseen', () => {
    expect([...factory.faults, ...weaver.faults]).toEqual([]);
  });
});
