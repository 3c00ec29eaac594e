import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { startBrowser } from './start-browser.js';

/**
 * One PostgreSQL server for the whole test run (embedded, or the one TEST_DATABASE_URL names), with a template
 * database that every test file clones. Runs from the built code, because this file runs outside the processes of the tests.
 */
export default async function globalSetup() {
  const built = new URL('../../dist/src/', import.meta.url);
  const server = process.env.TEST_DATABASE_URL ? undefined : await startEmbedded(built);
  const adminUrl = server?.adminUrl ?? process.env.TEST_DATABASE_URL;
  const template = `gongji_test_${process.pid}`;

  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template}`);
  await admin.end();

  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL('cli/gongji.js', built)), 'migrate'], {
    env: { ...process.env, DATABASE_URL: url.href, NODE_OPTIONS: '' },
  });

  process.env.GONGJI_TEST_ADMIN_URL = adminUrl;
  process.env.GONGJI_TEST_TEMPLATE = template;

  const browser = await startBrowser();
  if (browser) process.env.GONGJI_TEST_BROWSER = browser.wsEndpoint();
  else if (process.env.CI) throw new Error('no Chromium starts here, and the console has to be tested');
  else console.log('\nNo Chromium starts here (TEST_CHROMIUM names one): the tests of the console are not run.');

  return async () => {
    await browser?.close();
    if (server) await server.stop();
    else await dropTemplate(adminUrl, template);
  };
}

async function dropTemplate(adminUrl, template) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await admin.end();
}

async function startEmbedded(built) {
  const { startEmbeddedServer } = await import(new URL('platform/database/embedded/index.js', built).href);
  return startEmbeddedServer({ dataDir: mkdtempSync(join(tmpdir(), 'gongji-test-')), persistent: false });
}
