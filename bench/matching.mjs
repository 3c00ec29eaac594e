// npm run bench:matching [-- WORKERS NEEDS SECONDS]: one labour market in PostgreSQL, and the job process that keeps it. Prints
// what it takes to build it from nothing (read, edges, solve, verify, write), how long after its commit a change has led to
// proposals, at 50 changes a second, whether what stands in the end is as good as a plan made from nothing, and how long what-ifs take.
import { once } from 'node:events';
import process from 'node:process';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { drawMarket } from './instances/market.mjs';
import { smallFastRandom } from './instances/random.mjs';
import { bar } from './bar.mjs';
import { openMarketDatabase, serverCpu, startJobs, usageOf } from './market-database.mjs';
import { randomChange } from './market-events.mjs';
import { askForRun } from './market-check.mjs';
import { askQuestions } from './market-questions.mjs';

const [workers = 100_000, needs = 10_000, seconds = 60] = process.argv.slice(2).map(Number);
const PER_SECOND = 50;
const LOOK_MS = 2;

const market = drawMarket(workers, needs);
const database = await openMarketDatabase(market);
const { client } = database;
try {
  await client.query('DELETE FROM market_change');
  const jobs = await startJobs(database);
  try {
    await coldBuild(jobs);
    await isQuiet();
    await stream(jobs);
    await check();
    if (!process.env.NOQ) await askQuestions(client);
  } finally {
    jobs.kill();
    if (jobs.exitCode === null) await once(jobs, 'exit');
  }
} finally {
  await database.close();
}

async function coldBuild(jobs) {
  const before = { jobs: usageOf(jobs.pid).cpu, server: await serverCpu(client) };
  const started = performance.now();
  const run = await askForRun(client);
  const wallMs = performance.now() - started;
  const jobsCpu = usageOf(jobs.pid).cpu - before.jobs;
  const cpu = jobsCpu + (await serverCpu(client)) - before.server;
  const { read, edges, solve, write } = run.timings_ms;
  console.log(`${run.workers} workers, ${run.needs} needs, ${run.positions} positions, ${run.edges} edges`);
  console.log(`  filled ${run.filled}, score ${run.score}, ${run.proven ? 'proven' : 'NOT PROVEN'}`);
  console.log(
    `  read ${read} ms, edges ${edges} ms, solve and verify ${solve} ms, write ${write} ms; ${Math.round(wallMs)} ms in all`,
  );
  const { peakMb } = usageOf(jobs.pid);
  bar('cold build, processor time', cpu, 60, `s (${jobsCpu.toFixed(1)} s of it the job process, the rest PostgreSQL)`);
  bar('cold build, share of solving', solve / (read + edges + solve + write), 1 / 3, 'of the whole');
  bar('cold build, peak memory of the job process', peakMb, 2048, 'MB');
}

/** Until the hosts have been told of their proposals: that is another measure's business. */
async function isQuiet() {
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    await pause(2_000);
    const { rows } = await client.query('SELECT count(*)::int AS n FROM processed_event');
    now = rows[0].n;
  }
}

/** Changes at a steady pace, whatever becomes of them. */
async function stream(jobs) {
  const random = smallFastRandom(7);
  const watcher = new pg.Client({ connectionString: database.url });
  await watcher.connect();
  const committed = new Map();
  const took = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver || committed.size > 0) {
      const { rows } = await watcher.query('SELECT id FROM market_change');
      const open = new Set(rows.map(({ id }) => id));
      const now = performance.now();
      for (const [id, at] of committed) if (!open.has(id)) { took.push(now - at); committed.delete(id); } // prettier-ignore
      await pause(LOOK_MS);
    }
  })();
  const before = { cpu: usageOf(jobs.pid).cpu, at: performance.now(), proposals: await moved() };
  const total = seconds * PER_SECOND;
  for (let n = 0; n < total; n++) {
    const due = before.at + (n * 1000) / PER_SECOND;
    if (due > performance.now()) await pause(due - performance.now());
    await client.query(randomChange(random, market));
    const at = performance.now();
    const { rows } = await client.query(`SELECT current_setting('bench.notes', true) AS notes`);
    for (const id of rows[0].notes.split(',')) if (id) committed.set(id, at);
  }
  isOver = true;
  await watching;
  await watcher.end();
  const wallS = (performance.now() - before.at) / 1000;
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(share * took.length))];
  console.log(`${total} changes in ${wallS.toFixed(1)} s (${(total / wallS).toFixed(1)}/s), ${(await moved()) - before.proposals} proposals moved;`,
    `job process busy ${(((usageOf(jobs.pid).cpu - before.cpu) / wallS) * 100).toFixed(0)} % of one core`); // prettier-ignore
  bar('commit to proposals, median', at(0.5), 150, 'ms');
  bar('commit to proposals, 99th percentile', at(0.99), 1000, 'ms');
  console.log(`  most ${Math.round(at(1))} ms; seen by looking every ${LOOK_MS} ms`);
}

/** Proposals made or withdrawn so far. */
async function moved() {
  const { rows } = await client.query(
    `SELECT count(*) + count(*) FILTER (WHERE state <> 'proposed') AS n FROM proposal`,
  );
  return Number(rows[0].n);
}

/** A run keeps what stands wherever that is as good: it moves somebody only where the kept plan was not the best. */
async function check() {
  const run = await askForRun(client);
  const drift = run.added + run.withdrawn;
  console.log(`from nothing: filled ${run.filled}, score ${run.score}; ${run.kept} proposals stand as they stood`);
  bar('proposals that a run from nothing moves after the stream', drift, 0, 'proposals');
  if (drift > 0) process.exitCode = 1;
}
