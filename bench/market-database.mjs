// A PostgreSQL of its own with one labour market in it, and the job process on it.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import pg from 'pg';
import { startEmbeddedServer } from '../dist/src/platform/database/embedded/index.js';
import { TODAY } from './instances/market.mjs';

const BATCH = 5_000;
const CLOCK_TICKS = 100;
const DAYS_AGO = `(now() AT TIME ZONE 'Asia/Shanghai')::date - ${TODAY}`;

/** @typedef {import('./instances/market.mjs').Market} Market */

/** Starts a server, migrates it, loads the market. @param {Market} market */
export async function openMarketDatabase(market) {
  const folder = mkdtempSync(join(tmpdir(), 'gongji-bench-'));
  const server = await startEmbeddedServer({ dataDir: join(folder, 'postgres'), persistent: true });
  await promisify(execFile)(process.execPath, ['dist/src/cli/gongji.js', 'migrate'], {
    env: { ...process.env, DATABASE_URL: server.url, DATA_DIR: folder },
  });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await load(client, market);
  return {
    url: server.url,
    folder,
    client,
    async close() {
      await client.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The job process, as `npm start` runs it. @param {{url: string, folder: string}} database @param {object} [more] */
export async function startJobs({ url, folder }, more = {}) {
  const child = spawn(process.execPath, ['dist/src/worker.js'], {
    env: {
      ...process.env,
      ...{ NODE_ENV: 'development', DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'error', MATCH_EVERY_MINUTES: '0' },
      ...more,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

/** Seconds of processor time and megabytes at the peak, so far. @param {number} pid */
export function usageOf(pid) {
  const peak = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+) kB/)?.[1];
  return { cpu: cpuOf(pid), peakMb: Number(peak) / 1024 };
}

/** Seconds that the server and all its processes have used. @param {import('pg').Client} client */
export async function serverCpu(client) {
  const { rows } = await client.query(`SELECT pg_backend_pid() AS pid`);
  const postmaster = statOf(rows[0].pid).parent;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === postmaster);
  return [String(postmaster), ...children].reduce((sum, pid) => sum + cpuOf(Number(pid)), 0);
}

function parentOf(pid) {
  try {
    return statOf(pid).parent;
  } catch {
    return undefined; // it ended meanwhile
  }
}

function cpuOf(pid) {
  const { ticks } = statOf(pid);
  return ticks / CLOCK_TICKS;
}

function statOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .map(Number);
  // man 5 proc: ppid; utime, stime, and those of children that were waited for.
  return { parent: fields[1], ticks: fields[11] + fields[12] + fields[13] + fields[14] };
}

/** @param {import('pg').Client} client @param {Market} market */
async function load(client, { supplies, demands, substitutes }) {
  const occupations = new Set([
    ...supplies.flatMap(({ skills }) => skills.map(({ occupationId }) => occupationId)),
    ...demands.map(({ occupationId }) => occupationId),
    ...[...substitutes].flatMap(([id, list]) => [id, ...list.map(({ occupationId }) => occupationId)]),
  ]);
  await client.query(`
    INSERT INTO region (id, scheme, code, level, name_zh, name_en) VALUES ('B:1', 'B', '1', 'province', '省', 'Province');
    INSERT INTO certificate SELECT 'C' || n, 'C' || n, 'C' || n FROM generate_series(0, 2) n;
    INSERT INTO enterprise (id, registration_scheme, registration_code, name, region_id, latitude, longitude, verification)
      SELECT ${uuid('1', 'n')}, 'B', n, 'E' || n, 'B:1', 25, 118, 'verified' FROM generate_series(0, 2999) n;`);
  await insert(client, 'occupation (id, scheme, code, family, name_zh, name_en)', [...occupations], (rows) => [
    `SELECT o, 'B', o, 'B', o, o FROM unnest($1::text[]) o`,
    [rows],
  ]);
  await insert(client, 'occupation_substitute', [...substitutes], (rows) => [
    'SELECT * FROM unnest($1::text[], $2::text[], $3::int[])',
    [rows.map(([id]) => id), rows.map(([, [one]]) => one.occupationId), rows.map(([, [one]]) => one.penalty)],
  ]);
  await insertWorkers(client, supplies);
  await insertNeeds(client, demands);
  await client.query('VACUUM ANALYZE');
}

async function insertWorkers(client, supplies) {
  const numbered = supplies.map((supply, n) => ({ ...supply, n, lender: numberIn(supply.lenderId) }));
  const of = `FROM jsonb_to_recordset($1) AS w (n int, lender int, latitude float8, longitude float8, rating int, skills jsonb,
    certificates jsonb, booked jsonb, "firstDay" int, "lastDay" int, "wageFloorFen" int, "wageUnit" text, currency text, "radiusM" int,
    "relocationRadiusM" int, "waitingSinceDay" int)`;
  const worker = uuid('2', 'n');
  const each = (columns, select) =>
    insert(client, columns, numbered, (rows) => [`SELECT ${select(of)}`, [JSON.stringify(rows)]]);
  await each(
    'worker (id, home_enterprise_id, region_id, latitude, longitude, rating)',
    (from) =>
      `${worker}, CASE WHEN lender IS NULL THEN NULL ELSE ${uuid('1', 'lender')} END, 'B:1', latitude, longitude, rating ${from}`,
  );
  await each(
    'worker_skill',
    (from) =>
      `${worker}, s->>'occupationId', max((s->>'level')::int) ${from}, jsonb_array_elements(skills) s GROUP BY 1, 2`,
  );
  await each(
    'worker_certificate',
    (from) =>
      `${worker}, c->>'code', DATE '1970-01-01' + (c->>'lastDay')::int + (${DAYS_AGO} - DATE '1970-01-01') ${from}, jsonb_array_elements(certificates) c`,
  );
  await each(
    'availability (id, worker_id, starts_on, ends_on, wage_floor_fen, wage_unit, currency, radius_m, relocation_radius_m, state, created_at)',
    (from) =>
      `${uuid('3', 'n')}, ${worker}, ${day('"firstDay"')}, ${day('"lastDay"')}, "wageFloorFen", "wageUnit", currency, "radiusM", "relocationRadiusM", 'open',
     ${day('"waitingSinceDay"')} ${from}`,
  );
}

async function insertNeeds(client, demands) {
  const numbered = demands.map((demand, n) => ({ ...demand, n, host: numberIn(demand.hostId) }));
  await insert(
    client,
    `labour_need (id, host_id, occupation_id, min_level, accepts_substitutes, certificate_codes, headcount, priority, region_id, latitude, longitude,
      starts_on, ends_on, min_overlap_percent, shift, wage_fen, wage_unit, currency, lodging, state, published_at)`,
    numbered,
    (rows) => [
      `SELECT ${uuid('4', 'n')}, ${uuid('1', 'host')}, "occupationId", "minLevel", "acceptsSubstitutes", ARRAY(SELECT jsonb_array_elements_text("certificateCodes")),
        "seatsOpen", priority, 'B:1', latitude, longitude, ${day('"firstDay"')}, ${day('"lastDay"')}, "minOverlapPercent", 'day', "wageFen", "wageUnit", currency,
        lodging, 'open', now()
       FROM jsonb_to_recordset($1) AS d (n int, host int, "occupationId" text, "minLevel" int, "acceptsSubstitutes" bool, "certificateCodes" jsonb, "seatsOpen" int,
        priority int, latitude float8, longitude float8, "firstDay" int, "lastDay" int, "minOverlapPercent" int, "wageFen" int, "wageUnit" text, currency text,
        lodging bool)`,
      [JSON.stringify(rows)],
    ],
  );
}

async function insert(client, table, items, statement) {
  for (let from = 0; from < items.length; from += BATCH) {
    const [select, parameters] = statement(items.slice(from, from + BATCH));
    await client.query(`INSERT INTO ${table} ${select}`, parameters);
  }
}

/** The days of the drawing, with its today moved to ours. */
function day(column) {
  return `(${DAYS_AGO} + ${column})`;
}

function uuid(kind, number) {
  return `('${kind}0000000-0000-7000-8000-' || lpad(${number}::text, 12, '0'))::uuid`;
}

function numberIn(text) {
  return text === null ? null : Number(text.match(/\d+/)?.[0]);
}
