import { afterAll, beforeAll, expect, it } from 'vitest';
import { Actors, need } from '../support/actors.js';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, phone, TestBrowser, type Visitor } from '../support/browser.js';

/** Markup that would run, a word that never ends, and marks that turn a line around where the API lets them in. */
const markup = `<img src=x onerror="document.title='owned'"><script>alert(1)</script>`;
const endless = '超长'.repeat(60);
const enterpriseName = `${markup}${endless}`.slice(0, 180);
const description = `</p>${markup}${'x'.repeat(350)}`;

describeInBrowser('content that means harm', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let host: Visitor;
  let anyone: Visitor;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    const enterprise = await new Actors(app).enterprise(enterpriseName);
    await app.ask(
      'mutation ($input: PublishNeedInput!) { publishNeed(input: $input) { id } }',
      { input: need({ description, address: endless }) },
      { as: enterprise.token },
    );
    await app.settle();
    host = await browser.visitor(app.url, laptop);
    await host.logIn(enterprise.login);
    anyone = await browser.visitor(app.url, phone);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it.each([
    ['phone', phone],
    ['laptop', laptop],
  ])('shows as text and breaks no layout on a %s', async (_name, viewport) => {
    await anyone.page.setViewportSize(viewport);
    await anyone.go('/work');
    await anyone.page.locator('main li p', { hasText: '<img src=x' }).first().waitFor();
    expect(await anyone.overflow()).toBe(0);
    await host.page.setViewportSize(viewport);
    for (const path of ['/account', '/host']) {
      await host.go(path);
      expect(await host.overflow()).toBe(0);
    }
    await host.page.locator('main h2 a').first().click();
    await host.page.getByText('超长超长').first().waitFor();
    expect(await host.overflow()).toBe(0);
    expect(await host.page.title()).not.toContain('owned');
  });

  it('runs nothing', () => {
    expect([...host.faults, ...anyone.faults]).toEqual([]);
  });
});
