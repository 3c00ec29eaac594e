import { once } from 'node:events';
import { createServer } from 'node:net';
import { codeOf } from '../../errors/error-code.js';
import { EmbeddedServerError, ownServerHint } from './embedded-server.error.js';

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return listenOnce(0);
}

/** Whether a server could listen on this port of 127.0.0.1 at this moment. */
export async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port);
    return true;
  } catch (error) {
    if (!['EADDRINUSE', 'EACCES'].includes(codeOf(error) ?? '')) throw error;
    return false;
  }
}

export function portTaken(port: number): EmbeddedServerError {
  return new EmbeddedServerError(
    'PORT_TAKEN',
    `The embedded database cannot listen on port ${port} of 127.0.0.1: another program does, or this user may not.`,
    `Stop the other program, or leave the choice of the port to Gongji. ${ownServerHint}`,
  );
}

async function listenOnce(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address with a port');
  return address.port;
}
