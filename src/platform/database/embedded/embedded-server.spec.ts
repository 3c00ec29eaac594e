import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedOptions, type EmbeddedServer, startEmbeddedServer } from './index.js';

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'gongji-embedded-'));
  // As root the server's own user must be able to pass through.
  await chmod(base, 0o711);
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // The tests kill servers under their clients.
  client.on('error', () => undefined);
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows[0] ?? [];
  } finally {
    await client.end();
  }
}

async function onServer<T>(options: EmbeddedOptions, work: (server: EmbeddedServer) => Promise<T>): Promise<T> {
  const server = await startEmbeddedServer(options);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const pidFile = (dataDir: string): string => join(dataDir, 'cluster', 'postmaster.pid');
const pidOf = async (dataDir: string): Promise<number> =>
  Number((await readFile(pidFile(dataDir), 'utf8')).split('\n')[0]);
const seesNumber = ({ url }: EmbeddedServer): Promise<unknown[]> => query(url, 'SELECT n FROM kept');

async function until(condition: () => Promise<boolean>, seconds: number): Promise<void> {
  for (let tries = seconds * 20; tries > 0 && !(await condition()); tries -= 1) await sleep(50);
  expect(await condition()).toBe(true);
}

/** A process that has nothing to do with any server. */
function stranger() {
  return spawn('sleep', ['60'], { stdio: 'ignore' });
}

describe('a persistent embedded server', () => {
  const lines: string[] = [];
  let options: EmbeddedOptions & { readonly dataDir: string };
  beforeAll(async () => {
    options = { dataDir: join(base, 'kept'), persistent: true, log: (line) => lines.push(line) };
    await onServer(options, ({ url }) => query(url, 'CREATE TABLE kept AS SELECT 7 AS n'));
  });

  it('keeps its data and its port, and lets trusted extensions be made by an ordinary role', async () => {
    const first = new URL(
      (JSON.parse(await readFile(join(options.dataDir, 'connection.json'), 'utf8')) as { url: string }).url,
    );
    await onServer(options, async (server) => {
      expect(await seesNumber(server)).toEqual([7]);
      expect(String(server.port)).toBe(first.port);
      expect(await query(server.url, 'SELECT usesuper FROM pg_user WHERE usename = current_user')).toEqual([false]);
      for (const name of ['btree_gist', 'pg_trgm', 'cube']) await query(server.url, `CREATE EXTENSION ${name}`);
    });
  });

  it('knows Chinese: letters for pg_trgm, and an order by pinyin when asked', async () => {
    await onServer(options, async ({ url }) => {
      expect(await query(url, "SELECT cardinality(public.show_trgm('共济'))")).toEqual([3]);
      expect(await query(url, `SELECT '张' > '陈' COLLATE "zh-x-icu", '张' > '陈'`)).toEqual([true, false]);
    });
  });

  it('listens on loopback alone, with checksums, fsync and passwords that only the owner reads', async () => {
    await onServer(options, async ({ adminUrl, port }) => {
      const names = [
        'listen_addresses',
        'unix_socket_directories',
        'data_checksums',
        'fsync',
        'server_encoding',
        'TimeZone',
      ];
      const shown = await query(adminUrl, `SELECT ${names.map((name) => `current_setting('${name}')`).join(', ')}`);
      expect(shown).toEqual(['127.0.0.1', '', 'on', 'on', 'UTF8', 'UTC']);
      expect((await stat(join(options.dataDir, 'connection.json'))).mode & 0o777).toBe(0o600);
      await expect(query(`postgres://gongji:guessed@127.0.0.1:${port}/gongji`, 'SELECT 1')).rejects.toMatchObject({
        code: '28P01',
      });
    });
  });

  it('refuses a second start while the first lives', async () => {
    await onServer(options, async (server) => {
      await expect(startEmbeddedServer(options)).rejects.toMatchObject({
        name: 'EmbeddedServerError',
        code: 'ALREADY_RUNNING',
      });
      expect(await seesNumber(server)).toEqual([7]);
    });
  });

  it('lets exactly one of many simultaneous starts through', async () => {
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => startEmbeddedServer(options)));
    const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    await Promise.all(started.map((server) => server.stop()));
    expect(started).toHaveLength(1);
    const codes = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['ALREADY_RUNNING']));
  });

  it('starts over a postmaster.pid of a process that is gone', async () => {
    const gone = stranger();
    gone.kill('SIGKILL');
    await once(gone, 'exit');
    await writeFile(
      pidFile(options.dataDir),
      `${String(gone.pid)}\n${options.dataDir}/cluster\n0\n1\n\n127.0.0.1\n0 0\nready\n`,
    );
    expect(await onServer(options, seesNumber)).toEqual([7]);
  });

  it('starts over a postmaster.pid whose number another program has by now, and leaves that program alone', async () => {
    const other = stranger();
    await writeFile(
      pidFile(options.dataDir),
      `${String(other.pid)}\n${options.dataDir}/cluster\n0\n1\n\n127.0.0.1\n0 0\nready\n`,
    );
    expect(await onServer(options, seesNumber)).toEqual([7]);
    expect([other.exitCode, other.signalCode]).toEqual([null, null]);
    other.kill('SIGKILL');
  });

  it('comes back after kill -9 of the server, and says that it had ended', async () => {
    lines.length = 0;
    const server = await startEmbeddedServer(options);
    process.kill(await pidOf(options.dataDir), 'SIGKILL');
    await until(() => Promise.resolve(lines.some((line) => line.includes('ended by itself'))), 5);
    await server.stop();
    expect(await onServer(options, seesNumber)).toEqual([7]);
  });

  it('takes another port when a program sits on its own, but not when that one was asked for', async () => {
    const { port } = await onServer(options, (server) => Promise.resolve(server));
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    lines.length = 0;
    await expect(startEmbeddedServer({ ...options, port })).rejects.toMatchObject({ code: 'PORT_TAKEN' });
    expect(await onServer(options, (server) => Promise.resolve(server.port))).not.toBe(port);
    expect(lines.join(' ')).toContain(`Port ${port}`);
    squatter.close();
  });

  it('refuses data of another major version, and data whose passwords are lost', async () => {
    const version = join(options.dataDir, 'cluster', 'PG_VERSION');
    const kept = await readFile(version, 'utf8');
    await writeFile(version, '17\n');
    await expect(startEmbeddedServer(options)).rejects.toMatchObject({ code: 'WRONG_VERSION' });
    await writeFile(version, kept);

    const passwords = join(options.dataDir, 'connection.json');
    const text = await readFile(passwords);
    await rm(passwords);
    await expect(startEmbeddedServer(options)).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' });
    await writeFile(passwords, text, { mode: 0o600 });
    expect(await onServer(options, seesNumber)).toEqual([7]);
  });

  it('throws a half-made cluster away and makes a new one', async () => {
    const dataDir = join(base, 'half');
    await mkdir(join(dataDir, 'cluster.draft-dead', 'base'), { recursive: true });
    await writeFile(join(dataDir, 'cluster.draft-dead', 'PG_VERSION'), '18\n');
    expect(await onServer({ dataDir, persistent: true }, ({ url }) => query(url, 'SELECT 1'))).toEqual([1]);
    expect((await readdir(dataDir)).filter((name) => name.includes('draft'))).toEqual([]);
  });
});

describe('a temporary embedded server', () => {
  it('takes its folder with it, and can be stopped twice', async () => {
    const dataDir = join(base, 'temporary');
    const server = await startEmbeddedServer({ dataDir, persistent: false });
    expect(await query(server.url, "SELECT current_setting('fsync')")).toEqual(['off']);
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(await exists(dataDir)).toBe(false);
  });

  it('never takes a folder that holds something', async () => {
    const dataDir = join(base, 'precious');
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'letter.txt'), 'dear all');
    await expect(startEmbeddedServer({ dataDir, persistent: false })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
    });
    expect(await exists(join(dataDir, 'letter.txt'))).toBe(true);
  });

  it('clears the folders of temporary servers that died with the machine', async () => {
    const stale = join(base, 'stale');
    await mkdir(join(stale, 'cluster'), { recursive: true });
    await writeFile(
      join(stale, 'gongji-lock.1'),
      JSON.stringify({ pid: 1, mark: 'of an earlier boot', temporary: true }),
    );
    await onServer({ dataDir: join(base, 'fresh'), persistent: false }, () => Promise.resolve());
    expect(await exists(stale)).toBe(false);
  });
});

it('a data folder that is a file is refused with a hint', async () => {
  const dataDir = join(base, 'file');
  await writeFile(dataDir, '');
  await expect(startEmbeddedServer({ dataDir, persistent: true })).rejects.toMatchObject({
    code: 'DATA_FOLDER_UNUSABLE',
    hint: expect.stringContaining('DATA_DIR'),
  });
});
