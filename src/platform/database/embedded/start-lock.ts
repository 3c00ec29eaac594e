import { readFile, rm, writeFile } from 'node:fs/promises';
import { codeOf } from '../../errors/index.js';
import { EmbeddedServerError } from './embedded-server.errors.js';
import { run } from './run.js';

/**
 * One process at a time owns a data folder. The lock names its process by id and start time, so it dies with the
 * process, and a process id used again does not revive it.
 */
export async function takeLock(file: string): Promise<() => Promise<void>> {
  const own = `${process.pid} ${await startOf(process.pid)}`;
  for (let tries = 0; tries < 3; tries++) {
    try {
      await writeFile(file, own, { flag: 'wx', mode: 0o600 });
      return () => rm(file, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const holder = (await readFile(file, 'utf8')).trim();
    const pid = Number(holder.split(' ')[0]);
    if (holder && `${pid} ${await startOf(pid)}` === holder) {
      throw new EmbeddedServerError(
        'ALREADY_RUNNING',
        `Gongji runs already on this data folder (process ${pid}).`,
        'Stop it, or start this one with another folder: DATA_DIR=.data2 PORT=3001 npm start',
      );
    }
    await rm(file, { force: true });
  }
  throw new EmbeddedServerError(
    'ALREADY_RUNNING',
    'Several processes are starting on this data folder at once.',
    'Start one of them.',
  );
}

/** When a process started, in the system's words; empty when there is none. */
async function startOf(pid: number): Promise<string> {
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : '';
  const { code, output } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]);
  if (code === -1) return isAlive(pid) ? 'alive' : '';
  return output.replace(/\s+/g, ' ');
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
