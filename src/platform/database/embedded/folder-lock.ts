import { randomBytes } from 'node:crypto';
import { link, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../errors/error-code.js';
import { EmbeddedServerError } from './embedded-server.error.js';
import { entriesOf, readTextIfThere, writePrivately } from './files.js';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.js';

/** Who holds a folder; `temporary` folders are thrown away with their holder. */
export interface Holder extends ProcessIdentity {
  readonly temporary: boolean;
}

const lockName = /^gongji-lock\.(\d+)$/;

/**
 * A folder held by one process. Node has no advisory file locks, so the lock is a row of numbered files, of which the
 * highest counts: whoever creates number n+1 (only one process can) after the holder of n has died is the new holder.
 * It dies with its process, because a holder is named with the time it was started.
 * Invariant: the highest number never goes down, so a slow contender can always see that it came too late.
 */
export class FolderLock {
  private constructor(
    readonly folder: string,
    private readonly file: string,
  ) {}

  /** @throws EmbeddedServerError ALREADY_RUNNING while another living process (or this one) holds the folder. */
  static async acquire(folder: string, temporary: boolean): Promise<FolderLock> {
    const me: Holder = { ...(await ownIdentity()), temporary };
    for (;;) {
      const { number, holder } = await newestLock(folder);
      if (holder && (await isAlive(holder))) throw alreadyRunning(folder, holder);
      const file = join(folder, `gongji-lock.${number + 1}`);
      if (!(await createLock(file, me))) continue;
      if ((await newestLock(folder)).number === number + 1) {
        await removeOlderLocks(folder, number + 1);
        return new FolderLock(folder, file);
      }
      await rm(file, { force: true });
    }
  }

  /** Gives the folder free. The file stays, so that numbers never go down. */
  async release(): Promise<void> {
    await writePrivately(this.file, '');
  }
}

/** Whether `name` is a file of this lock, and none of the data. */
export const isLockFile = (name: string): boolean => name.startsWith('gongji-lock.');

/** Who held the folder last, alive or not; undefined when it was given free or never held. */
export async function lastHolder(folder: string): Promise<Holder | undefined> {
  return (await newestLock(folder)).holder;
}

async function newestLock(folder: string): Promise<{ number: number; holder: Holder | undefined }> {
  const number = Math.max(0, ...(await lockNumbers(folder)));
  const text = await readTextIfThere(join(folder, `gongji-lock.${number}`));
  return { number, holder: text ? (JSON.parse(text) as Holder) : undefined };
}

async function lockNumbers(folder: string): Promise<number[]> {
  return (await entriesOf(folder)).flatMap(({ name }) => lockName.exec(name)?.[1] ?? []).map(Number);
}

/** Writes the file complete or not at all; false when it is there already. */
async function createLock(file: string, holder: Holder): Promise<boolean> {
  const draft = `${file}.draft-${randomBytes(4).toString('hex')}`;
  await writePrivately(draft, JSON.stringify(holder));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

async function removeOlderLocks(folder: string, number: number): Promise<void> {
  const older = (await lockNumbers(folder)).filter((other) => other < number);
  await Promise.all(older.map((other) => rm(join(folder, `gongji-lock.${other}`), { force: true })));
}

function alreadyRunning(folder: string, { pid }: Holder): EmbeddedServerError {
  return new EmbeddedServerError(
    'ALREADY_RUNNING',
    `The database in ${folder} is in use by another Gongji (process ${pid}).`,
    `Stop that one first, or work on its database: set DATABASE_URL to the "url" in ${join(folder, 'connection.json')}.`,
  );
}
