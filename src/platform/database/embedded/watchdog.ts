import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { type DataFolder } from './data-folder.js';
import { childOptions, spawned } from './run.js';

/**
 * Waits at the end of a pipe whose other end only the starter holds: it closes when the starter is gone, be it by
 * kill -9. Then it ends the server (by its number only while postmaster.pid names it) and removes the folders given.
 */
const script = `
while read -r line; do :; done
cluster=$1 server=$2 signal=$3
shift 3
pid=
if [ -e "$cluster/postmaster.pid" ]; then read -r pid < "$cluster/postmaster.pid"; fi
if [ "$pid" = "$server" ]; then
  kill -s "$signal" "$server"
fi
if [ $# -gt 0 ]; then
  sleep 1
  rm -rf -- "$@"
fi
`;

/** Sees to it that a server does not outlive this process. The result calls the watchdog off. */
export async function watchOver(
  folder: DataFolder,
  server: number,
  removeAtEnd: readonly string[],
): Promise<() => void> {
  const signal = removeAtEnd.length > 0 ? 'QUIT' : 'INT';
  const child = await spawned(
    spawn('/bin/sh', ['-c', script, 'gongji-watchdog', folder.cluster, String(server), signal, ...removeAtEnd], {
      ...childOptions(undefined),
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    }),
  );
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return () => void child.kill('SIGKILL');
}
