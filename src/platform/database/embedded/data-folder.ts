import { createHash } from 'node:crypto';
import { chmod, mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EmbeddedServerError, onFolder, ownServerHint } from './embedded-server.error.js';
import { statIfThere } from './files.js';
import { type RunAs } from './run.js';
import { canEnter, trustedFolder } from './shared-folder.js';

/**
 * Where things lie in a data folder (absolute paths, links resolved). The folder is ours and closed to others; only
 * `cluster` belongs to the server's user.
 */
export interface DataFolder {
  readonly path: string;
  /** PostgreSQL's own data. It gets this name when initdb is through, so what is called so is complete. */
  readonly cluster: string;
  /** A Connection as JSON, mode 0600. */
  readonly connection: string;
  /** What the server said since its last start; before that: `.1`. */
  readonly log: string;
}

/** The wanted folder, or the one under /var/lib/gongji that stands in for it where the server's user cannot go. */
export interface OpenedFolder {
  readonly folder: DataFolder;
  /** The folder that was asked for (absolute). */
  readonly wanted: string;
}

/**
 * Makes the data folder where it is missing and finds out where the data can be.
 * @throws EmbeddedServerError DATA_FOLDER_UNUSABLE.
 */
export async function openDataFolder(dataDir: string, user: RunAs, log: (line: string) => void): Promise<OpenedFolder> {
  const wanted = resolve(dataDir);
  const own = await makeFolder(wanted);
  if (user === undefined) return { wanted, folder: own };

  const reachable = await canEnter(own.path, user);
  if (await holdsData(own)) {
    if (reachable) return { wanted, folder: own };
    throw new EmbeddedServerError(
      'DATA_FOLDER_UNUSABLE',
      `${own.path} holds a database, but the system user "${user.name}", who runs it, cannot reach that folder.`,
      `Let others pass through the folders above it (chmod o+x), or move it. ${ownServerHint}`,
    );
  }
  const substitute = join(await trustedFolder(), `data-${hashOf(own.path)}`);
  if (reachable && !(await holdsData(placesIn(substitute)))) return { wanted, folder: own };
  log(`The system user of the database cannot use ${own.path}: the data is kept in ${substitute}.`);
  return { wanted, folder: await makeFolder(substitute) };
}

async function makeFolder(path: string): Promise<DataFolder> {
  return onFolder(path, async () => {
    await mkdir(path, { recursive: true });
    const real = await realpath(path);
    const found = await statIfThere(real);
    if (found?.uid !== process.getuid?.()) throw belongsToAnother(real, found?.uid);
    // The server's user passes through to its cluster and sees nothing else; for everybody else it is closed anyway.
    await chmod(real, process.getuid?.() === 0 ? 0o711 : 0o700);
    return placesIn(real);
  });
}

function placesIn(path: string): DataFolder {
  return {
    path,
    cluster: join(path, 'cluster'),
    connection: join(path, 'connection.json'),
    log: join(path, 'server.log'),
  };
}

const holdsData = async ({ cluster }: DataFolder): Promise<boolean> => (await statIfThere(cluster)) !== undefined;

const hashOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 12);

function belongsToAnother(path: string, uid: number | undefined): EmbeddedServerError {
  return new EmbeddedServerError(
    'DATA_FOLDER_UNUSABLE',
    `The data folder ${path} belongs to another user (number ${uid ?? 'unknown'}).`,
    `Start Gongji as that user, or name another folder with DATA_DIR. ${ownServerHint}`,
  );
}
