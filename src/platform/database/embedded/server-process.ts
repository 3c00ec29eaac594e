import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries } from './binaries.js';
import { type DataFolder } from './data-folder.js';
import { EmbeddedServerError, ownServerHint } from './embedded-server.error.js';
import { readTextIfThere, statIfThere } from './files.js';
import { portTaken } from './port.js';
import { childOptions, type RunAs, spawned } from './run.js';
import { settings } from './server-settings.js';
import { shutDown } from './shut-down.js';

export interface LaunchSettings {
  readonly folder: DataFolder;
  readonly binaries: Binaries;
  readonly user: RunAs;
  readonly persistent: boolean;
  readonly port: number;
}

/** A PostgreSQL server that takes connections. */
export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the server has ended, whoever ended it. */
  readonly exited: Promise<void>;
  /** Ends it as pg_ctl's fast shutdown does; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Recovery after a crash can take long; a server that is not ready after this will not be. */
const readyWithinMs = 180_000;
/** For the processes of a server that was killed to let go of its shared memory. */
const memoryWithinMs = 15_000;
const pollMs = 20;

/**
 * Starts the server and waits until it takes connections.
 * @throws EmbeddedServerError PORT_TAKEN, START_FAILED.
 */
export async function startServerProcess(launch: LaunchSettings): Promise<ServerProcess> {
  const deadline = performance.now() + memoryWithinMs;
  for (;;) {
    const server = await spawnServer(launch);
    if (await becomesReady(server, launch.folder)) return server;
    await server.stop();
    const said = (await readTextIfThere(launch.folder.log)) ?? '';
    if (/could not bind IPv4 address/.test(said)) throw portTaken(launch.port);
    // Backends of a postmaster that was killed are still at work on this cluster: PostgreSQL rightly waits for them.
    if (!/is still in use/.test(said) || performance.now() > deadline) throw startFailed(launch.folder, said);
    await sleep(200);
  }
}

async function spawnServer({ folder, binaries, user, port, persistent }: LaunchSettings): Promise<ServerProcess> {
  if (await statIfThere(folder.log)) await rename(folder.log, `${folder.log}.1`);
  const log = await open(folder.log, 'wx', 0o600);
  try {
    const args = settings(port, persistent).flatMap((setting) => ['-c', setting]);
    const child = await spawned(
      spawn(binaries.postgres, ['-D', folder.cluster, ...args], {
        ...childOptions(user),
        // In a session of its own: Ctrl-C in the terminal must not end it before the application has closed its connections.
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      }),
    );
    // It is the watchdog, not a waiting event loop, that sees to it that the server ends with us.
    child.unref();
    const exited =
      child.exitCode === null && child.signalCode === null
        ? once(child, 'exit').then(() => undefined)
        : Promise.resolve();
    const gone = (withinMs: number) => endsWithin(exited, withinMs);
    const stop = () => shutDown((signal) => void child.kill(signal), gone);
    return { pid: child.pid, exited, stop };
  } finally {
    await log.close();
  }
}

/** Whether the promise resolves within that time; the timer keeps this process alive that long, and no longer. */
async function endsWithin(ended: Promise<void>, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, withinMs, false)));
  try {
    return await Promise.race([ended.then(() => true), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Line 8 of postmaster.pid is the server's state; pg_ctl reads it too. */
async function becomesReady({ pid, exited }: ServerProcess, { cluster }: DataFolder): Promise<boolean> {
  const deadline = performance.now() + readyWithinMs;
  for (;;) {
    const lines = ((await readTextIfThere(join(cluster, 'postmaster.pid'))) ?? '').split('\n');
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return true;
    if ((await endsWithin(exited, pollMs)) || performance.now() > deadline) return false;
  }
}

function startFailed({ log }: DataFolder, said: string): EmbeddedServerError {
  const reasons = said.split('\n').flatMap((line) => /(?:FATAL|PANIC|postgres): +(.*)$/.exec(line)?.[1] ?? []);
  return new EmbeddedServerError(
    'START_FAILED',
    `The embedded database did not start: ${reasons.join(' ') || 'it gave no reason'}`,
    `What it said is in ${log}. ${ownServerHint}`,
  );
}
