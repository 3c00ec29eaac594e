import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { runMigrations as migrateQueue } from 'bullmq';
import { runner } from 'node-pg-migrate';
import pg from 'pg';

/** The folder of SQL migrations, from the source tree and from dist alike. */
function migrationsDir(): string {
  const candidates = ['../../../migrations', '../../../../migrations'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new Error(`no migrations folder at ${candidates.join(' or ')}`);
  return found;
}

/**
 * Brings a database up to date: our numbered SQL files, then the job queue's own schema.
 * Safe to run from several processes at once (advisory locks). Returns the names of files applied.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const applied = await runner({
      dbClient: client,
      dir: migrationsDir(),
      direction: 'up',
      count: Infinity,
      migrationsTable: 'schema_migration',
      checkOrder: true,
      advisoryLockMode: 'wait',
      verbose: false,
      log: () => undefined,
    });
    await migrateQueue(client);
    return applied.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}
