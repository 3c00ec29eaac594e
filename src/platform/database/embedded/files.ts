import { randomBytes } from 'node:crypto';
import { type Dirent, type Stats } from 'node:fs';
import { lstat, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { codeOf } from '../../errors/error-code.js';

/** The result of `work`, or undefined when the file or folder it asks for is not there. */
async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

/** The text of a file; undefined when there is none. */
export const readTextIfThere = (path: string): Promise<string | undefined> => ifThere(readFile(path, 'utf8'));

/** What lies at `path` (a link is not followed); undefined when nothing does. */
export const statIfThere = (path: string): Promise<Stats | undefined> => ifThere(lstat(path));

/** The entries of a folder; none when there is no such folder. */
export const entriesOf = async (path: string): Promise<Dirent[]> =>
  (await ifThere(readdir(path, { withFileTypes: true }))) ?? [];

/** Writes a file that only its owner reads; other processes see the old content or the new, never a part. */
export async function writePrivately(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, text, { flag: 'wx', mode: 0o600, flush: true });
  await rename(draft, path);
}
