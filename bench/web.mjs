// npm run bench:web: the console in a real browser, as a worker with a cheap phone on a slow line meets it. Starts the product
// on a folder of its own with the demo region, and prints what each page fetches and how long it takes, cold and warm; the
// share of each page's JavaScript that is fetched before anything shows; and how a table of 10,000 rows scrolls.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { startBrowser } from '../test/support/start-browser.js';
import { median } from './median.mjs';

const runs = 3;
const port = 20_000 + (process.pid % 20_000);
const base = `http://127.0.0.1:${port}`;
/** A cheap Android phone: a quarter of this processor, and the line that Chrome calls Slow 4G. */
const phone = {
  viewport: { width: 390, height: 844 },
  userAgent: 'Mozilla/5.0 (Linux; Android 11; Redmi 9A) AppleWebKit/537.36 Chrome/147.0.0.0 Mobile Safari/537.36',
  locale: 'zh-CN',
};
const slowness = { cpu: 4, latencyMs: 150, bytesPerSecond: (1.6 * 1e6) / 8 };
const budgetKb = 200;

const pages = [
  { page: '/', as: undefined },
  { page: '/work', as: 'worker' },
  { page: '/my', as: 'worker' },
  { page: '/my/profile', as: 'worker' },
  { page: '/host/new', as: 'host' },
  { page: '/lender/new', as: 'lender' },
  { page: '/bureau', as: 'quanzhou' },
  { page: '/operator', as: 'operator' },
];

const folder = mkdtempSync(join(tmpdir(), 'gongji-bench-web-'));
const product = spawn(process.execPath, ['dist/src/cli/gongji.js', 'up'], {
  env: { ...process.env, DATA_DIR: join(folder, 'data'), PORT: String(port), LOGIN_ATTEMPTS: '1000' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const server = await startBrowser();
if (!server) throw new Error('no Chromium starts here (TEST_CHROMIUM names one)');
try {
  await isUp();
  const browser = await chromium.connect(server.wsEndpoint());
  const rows = [];
  for (const { page, as } of pages) rows.push(await measure(browser, page, as));
  console.log(
    `median of ${runs}, phone: ${slowness.cpu}x slower processor, 1.6 Mbit/s, ${slowness.latencyMs} ms; sizes gzip`,
  );
  print(rows);
  const worst = Math.max(...rows.filter(({ as }) => as === 'worker').map(({ scriptKb }) => scriptKb));
  console.log(
    `bar initial JavaScript of the worker's pages: ${worst} kB (target <= ${budgetKb} kB) ${worst <= budgetKb ? 'met' : 'missed'}`,
  );
  await scroll(browser);
  await browser.close();
} finally {
  await server.close();
  product.kill('SIGINT');
  await once(product, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

async function isUp() {
  for await (const text of product.stdout) if (String(text).includes('Ctrl-C stops everything')) return;
  throw new Error('the product did not start');
}

async function visitor(browser, as, options) {
  const context = await browser.newContext({ ...options, baseURL: base });
  const page = await context.newPage();
  if (as) {
    await page.goto('/log-in');
    await page.locator('input[autocomplete="username"]').fill(`${as}@demo.gongji.example`);
    await page.locator('input[type="password"]').fill('gongji-demo');
    await page.locator('form button[type="submit"]').click();
    await page.waitForURL((url) => url.pathname !== '/log-in');
  }
  const { cookies } = await context.storageState();
  await context.close();
  return cookies;
}

async function measure(browser, path, as) {
  const cookies = await visitor(browser, as, phone);
  const cold = [];
  const warm = [];
  let facts;
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext({ ...phone, baseURL: base });
    await context.addCookies(cookies);
    const first = await load(context, path);
    cold.push(first.readyMs);
    facts = first;
    // The service worker keeps what was fetched.
    await pause(300);
    warm.push((await load(context, path)).readyMs);
    await context.close();
  }
  return { page: path, as, ...facts, coldMs: Math.round(median(cold)), warmMs: Math.round(median(warm)) };
}

/** Loads a page until its heading and its data stand. */
async function load(context, path) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowness.latencyMs,
    downloadThroughput: slowness.bytesPerSecond,
    uploadThroughput: slowness.bytesPerSecond,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowness.cpu });
  const from = performance.now();
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('main [role="status"] > .visually-hidden') === null);
  const readyMs = performance.now() - from;
  const fetched = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name, encodedBodySize }) => ({ name, size: encodedBodySize })),
  );
  await page.close();
  const total = (pattern) => fetched.filter(({ name }) => pattern.test(name)).reduce((sum, { size }) => sum + size, 0);
  const kb = (bytes) => Math.round(bytes / 100) / 10;
  return {
    readyMs,
    scriptKb: kb(total(/\.js$/)),
    styleKb: kb(total(/\.css$/)),
    allKb: kb(total(/./)),
    requests: fetched.length,
  };
}

/** A spreadsheet of 10,000 rows on screen, scrolled from top to bottom: the time between frames. */
async function scroll(browser) {
  const cookies = await visitor(browser, 'lender', { locale: 'zh-CN' });
  const context = await browser.newContext({ baseURL: base, locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto('/lender/new');
  const header = '编号,工种,技能等级,人数,工资,计薪单位,可用开始日期,可用结束日期,通勤半径公里';
  const lines = Array.from({ length: 10_000 }, (_, line) => `R${line},藤编工,3,1,20,小时,2027-01-04,2027-03-31,20`);
  await page.locator('input[type="file"]').setInputFiles({
    name: 'ten-thousand.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([header, ...lines].join('\n')),
  });
  await page.locator('[aria-rowcount]').first().waitFor({ timeout: 60_000 });
  const frames = await page.evaluate(async () => {
    const all = [...document.querySelectorAll('main *')];
    const pane = all.find(
      (element) => element.scrollHeight > 50_000 && getComputedStyle(element).overflowY !== 'visible',
    );
    if (!pane) throw new Error('no table of 10,000 rows is on the screen');
    const times = [];
    for (let frame = 0, last = performance.now(); frame < 180; frame += 1) {
      pane.scrollTop = (pane.scrollHeight * frame) / 180;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return { times: times.sort((a, b) => a - b), rendered: pane.querySelectorAll('[role="row"], tr').length };
  });
  const at = (share) => frames.times[Math.floor(share * (frames.times.length - 1))].toFixed(1);
  console.log(
    `10,000 rows scrolled in 180 frames: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms a frame; ${frames.rendered} rows in the page at a time`,
  );
  await context.close();
}

function print(rows) {
  const columns = ['page', 'requests', 'scriptKb', 'styleKb', 'allKb', 'coldMs', 'warmMs'];
  console.log(`| ${columns.join(' | ')} |\n| ${columns.map(() => '---').join(' | ')} |`);
  for (const row of rows) console.log(`| ${columns.map((column) => row[column]).join(' | ')} |`);
}
