// The API as its users start it, on a PostgreSQL of its own.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import pg from 'pg';
import { startEmbeddedServer } from '../../dist/src/platform/database/embedded/index.js';

/** @param {Record<string, string>} settings */
export async function openServer(settings) {
  const folder = mkdtempSync(join(tmpdir(), 'gongji-bench-'));
  const database = await startEmbeddedServer({ dataDir: join(folder, 'postgres'), persistent: true });
  const port = await freePort();
  const env = { ...process.env, ...{ DATABASE_URL: database.url, DATA_DIR: folder, LOG_LEVEL: 'error' }, ...settings };
  await promisify(execFile)(process.execPath, ['dist/src/cli/gongji.js', 'demo'], { env });
  const api = spawn(process.execPath, ['dist/src/main.js'], {
    env: { ...env, PORT: String(port), NODE_ENV: 'development' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(api, 'message');
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  return {
    url: database.url,
    client,
    /** @param {string} query @param {object} variables @param {string} [token] @param {string} [operationName] */
    async ask(query, variables, token, operationName) {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({ query, variables, operationName }),
      });
      return response.json();
    },
    async close() {
      await client.end();
      api.kill();
      if (api.exitCode === null) await once(api, 'exit');
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
