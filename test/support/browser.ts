import { mkdir } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { password } from './actors.js';

const endpoint = process.env['GONGJI_TEST_BROWSER'];

/** A `describe` whose tests need a browser; where there is none the set-up has said so. */
export const describeInBrowser = endpoint ? describe : describe.skip;

/** Where screenshots go, of a run that is to take them: they cost a fifth of its time. */
const pictures = process.env['TEST_PICTURES'];

export const phone = { width: 390, height: 844 } as const;
export const laptop = { width: 1440, height: 900 } as const;
export const wall = { width: 3840, height: 2160 } as const;
export type Viewport = { readonly width: number; readonly height: number };

export type Language = 'zh-CN' | 'en';

/** What axe found, in one line each. */
interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

export class TestBrowser {
  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<TestBrowser> {
    if (!endpoint) throw new Error('tests that need a browser go into describeInBrowser()');
    return new TestBrowser(await chromium.connect(endpoint));
  }

  /** Somebody at a screen of their own, who has never been here. */
  async visitor(url: string, viewport: Viewport = laptop, language: Language = 'zh-CN'): Promise<Visitor> {
    const context = await this.browser.newContext({
      viewport,
      locale: language,
      baseURL: url,
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(20_000);
    return Visitor.arrive(context, url);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** One person's browser. What goes wrong unseen (console errors, refused content, strangers asked) is kept as faults. */
export class Visitor {
  /** Must be empty at the end of every test. */
  readonly faults: string[] = [];
  private isOffline = false;

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async arrive(context: BrowserContext, url: string): Promise<Visitor> {
    const visitor = new Visitor(await context.newPage(), context);
    visitor.watch(new URL(url).host);
    return visitor;
  }

  private watch(host: string): void {
    this.page.on('console', (message) => {
      // Without a line the browser itself complains of each thing that it could not fetch.
      if (this.isOffline && message.text().includes('net::ERR_')) return;
      if (message.type() === 'error' || message.type() === 'warning') this.faults.push(`console: ${message.text()}`);
    });
    this.page.on('pageerror', (error) => this.faults.push(`error: ${error.message}`));
    this.page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.host !== host) this.faults.push(`asks a stranger: ${url.host}`);
    });
  }

  /** Logs in by the form, as anyone would. */
  async logIn(login: string, secret: string = password): Promise<void> {
    await this.page.goto('/log-in');
    await this.page.locator('input[autocomplete="username"]').fill(login);
    await this.page.locator('input[type="password"]').fill(secret);
    await this.page.locator('form button[type="submit"]').click();
    await this.page.waitForURL((url) => url.pathname !== '/log-in');
    await this.ready();
  }

  /** Takes the line away, or gives it back. */
  async setOffline(isOffline: boolean): Promise<void> {
    this.isOffline = isOffline;
    await this.context.setOffline(isOffline);
  }

  async go(path: string): Promise<void> {
    await this.page.goto(path);
    await this.ready();
  }

  /** Goes to a screen as by a link of the console, which is not loaded anew. */
  async visit(path: string): Promise<void> {
    if (new URL(path, this.page.url()).pathname === new URL(this.page.url()).pathname) return this.go(path);
    await this.page.evaluate((to) => {
      document.querySelector('main h1')?.setAttribute('data-left', '');
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await this.page.locator('main h1:not([data-left])').first().waitFor();
    await this.ready();
  }

  /** Waits until the screen shows what it has to show. */
  async ready(): Promise<void> {
    await this.page.locator('main h1').first().waitFor();
    await this.page.waitForFunction(() => document.querySelector('main [role="status"] > .visually-hidden') === null);
    await this.page.evaluate(() => document.fonts.ready);
  }

  /** Violations of WCAG 2.2 AA on the screen, with a window so high that nothing lies below a bar at its edge. */
  async axe(): Promise<string[]> {
    const { width } = this.page.viewportSize() ?? laptop;
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight);
    await this.page.setViewportSize({ width, height: height + 200 });
    await this.page.evaluate(axeSource);
    const found = await this.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Finding[] }> } };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
      return violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map(({ target, failureSummary = '' }) => ({ target, failureSummary })),
      }));
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary.replaceAll('\n', ' ')}`),
    );
  }

  /** By how many pixels the screen is wider than its window. */
  async overflow(): Promise<number> {
    return this.page.evaluate(() =>
      Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
  }

  async picture(name: string, fullPage = true): Promise<void> {
    if (!pictures) return;
    await mkdir(pictures, { recursive: true });
    await this.page.screenshot({ path: `${pictures}/${name}.png`, fullPage });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
