import { setTimeout as sleep } from 'node:timers/promises';

const EACH_MS = 10;

/** A hundred days of work of the last week corrected each second; how long until no note of a change is left that old. @param {number} seconds */
export async function lagOfSums({ client }, seconds) {
  const { rows } = await client.query(
    'SELECT id FROM attendance_day WHERE day BETWEEN current_date - 7 AND current_date ORDER BY id LIMIT 10000',
  );
  const lags = [];
  const until = performance.now() + seconds * 1000;
  let next = performance.now();
  for (let n = 0; performance.now() < until; n++) {
    await client.query('UPDATE attendance_day SET normal_minutes = 400 + $2::int % 80 WHERE id = $1', [
      rows[n % rows.length].id,
      n,
    ]);
    if (n % 50 === 0) {
      const { rows: notes } = await client.query(
        'SELECT extract(epoch FROM clock_timestamp() - min(noted_at)) * 1000 AS ms FROM indicator_change',
      );
      lags.push(Number(notes[0].ms ?? 0));
    }
    next += EACH_MS;
    const pause = next - performance.now();
    if (pause > 0) await sleep(pause);
  }
  lags.sort((a, b) => a - b);
  return { median: lags[Math.floor(lags.length / 2)], worst: lags.at(-1) };
}
