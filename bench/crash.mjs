// npm run bench:crash [-- KILLS]: a labour market changes without pause while its job process is killed (SIGKILL) again and
// again, wherever it happens to be. In the end what stands must be as good as a plan made from nothing, every change
// followed, and every mail sent, those that were sent twice under one id.
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { bar } from './bar.mjs';
import { drawMarket } from './instances/market.mjs';
import { smallFastRandom } from './instances/random.mjs';
import { askForRun } from './market-check.mjs';
import { openMarketDatabase, startJobs } from './market-database.mjs';
import { randomChange } from './market-events.mjs';

const [kills = 200] = process.argv.slice(2).map(Number);
const SIZE = { workers: 3_000, needs: 300 };
const EVENT_MS = 20;
const EVENTS_PER_MAIL = 5;
/** How long a process lives: time enough to begin, and to be cut off in anything. */
const LIFE_MS = { least: 50, most: 2_500 };
const SETTLE_MS = 120_000;

const market = drawMarket(SIZE.workers, SIZE.needs);
const database = await openMarketDatabase(market);
const { client } = database;
const random = smallFastRandom(11);
const received = new Map();
const smtp = await startMailbox();
let jobs;
try {
  await client.query(`DELETE FROM market_change;
    INSERT INTO account (id, login, email, password_hash, kind, role, enterprise_id)
    SELECT gen_random_uuid(), 'host@example.org', 'host@example.org', '-', 'enterprise', 'owner', id FROM enterprise LIMIT 1`);
  jobs = await begin();
  await askForRun(client);
  const sent = await killAgainAndAgain();
  await isSettled();
  await report(sent);
} finally {
  await end();
  await new Promise((resolve) => smtp.close(resolve));
  await database.close();
}

function begin() {
  const { port } = smtp.server.address();
  return startJobs(database, { MATCH_DEBOUNCE_MS: '0', SMTP_URL: `smtp://127.0.0.1:${port}`, LOG_LEVEL: 'silent' });
}

async function end(signal = 'SIGTERM') {
  if (!jobs || jobs.exitCode !== null || jobs.signalCode !== null) return;
  jobs.kill(signal);
  await once(jobs, 'exit');
}

/** Answers how many changes there were and how many mails were asked for. */
async function killAgainAndAgain() {
  const sent = { changes: 0, mails: 0 };
  let isOver = false;
  const changing = (async () => {
    for (; !isOver; sent.changes++) {
      await client.query(randomChange(random, market));
      if (sent.changes % EVENTS_PER_MAIL === 0) sent.mails += await askForMail();
      await pause(EVENT_MS);
    }
  })();
  for (let n = 1; n <= kills; n++) {
    await pause(LIFE_MS.least + random.below(LIFE_MS.most - LIFE_MS.least));
    await end('SIGKILL');
    jobs = await begin();
    if (n % 20 === 0) console.log(`${n} kills, ${sent.changes} changes, ${sent.mails} mails asked for`);
  }
  isOver = true;
  await changing;
  return sent;
}

/** A notification with its mail, as one transaction, as services ask for them. */
async function askForMail() {
  await client.query(`WITH told AS (
      INSERT INTO notification (id, event_id, account_id, kind, params, link)
      SELECT gen_random_uuid(), gen_random_uuid(), id, 'enterpriseVerified', '{}', '/' FROM account RETURNING id, account_id),
    delivery AS (
      INSERT INTO notification_delivery (id, notification_id, account_id, channel)
      SELECT gen_random_uuid(), id, account_id, 'email' FROM told RETURNING id)
    INSERT INTO outbox_event (id, name, payload)
    SELECT gen_random_uuid(), 'job/notifications.send-email', jsonb_build_object('deliveryId', id) FROM delivery`);
  await client.query('NOTIFY outbox');
  return 1;
}

/** Until nothing is left to do. */
async function isSettled() {
  for (let waited = 0; waited < SETTLE_MS; waited += 500) {
    const { rows } =
      await client.query(`SELECT (SELECT count(*) FROM market_change) + (SELECT count(*) FROM outbox_event WHERE relayed_at IS NULL)
      + (SELECT count(*) FROM match_run WHERE state IN ('queued', 'running')) + (SELECT count(*) FROM notification_delivery WHERE state = 'pending') AS n`);
    if (Number(rows[0].n) === 0) return;
    await pause(500);
  }
  console.log(`not settled after ${SETTLE_MS / 1000} s`);
}

async function report({ changes, mails }) {
  const { rows } = await client.query(`SELECT (SELECT count(*) FROM market_change)::int AS notes,
    (SELECT count(*) FROM notification_delivery WHERE state = 'sent')::int AS sent`);
  const run = await askForRun(client);
  const copies = [...received.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `${kills} kills, ${changes} changes; ${mails} mails asked for, ${copies} received under ${received.size} ids`,
  );
  bar('changes that nobody followed', rows[0].notes, 0, 'notes');
  bar('proposals that a run from nothing moves', run.added + run.withdrawn, 0, `of ${run.filled}`);
  bar('mails lost', mails - received.size, 0, 'mails');
  bar('mails not marked as sent', mails - rows[0].sent, 0, 'mails');
  bar('mails under more than one id', Math.max(0, received.size - mails), 0, 'mails');
}

async function startMailbox() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let source = '';
      stream.on('data', (chunk) => (source += chunk));
      stream.on('end', () => {
        const id = source.match(/^message-id: (.*)$/im)?.[1] ?? source;
        received.set(id, (received.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  // A client that was killed hangs up in the middle.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return server;
}
