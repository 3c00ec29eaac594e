// npm run bench:bureau [-- SCALE]: a province's past in PostgreSQL, and what a bureau asks of it. Prints how long every
// question of the dashboards takes, over HTTP, warm, and how far the sums lag behind the changes.
// SCALE 1 is 1,000,000 placements, 5,000,000 days of work and 100,000 needs.
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { bar } from './bar.mjs';
import { fillPast } from './bureau/past.mjs';
import { lagOfSums } from './bureau/lag.mjs';
import { askAll } from './bureau/questions.mjs';
import { openServer } from './sharing/server.mjs';
import { startJobs } from './market-database.mjs';

const [scale = 1] = process.argv.slice(2).map(Number);

// Without the demo region: its job process would match it meanwhile.
const server = await openServer({ DEMO: 'false', DATABASE_POOL: '4' });
try {
  const began = performance.now();
  const { logIn, counts } = await fillPast(server, scale);
  const seconds = (since) => Math.round((performance.now() - since) / 1000);
  console.log(`${counts}, in ${seconds(began)} s`);
  const counting = performance.now();
  const jobs = await startJobs({ url: server.url, folder: process.env.TMPDIR ?? '/tmp' });
  await server.client.query(`INSERT INTO indicator_change (fact, region_id, day) VALUES ('*', '*', current_date)`);
  await server.client.query(`SELECT pg_notify('indicator_change', '')`);
  for (;;) {
    const { rows } = await server.client.query('SELECT 1 FROM indicator_change LIMIT 1');
    if (rows.length === 0) break;
    await sleep(500);
  }
  const { rows } = await server.client.query('SELECT count(*)::int AS n FROM indicator_day');
  console.log(`counted from nothing in ${seconds(counting)} s: ${rows[0].n} sums`);
  const settling = performance.now();
  // The daily count begins with the job process too, and the forecast's weeks are counted every two minutes.
  const isBusy = `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM indicator_check) OR EXISTS (SELECT 1 FROM shortage_change)
                     OR NOT EXISTS (SELECT 1 FROM shortage_panel)`;
  while ((await server.client.query(isBusy)).rows.length > 0) await sleep(500);
  const { rows: checks } = await server.client.query('SELECT cells, drifted FROM indicator_check');
  console.log(
    `daily count and the forecast's weeks: ${seconds(settling)} s later; ${checks[0].drifted} of ${checks[0].cells} sums had drifted\n`,
  );
  await server.client.query('VACUUM ANALYZE');
  const slowest = await askAll(server, logIn);
  bar('dashboard questions, the slowest 95th percentile', slowest, 200, 'ms');
  const { median, worst } = await lagOfSums(server, 60);
  console.log(`\n100 changes a second for 60 s: sums followed after ${Math.round(median)} ms (median)`);
  bar('sums behind the changes, at most', worst / 1000, 5, 's');
  jobs.kill();
} finally {
  await server.close();
}
