import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../platform/config/config.js';
import { EmbeddedServerError, startEmbeddedServer } from '../platform/database/embedded/index.js';

/** A database to work on: the one DATABASE_URL names, or the embedded server. */
export interface DatabaseAccess {
  readonly url: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
}

/** For the process that owns the data folder; ALREADY_RUNNING when another does. */
export async function openDatabaseServer({ settings }: Config): Promise<DatabaseAccess> {
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL, embedded: false, stop: () => Promise.resolve() };
  const server = await startEmbeddedServer({ dataDir: folderOf(settings), persistent: true, log: console.log });
  return { url: server.url, embedded: true, stop: () => server.stop() };
}

/** For commands that may run beside `npm start`: joins its server, or starts one for as long as the command takes. */
export async function joinDatabaseServer(config: Config): Promise<DatabaseAccess> {
  try {
    return await openDatabaseServer(config);
  } catch (error) {
    if (!(error instanceof EmbeddedServerError && error.code === 'ALREADY_RUNNING')) throw error;
    const { url } = JSON.parse(await readFile(join(folderOf(config.settings), 'connection.json'), 'utf8')) as {
      url: string;
    };
    return { url, embedded: true, stop: () => Promise.resolve() };
  }
}

const folderOf = ({ DATA_DIR }: { readonly DATA_DIR: string }): string => join(resolve(DATA_DIR), 'postgres');
