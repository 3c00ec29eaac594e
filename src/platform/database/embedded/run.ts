import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The system user that programs run as; undefined means the user of this process. */
export type RunAs = { readonly name: string; readonly uid: number; readonly gid: number } | undefined;

/** How a program ended. `output` is what it wrote to stdout and stderr, interleaved. `code` is null when a signal ended it. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/**
 * What the server and its helpers see of the environment. Nothing of ours: it holds secrets, and variables such as
 * PGOPTIONS, LD_LIBRARY_PATH or TZ would change how the server behaves.
 */
const plainEnvironment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** The options every child shares. It starts in `/`, because the folder we stand in may be closed to `user`. */
export function childOptions(user: RunAs) {
  return { cwd: '/', env: plainEnvironment, ...(user && { uid: user.uid, gid: user.gid }) };
}

/** Runs a program to its end. Rejects with the system's error when it cannot be started at all (ENOENT, EACCES, EPERM). */
export async function run(command: string, args: readonly string[], user: RunAs): Promise<Outcome> {
  const child = spawn(command, args, { ...childOptions(user), stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return { code: child.exitCode, output: Buffer.concat(chunks).toString('utf8').trim() };
}

/** Resolves once the child runs. Rejects with the system's error when it cannot be started. */
export async function spawned(child: ChildProcess): Promise<ChildProcess & { readonly pid: number }> {
  await once(child, 'spawn');
  if (!hasPid(child)) throw new Error('a running child has a process id');
  return child;
}

function hasPid(child: ChildProcess): child is ChildProcess & { readonly pid: number } {
  return child.pid !== undefined;
}
