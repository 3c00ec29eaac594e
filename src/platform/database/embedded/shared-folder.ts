import { chmod, copyFile, lstat, mkdir, readdir, readlink, realpath, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EmbeddedServerError, onFolder, ownServerHint } from './embedded-server.error.js';
import { run, type RunAs } from './run.js';

/** Where root puts what the server's user cannot reach in the checkout: copies of the binaries, and data. */
const sharedFolder = '/var/lib/gongji';

/**
 * The folder under /var/lib for what must lie outside the checkout.
 * @throws EmbeddedServerError DATA_FOLDER_UNUSABLE when someone other than root could plant files in it.
 */
export async function trustedFolder(): Promise<string> {
  return onFolder(sharedFolder, async () => {
    if ((await mkdir(sharedFolder, { recursive: true })) !== undefined) await chmod(sharedFolder, 0o755);
    const folder = await realpath(sharedFolder);
    for (let path = folder; ; path = dirname(path)) {
      const { uid, mode } = await lstat(path);
      if (uid !== 0 || (mode & 0o022) !== 0) throw untrusted(path);
      if (path === dirname(path)) return folder;
    }
  });
}

/** Whether `user` can go into `folder`: every folder above it counts too. */
export async function canEnter(folder: string, user: RunAs): Promise<boolean> {
  return (await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], user)).code === 0;
}

/** Copies a tree so that everybody can read and run it, whatever the modes of the source. */
export async function copyForEverybody(source: string, target: string): Promise<void> {
  await mkdir(target);
  await chmod(target, 0o755);
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) await copyForEverybody(from, to);
    else if (entry.isSymbolicLink()) await symlink(await readlink(from), to);
    else {
      await copyFile(from, to);
      await chmod(to, 0o755);
    }
  }
}

function untrusted(path: string): EmbeddedServerError {
  return new EmbeddedServerError(
    'DATA_FOLDER_UNUSABLE',
    `${path} can be changed by users other than root, so the database will not be run from there.`,
    `Give it to root and take the write permission from others, or start Gongji as an ordinary user. ${ownServerHint}`,
  );
}
