import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/cli/demo/demo-region.js';
import { draftSettlements } from '../../src/labour/settlements/settlement.jobs.js';
import { Markets, MatchRuns } from '../../src/matching/index.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { TestApp } from '../support/app.js';
import { demoTools } from '../support/demo-tools.js';
import {
  describeInBrowser,
  laptop,
  type Language,
  phone,
  TestBrowser,
  type Visitor,
  wall,
} from '../support/browser.js';
import { inDays } from '../support/facts.js';
import { type Looker, type Screen, screens } from './screens.js';

const demoPassword = 'gongji-demo';
const lookers = Object.keys(screens) as Looker[];

/** What stands in place of a text that is missing. */
const textKey = /\b[a-z]{2,}[A-Za-z]*(?:\.[a-zA-Z]{2,})+\b/;

/** The demo region's real amounts of data, on every screen, in both languages, at every width. */
describeInBrowser('every screen', () => {
  let app: TestApp;
  let browser: TestBrowser;

  beforeAll(async () => {
    app = await TestApp.start({ LOGIN_ATTEMPTS: '1000' });
    await loadDemo(demoTools(app), inDays(0));
    await match();
    browser = await TestBrowser.open();
  }, 600_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  describe.each<Language>(['zh-CN', 'en'])('in %s', (language) => {
    it.each(lookers.filter((looker) => screens[looker].length > 0))(
      'for %s is accessible, fits its window, and breaks nothing',
      async (looker) => {
        const visitor = await browser.visitor(app.url, laptop, language);
        if (looker !== 'nobody') await visitor.logIn(`${looker}@demo.gongji.example`, demoPassword);
        await chooseLanguage(visitor, language);
        const found: string[] = [];
        for (const screen of screens[looker]) {
          const faults = await look(visitor, screen, language);
          found.push(...faults.map((fault) => `${screen.name}: ${fault}`));
        }
        found.push(...visitor.faults);
        await visitor.leave();
        expect(found).toEqual([]);
      },
      900_000,
    );
  });

  /** An account has a language of its own, which the log-in brings along. */
  async function chooseLanguage(visitor: Visitor, language: Language): Promise<void> {
    const other = language === 'en' ? 'English' : '中文';
    if (visitor.page.url() === 'about:blank') await visitor.go('/');
    const button = visitor.page.getByRole('button', { name: other, exact: true });
    if (await button.isVisible()) await button.click();
    await visitor.page.locator(`html[lang="${language}"]`).waitFor();
  }

  /** As the worker process does by itself after the demo is loaded. */
  async function match(): Promise<void> {
    const [markets, runs] = [app.jobs.get(Markets), app.jobs.get(MatchRuns)];
    await app.db.transaction(async (tx) => runs.request(tx, await markets.of(tx, 'GB2260:350500'), 'manual'));
    await app.db.transaction((tx) => app.jobs.get(Outbox).requestJob(tx, draftSettlements, {}));
    await app.settle();
  }

  async function look(
    visitor: Visitor,
    { name, path, follow, hasCodes }: Screen,
    language: Language,
  ): Promise<string[]> {
    const faults: string[] = [];
    await visitor.visit(path);
    if (follow !== undefined) {
      await visitor.page.locator(follow).first().click();
      await visitor.page.waitForURL((url) => url.pathname !== path);
      await visitor.ready();
    }
    for (const viewport of [laptop, phone, wall]) {
      await visitor.page.setViewportSize(viewport);
      await visitor.ready();
      const overflow = await visitor.overflow();
      if (overflow > 0) faults.push(`${String(overflow)} px too wide at ${String(viewport.width)}`);
      await visitor.picture(`${name}-${language}-${String(viewport.width)}`, viewport !== wall);
      if (viewport !== wall) faults.push(...(await visitor.axe()));
    }
    await visitor.page.setViewportSize(laptop);
    const text = await visitor.page.locator('body').innerText();
    const key = hasCodes === true ? null : textKey.exec(text.replaceAll(/\S+@\S+/g, ''));
    if (key) faults.push(`shows the key of a text: ${key[0]}`);
    return [...new Set(faults)];
  }
});
