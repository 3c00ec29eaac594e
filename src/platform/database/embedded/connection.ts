import { randomBytes } from 'node:crypto';
import { codeOf } from '../../errors/error-code.js';
import { EmbeddedServerError, ownServerHint } from './embedded-server.error.js';
import { readTextIfThere, statIfThere, writePrivately } from './files.js';
import { type DataFolder } from './data-folder.js';

/** The names of the application's role and of its database. */
export const roleName = 'gongji';
export const databaseName = 'gongji';
/** The superuser, and the database that one connects to in order to make others. */
export const adminName = 'postgres';

/** How to reach a server; both URLs hold random passwords and the port of the last start. */
export interface Connection {
  readonly url: string;
  readonly adminUrl: string;
}

/**
 * The connection kept in the folder; a new one, kept from now on, where there is no data yet.
 * @throws EmbeddedServerError DATA_FOLDER_UNUSABLE when there is data but its passwords are lost.
 */
export async function connectionOf(folder: DataFolder, port: number): Promise<Connection> {
  const kept = await keptConnection(folder);
  if (kept) return kept;
  if (await statIfThere(folder.cluster)) throw passwordsLost(folder);
  const connection = { url: urlFor(roleName, databaseName, port), adminUrl: urlFor(adminName, adminName, port) };
  await keepConnection(folder, connection);
  return connection;
}

/** The port of the last start; undefined before the first. */
export async function keptPort(folder: DataFolder): Promise<number | undefined> {
  const kept = await keptConnection(folder);
  return kept && Number(new URL(kept.url).port);
}

export function withPort({ url, adminUrl }: Connection, port: number): Connection {
  const moved = (text: string) => Object.assign(new URL(text), { port: String(port) }).href;
  return { url: moved(url), adminUrl: moved(adminUrl) };
}

export async function keepConnection(folder: DataFolder, connection: Connection): Promise<void> {
  await writePrivately(folder.connection, `${JSON.stringify(connection, null, 2)}\n`);
}

/** The password in a connection URL. */
export const passwordIn = (url: string): string => decodeURIComponent(new URL(url).password);

async function keptConnection(folder: DataFolder): Promise<Connection | undefined> {
  const text = await readTextIfThere(folder.connection);
  if (text === undefined) return undefined;
  try {
    const { url, adminUrl } = JSON.parse(text) as Connection;
    return { url: new URL(url).href, adminUrl: new URL(adminUrl).href };
  } catch (error) {
    const malformed = error instanceof SyntaxError || error instanceof TypeError || codeOf(error) === 'ERR_INVALID_URL';
    if (!malformed) throw error;
    throw passwordsLost(folder);
  }
}

function urlFor(role: string, database: string, port: number): string {
  return `postgres://${role}:${randomBytes(24).toString('base64url')}@127.0.0.1:${port}/${database}`;
}

export function passwordsLost(folder: DataFolder): EmbeddedServerError {
  return new EmbeddedServerError(
    'DATA_FOLDER_UNUSABLE',
    `The passwords of the database in ${folder.path} are lost: ${folder.connection} is missing, damaged or of another database.`,
    `Bring that file back, or move ${folder.path} away to start with an empty database. ${ownServerHint}`,
  );
}
