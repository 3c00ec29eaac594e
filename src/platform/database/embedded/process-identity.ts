import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { codeOf } from '../../errors/error-code.js';
import { run, type RunAs } from './run.js';

/** A process that cannot be mistaken for a later one with the same number: `mark` tells when it was started. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly mark: string;
}

/** This process. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  return { pid: process.pid, mark: (await markOf(process.pid)) ?? '' };
}

/** Whether that very process still runs. */
export async function isAlive({ pid, mark }: ProcessIdentity): Promise<boolean> {
  return (await markOf(pid)) === mark;
}

/** When a process was started, as text to compare; undefined when there is none (or only its zombie). */
async function markOf(pid: number): Promise<string | undefined> {
  if (platform() !== 'linux') {
    const { code, output } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], undefined);
    return code === 0 && output ? output : undefined;
  }
  const stat = await readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // pid (name, which may hold anything) state ppid … starttime is the 22nd field: ticks since boot, hence the boot's id.
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const startTime = rest[18];
  if (state === 'Z' || startTime === undefined) return undefined;
  return `${(await readIfThere('/proc/sys/kernel/random/boot_id'))?.trim() ?? ''}/${startTime}`;
}

/**
 * Whether process `pid` works in `folder`, as a PostgreSQL server does in its cluster. Asked as the server's user:
 * in a container even root may not look into processes of others.
 */
export async function worksIn(pid: number, folder: string, user: RunAs): Promise<boolean> {
  if (platform() === 'linux') return (await run('readlink', [`/proc/${pid}/cwd`], user)).output === folder;
  const { output } = await run('lsof', ['-a', '-d', 'cwd', '-p', String(pid), '-Fn'], user);
  return output.split('\n').includes(`n${folder}`);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    // ESRCH: the process ended while its file was being read.
    if (!['ENOENT', 'ESRCH'].includes(codeOf(error) ?? '')) throw error;
    return undefined;
  }
}
