import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** What a Chromium needs to run as root, in a container, and without talking to anyone. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the first Chromium that starts here: the one that TEST_CHROMIUM names, the one from npm, the system's. */
export async function startBrowser() {
  for (const candidate of [() => process.env.TEST_CHROMIUM, fromNpm, ...installed]) {
    const executablePath = await candidate();
    if (!executablePath || !existsSync(executablePath)) continue;
    const server = await chromium.launchServer({ executablePath, args }).catch(() => undefined);
    if (server) return server;
  }
  return undefined;
}

const installed = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => () => `/usr/bin/${name}`);

/** Built for Linux on x64 alone. */
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
