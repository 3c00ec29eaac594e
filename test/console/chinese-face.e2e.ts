import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../support/app.js';
import { describeInBrowser, laptop, TestBrowser, type Visitor } from '../support/browser.js';

/** A box in place of a character that no font has is narrower than the character. */
describeInBrowser('Chinese on a system without a Chinese font', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let visitor: Visitor;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await TestBrowser.open();
    visitor = await browser.visitor(app.url, laptop);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('every word of a screen becomes characters, also those that were drawn before their face was there', async () => {
    await visitor.go('/log-in');
    await visitor.page.waitForFunction(() =>
      [...document.querySelectorAll('h1, label, header a, footer a, main button')].every((element) => {
        const text = element.textContent.trim();
        if (!/^[\u4e00-\u9fff]+$/.test(text)) return true;
        const range = document.createRange();
        range.selectNodeContents(element);
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        return range.getBoundingClientRect().width > 0.95 * text.length * size;
      }),
    );
    expect(visitor.faults).toEqual([]);
  });
});
