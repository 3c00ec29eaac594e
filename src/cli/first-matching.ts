import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../platform/database/database.js';
import { withDatabase } from './with-database.js';

interface RunRow {
  readonly id: string;
  readonly market_id: string;
  readonly state: string;
  readonly filled: number | null;
  readonly positions: number | null;
  readonly proven: boolean | null;
}

const patienceMs = 120_000;
const pollMs = 200;

/** Waits for the latest run to end; undefined when nothing is to be matched, or it takes longer than two minutes. */
export async function firstMatching(databaseUrl: string): Promise<RunRow | undefined> {
  return withDatabase(databaseUrl, async (db) => {
    const [open] = await db.rows(`SELECT 1 FROM labour_need WHERE state = 'open' LIMIT 1`);
    if (!open) return undefined;
    for (let waited = 0; waited < patienceMs; waited += pollMs) {
      const [run] = await db.rows<RunRow>(
        'SELECT id, market_id, state, filled, positions, proven FROM match_run ORDER BY id DESC LIMIT 1',
      );
      if (run && run.state !== 'queued' && run.state !== 'running') return run;
      await pause(pollMs);
    }
    return undefined;
  });
}

interface OccupationRow {
  readonly name: string;
  readonly demanded: number;
  readonly proposed: number;
  readonly filled: number;
}

/** Prints what the matching found, per occupation of the run's market. */
export async function printMatching(databaseUrl: string, run: RunRow): Promise<void> {
  const rows = await withDatabase(databaseUrl, (db) =>
    db.rows<OccupationRow>(
      `SELECT o.name_zh || ' ' || o.name_en AS name, sum(f.demanded)::int AS demanded, sum(least(f.proposed, f.demanded))::int AS proposed, sum(f.accepted)::int AS filled
       FROM labour_need_fill f JOIN occupation o ON o.id = f.occupation_id
       WHERE f.state = 'open' AND f.region_id IN (
         SELECT region_id FROM labour_market_region WHERE market_id = $1)
       GROUP BY o.id ORDER BY sum(f.demanded) DESC LIMIT 15`,
      [run.market_id],
    ),
  );
  console.log(
    `\nLatest matching: ${run.state}, ${run.filled ?? 0} of ${run.positions ?? 0} open positions have a proposal${run.proven ? ' (proven optimal)' : ''}.`,
  );
  console.log(`  ${'demanded'.padStart(8)} ${'proposed'.padStart(8)} ${'filled'.padStart(8)}  occupation`);
  for (const { name, demanded, proposed, filled } of rows) {
    console.log(
      `  ${String(demanded).padStart(8)} ${String(proposed).padStart(8)} ${String(filled).padStart(8)}  ${name}`,
    );
  }
}

/** Prints the demo log-ins while the demo region is what is loaded. */
export async function printDemoLogins(databaseUrl: string): Promise<void> {
  const logins = await withDatabase(databaseUrl, (db) =>
    db.rows<{ login: string; kind: string; password: string }>(
      `SELECT a.login, a.kind, d.password FROM demo_login d JOIN account a ON a.id = d.account_id
       WHERE a.password_hash = d.password_hash ORDER BY d.position`,
    ),
  );
  if (logins.length === 0) return;
  console.log(`\nDemo log-ins (password ${logins[0]?.password ?? ''}):`);
  for (const { login, kind } of logins) console.log(`  ${kind.padEnd(11)} ${login}`);
}

/** Prints one run's row and what this process needed for it. */
export async function printRun(db: Database, runId: string): Promise<void> {
  const [run] = await db.rows<Record<string, string | number | boolean | Record<string, number> | null>>(
    `SELECT state, workers, needs, positions, edges, filled, score, proven, added, timings_ms FROM match_run WHERE id = $1`,
    [runId],
  );
  for (const [name, value] of Object.entries(run ?? {}))
    console.log(`  ${name.padEnd(10)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  console.log(`  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB (this process)`);
}
