import { randomBytes } from 'node:crypto';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Binaries } from './binaries.js';
import { adminName } from './connection.js';
import { type DataFolder } from './data-folder.js';
import { EmbeddedServerError, ownServerHint } from './embedded-server.error.js';
import { entriesOf, readTextIfThere, statIfThere } from './files.js';
import { run, type Outcome, type RunAs } from './run.js';

export interface ClusterSettings {
  readonly folder: DataFolder;
  readonly binaries: Binaries;
  readonly user: RunAs;
  readonly persistent: boolean;
  readonly adminPassword: string;
}

const draftPrefix = 'cluster.draft-';

/**
 * Types of characters, which pg_trgm asks for: with plain C it would not see Chinese characters as letters. The first
 * that the system knows is taken.
 */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/**
 * Makes the cluster where there is none, and checks one that is there. It is made under another name and renamed when
 * complete, so a start that was killed midway leaves a draft, which the next one throws away.
 * @throws EmbeddedServerError WRONG_VERSION, DATA_FOLDER_UNUSABLE, START_FAILED.
 */
export async function ensureCluster(settings: ClusterSettings): Promise<void> {
  const { folder } = settings;
  for (const { name } of await entriesOf(folder.path)) {
    if (name.startsWith(draftPrefix)) await removeTree(join(folder.path, name));
  }
  if (await statIfThere(folder.cluster)) {
    await checkCluster(settings);
    return;
  }
  const draft = join(folder.path, `${draftPrefix}${randomBytes(4).toString('hex')}`);
  await mkdir(draft, { mode: 0o700 });
  if (settings.user) await chown(draft, settings.user.uid, settings.user.gid);
  await initialise(draft, settings);
  await rename(draft, folder.cluster);
}

/** Removes a folder, even while the rest of a dying server still writes into it. */
export async function removeTree(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function checkCluster({ folder, binaries, user }: ClusterSettings): Promise<void> {
  const uid = user?.uid ?? process.getuid?.();
  const owner = (await statIfThere(folder.cluster))?.uid;
  if (owner !== uid) {
    const message = `${folder.cluster} belongs to user number ${owner ?? 'unknown'}, but the database would run as number ${uid ?? 'unknown'}.`;
    throw new EmbeddedServerError(
      'DATA_FOLDER_UNUSABLE',
      message,
      `Start Gongji as the user who made it. ${ownServerHint}`,
    );
  }
  const version = (await readTextIfThere(join(folder.cluster, 'PG_VERSION')))?.trim();
  if (version === String(binaries.major)) return;
  throw new EmbeddedServerError(
    'WRONG_VERSION',
    `The data in ${folder.path} is of PostgreSQL ${version ?? '(unknown)'}, but this Gongji brings PostgreSQL ${binaries.major}.`,
    `Start the Gongji that made the data, or a PostgreSQL ${version ?? 'of that version'} on it, and move the data with pg_dump; or move the folder away to start with an empty database. ${ownServerHint}`,
  );
}

/**
 * Text is UTF-8, ordered by code point with PostgreSQL's own C.UTF-8, which no upgrade of the system changes under the
 * indexes. Chinese order is asked for by explicit ICU collations.
 */
async function initialise(
  draft: string,
  { folder, binaries, user, persistent, adminPassword }: ClusterSettings,
): Promise<void> {
  const passwordFile = join(folder.path, 'password.draft');
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${adminPassword}\n`, { flag: 'wx', mode: 0o600 });
  try {
    if (user) await chown(passwordFile, user.uid, user.gid);
    const outcome = await firstKnownLocale((characterType) =>
      run(
        binaries.initdb,
        [
          `--pgdata=${draft}`,
          `--username=${adminName}`,
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
          '--locale=C',
          `--lc-ctype=${characterType}`,
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--data-checksums',
          ...(persistent ? [] : ['--no-sync']),
        ],
        user,
      ),
    );
    if (outcome.code === 0) return;
    await removeTree(draft);
    throw initialisationFailed(folder, outcome);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function firstKnownLocale(attempt: (characterType: string) => Promise<Outcome>): Promise<Outcome> {
  let outcome: Outcome = { code: null, output: '' };
  for (const characterType of characterTypes) {
    outcome = await attempt(characterType);
    if (!/invalid locale name/.test(outcome.output)) return outcome;
  }
  return outcome;
}

function initialisationFailed(folder: DataFolder, { output }: Outcome): EmbeddedServerError {
  const reason = output
    .split('\n')
    .filter((line) => /error|fatal|panic|could not/i.test(line))
    .join(' ');
  const full = /No space left|quota|wrote only/i.test(output);
  return new EmbeddedServerError(
    full ? 'DATA_FOLDER_UNUSABLE' : 'START_FAILED',
    `The database could not be made in ${folder.path}: ${reason || output}`,
    `${full ? 'Make room on that disk (a new database takes 60 MB), or name another folder with DATA_DIR. ' : 'Start again. '}${ownServerHint}`,
  );
}
