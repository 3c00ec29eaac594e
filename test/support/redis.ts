import { connect } from 'node:net';

const url = new URL(process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379');

/** The address of a Redis that answers, or undefined: then the Redis part says in one line that it did not run. */
export async function reachableRedis(): Promise<string | undefined> {
  const answers = await new Promise<boolean>((resolve) => {
    const socket = connect(Number(url.port || 6379), url.hostname, () => socket.write('PING\r\n'));
    const done = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once('error', () => done(false));
    socket.once('data', (bytes) => done(bytes.toString().startsWith('+PONG')));
  });
  return answers ? url.href : undefined;
}
