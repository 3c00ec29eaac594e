import { codeOf } from '../../errors/error-code.js';
import { EmbeddedServerError, ownServerHint } from './embedded-server.error.js';
import { run, type RunAs } from './run.js';

const name = 'postgres';
const hint = `Start Gongji as an ordinary user. ${ownServerHint}`;

/**
 * The user the server runs as: this process's own (undefined), or, because PostgreSQL refuses to run as root, the
 * system user `postgres`, which is made where there is none.
 * @throws EmbeddedServerError NO_SERVER_USER when it cannot be made or switched to.
 */
export async function serverUser(log: (line: string) => void): Promise<RunAs> {
  if (process.getuid?.() !== 0) return undefined;
  const user = (await findUser()) ?? (await makeUser(log));
  try {
    await run('true', [], user);
  } catch (error) {
    if (!['EPERM', 'EINVAL'].includes(codeOf(error) ?? '')) throw error;
    const message = `Gongji runs as root, and the system does not let it run the database as user "${name}".`;
    throw new EmbeddedServerError('NO_SERVER_USER', message, hint, { cause: error });
  }
  return user;
}

async function findUser(): Promise<RunAs> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name], undefined)));
  if (uid?.code !== 0 || gid?.code !== 0) return undefined;
  return { name, uid: Number(uid.output), gid: Number(gid.output) };
}

async function makeUser(log: (line: string) => void): Promise<RunAs> {
  const flags = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ];
  const reason = await outputOf('useradd', [...flags, name]);
  const user = await findUser();
  if (user) {
    log(`PostgreSQL does not run as root: made the system user "${name}" for it.`);
    return user;
  }
  const message = `PostgreSQL does not run as root, and the system user "${name}" could not be made: ${reason}`;
  throw new EmbeddedServerError('NO_SERVER_USER', message, hint);
}

async function outputOf(command: string, args: readonly string[]): Promise<string> {
  try {
    return (await run(command, args, undefined)).output;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return `there is no ${command} on this system`;
  }
}
