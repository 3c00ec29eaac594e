import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../../errors/error-code.js';
import { removeTree } from './cluster.js';
import { entriesOf, readTextIfThere, statIfThere } from './files.js';
import { lastHolder } from './folder-lock.js';
import { isAlive, worksIn } from './process-identity.js';
import { type RunAs } from './run.js';
import { shutDown } from './shut-down.js';

/** Above every system's highest process number: nobody has it. */
const nobodysPid = 2 ** 31 - 1;

/**
 * Clears what a crash left in a cluster (which we hold the lock of): ends a server that is still at work in it, and
 * makes a stale postmaster.pid harmless. The latter may name a process that has nothing to do with us, since numbers
 * are used again; PostgreSQL would then refuse to start. The file is not removed but renumbered, because PostgreSQL
 * also finds in it the shared memory of the old server, and must see that nobody uses that any more.
 */
export async function clearLeftovers(cluster: string, user: RunAs, log: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const [first, ...rest] = ((await readTextIfThere(file)) ?? '').split('\n');
  const pid = Number(first);
  if (!Number.isSafeInteger(pid) || pid <= 0) {
    // Empty or torn: written in the moment of the crash.
    await rm(file, { force: true });
    return;
  }
  if (await worksIn(pid, cluster, user)) {
    log('Ending a database server that an earlier Gongji left behind.');
    await shutDown(
      (signal) => sendSignal(pid, signal),
      (withinMs) => leaves(pid, cluster, user, withinMs),
    );
    if ((await readTextIfThere(file)) === undefined) return;
  }
  await rm(file, { force: true });
  await writeFile(file, [nobodysPid, ...rest].join('\n'), { flag: 'wx', mode: 0o644 });
}

/** Removes the temporary folders beside `folder` whose holders died without it (with the machine, say). */
export async function sweepTemporaryFolders(folder: string, user: RunAs): Promise<void> {
  const parent = dirname(folder);
  for (const entry of await entriesOf(parent)) {
    const path = join(parent, entry.name);
    if (entry.name === basename(folder) || !entry.isDirectory() || !(await isOurs(path))) continue;
    const holder = await lastHolder(path);
    if (!holder?.temporary || (await isAlive(holder))) continue;
    await clearLeftovers(join(path, 'cluster'), user, () => undefined);
    await removeTree(path);
  }
}

async function isOurs(path: string): Promise<boolean> {
  const found = await statIfThere(path);
  return found?.uid === process.getuid?.() && ((found?.mode ?? 0) & 0o700) === 0o700;
}

async function leaves(pid: number, cluster: string, user: RunAs, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (await worksIn(pid, cluster, user)) {
    if (performance.now() >= deadline) return false;
    await sleep(50);
  }
  return true;
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
