// Questions about a market, asked as an officer would: what would be if.
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { bar } from './bar.mjs';

const TRADE = { occupationId: '00000000-0000-7000-8000-000000000003' };

/** One of each that reaches far, of those that an officer may try. */
export const QUESTIONS = {
  'a wage floor for all': { kind: 'wage_floor', wageFen: 2600, wageUnit: 'hour' },
  'everyone goes 10 km farther': { kind: 'reach', addM: 10_000 },
  'every need asks a level less': { kind: 'level', lowerBy: 1 },
  'a trade pays 2 yuan more': { kind: 'wage', addFen: 200, ...TRADE },
  'a class of 200': {
    kind: 'training',
    from: '00000000-0000-7000-8000-000000000010',
    into: '00000000-0000-7000-8000-000000000003',
    workers: 200,
  },
  '500 people come': {
    ...{ kind: 'arrivals', regionId: 'B:1', ...TRADE, level: 3, workers: 500 },
    ...{ wageFloorFen: 2000, wageUnit: 'hour', radiusM: 30_000 },
  },
  'a plant opens with 300 seats': {
    ...{ kind: 'opening', regionId: 'B:1', ...TRADE, level: 2, seats: 300, wageFen: 2600, wageUnit: 'hour' },
  },
  'an enterprise closes': { kind: 'closing', hostId: '10000000-0000-7000-8000-000000000007' },
};

/** Asks each, prints what it took and what came of it, and the bar of the slowest. @param {import('pg').Client} client */
export async function askQuestions(client) {
  const accountId = randomUUID();
  await client.query(`UPDATE region SET latitude = 25, longitude = 118 WHERE id = 'B:1'`);
  await client.query(
    `INSERT INTO account (id, login, email, password_hash, kind) VALUES ($1, 'bench', 'bench@example.org', '-', 'operator')`,
    [accountId],
  );
  let slowest = 0;
  for (const [name, change] of Object.entries(QUESTIONS)) {
    const { seconds, answer } = await ask(client, accountId, { changes: [change] });
    const { before, after, workersMoved } = answer.whatIf;
    console.log(`  ${seconds.toFixed(1)} s ${name}: filled ${before.filled} to ${after.filled} of ${after.seats}, ${workersMoved} workers moved`); // prettier-ignore
    slowest = Math.max(slowest, seconds);
  }
  bar('what-if, the slowest of these', slowest, 10, 's');
}

async function ask(client, accountId, question) {
  const id = randomUUID();
  const started = performance.now();
  await client.query(
    `INSERT INTO scenario (id, market_id, account_id, kind, question, state) SELECT $1, id, $2, 'what_if', $3, 'queued' FROM labour_market`,
    [id, accountId, question],
  );
  await client.query(`INSERT INTO outbox_event (id, name, payload) VALUES ($1, 'job/matching.answer-scenario', $2)`, [
    randomUUID(),
    { scenarioId: id },
  ]);
  await client.query('NOTIFY outbox');
  for (;;) {
    const { rows } = await client.query('SELECT state, answer FROM scenario WHERE id = $1', [id]);
    const [{ state, answer }] = rows;
    if (state === 'succeeded') return { seconds: (performance.now() - started) / 1000, answer };
    if (state === 'failed') throw new Error('the question failed');
    await pause(20);
  }
}
