import { join, resolve } from 'node:path';
import type { Config } from '../platform/config/config.js';
import { type EmbeddedServer, startEmbeddedServer } from '../platform/database/embedded/index.js';

/** A database to work on: the one DATABASE_URL names, or the embedded server, started if need be. */
export interface DatabaseAccess {
  readonly url: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

export async function openDatabaseServer(config: Config, log: (line: string) => void): Promise<DatabaseAccess> {
  const { DATABASE_URL, DATA_DIR } = config.settings;
  if (DATABASE_URL) return { url: DATABASE_URL, embedded: false, stop: () => Promise.resolve() };
  const server: EmbeddedServer = await startEmbeddedServer({
    dataDir: join(resolve(DATA_DIR), 'postgres'),
    persistent: true,
    log,
  });
  return { url: server.url, embedded: true, stop: () => server.stop() };
}
