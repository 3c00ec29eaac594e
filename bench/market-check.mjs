import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';

/** Asks for a run of the only market, as an officer would, and waits for its end. @param {import('pg').Client} client */
export async function askForRun(client) {
  const id = randomUUID();
  await client.query(`
    INSERT INTO labour_market (id, name_zh, name_en) SELECT gen_random_uuid(), '市场', 'Market' WHERE NOT EXISTS (SELECT 1 FROM labour_market);
    INSERT INTO labour_market_region (region_id, market_id) SELECT a.region_id, m.id FROM labour_market m JOIN region_ancestor a ON a.ancestor_id = 'B:1' ON CONFLICT DO NOTHING`);
  await client.query(
    `INSERT INTO match_run (id, market_id, cause, state) SELECT $1, id, 'manual', 'queued' FROM labour_market`,
    [id],
  );
  await client.query(`INSERT INTO outbox_event (id, name, payload) VALUES ($1, 'job/matching.solve-market', $2)`, [
    randomUUID(),
    { runId: id },
  ]);
  await client.query('NOTIFY outbox');
  for (;;) {
    const { rows } = await client.query('SELECT * FROM match_run WHERE id = $1', [id]);
    if (rows[0].state === 'succeeded') return { ...rows[0], score: Number(rows[0].score) };
    if (rows[0].state === 'failed') throw new Error('the run failed');
    await pause(20);
  }
}
