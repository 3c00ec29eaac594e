import { createServer } from 'node:net';
import { Command } from 'commander';
import { Config } from '../platform/config/config.js';
import { codeOf } from '../platform/errors/index.js';
import { migrate } from '../platform/database/migrate.js';
import { type DatabaseAccess, openDatabaseServer } from './database-server.js';
import { loadDemoIfEmpty } from './demo.command.js';
import { firstMatching, printDemoLogins, printMatching } from './first-matching.js';
import { Processes } from './processes.js';
import { loadReferenceInto } from './reference.js';
import { StartError } from './start-error.js';

/** `gongji up` (npm start): database, migrations, demo region, API and job process, until Ctrl-C. */
export function upCommand(): Command {
  return new Command('up').description('start everything: database, API and job process').action(async () => {
    const config = Config.fromEnvironment();
    await refuseTakenPort(config);
    const server = await openDatabaseServer(config);
    try {
      await serve(config, server);
    } finally {
      await server.stop();
    }
  });
}

async function serve(config: Config, server: DatabaseAccess): Promise<void> {
  const applied = await migrate(server.url);
  if (applied.length > 0) console.log(`Database: ${applied.length} migrations applied.`);
  await loadReferenceInto(server.url);
  const demo = config.settings.DEMO && server.embedded ? await loadDemoIfEmpty(server.url, config) : undefined;
  if (demo)
    console.log(
      `Demo region: ${demo.enterprises} enterprises, ${demo.workers} workers, ${demo.needs} needs with ${demo.positions} positions.`,
    );

  const processes = new Processes();
  const ended = new Promise<void>((resolve, reject) => {
    processes.onFailure = (name, code) =>
      reject(new StartError(`The ${name} process ended by itself (code ${String(code)}); see the lines above.`));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  try {
    const env = { ...process.env, DATABASE_URL: server.url, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' };
    await Promise.race([startAll(processes, env).then(() => report(config, server.url)), ended]);
    await ended;
    console.log('\nStopping …');
  } finally {
    await processes.stop();
  }
}

async function startAll(processes: Processes, env: NodeJS.ProcessEnv): Promise<void> {
  const port = Number(env['METRICS_PORT'] ?? 0);
  const workerEnv = { ...env, METRICS_PORT: String(port && port + 1) };
  await Promise.all([processes.start('main', env), processes.start('worker', workerEnv)]);
}

async function report(config: Config, databaseUrl: string): Promise<void> {
  const base = `http://${config.settings.HOST}:${config.settings.PORT}`;
  console.log(
    `\nGongji 共济 is running.\n  Console   ${base}/\n  GraphQL   ${base}/graphql${config.showsSchema ? `\n  GraphiQL  ${base}/graphiql` : ''}\n  Health    ${base}/health/ready`,
  );
  await printDemoLogins(databaseUrl);
  const run = await firstMatching(databaseUrl);
  if (run) await printMatching(databaseUrl, run);
  console.log('\nCtrl-C stops everything.');
}

async function refuseTakenPort({ settings: { HOST, PORT } }: Config): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(PORT, HOST, resolve));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRINUSE')
      throw new StartError(
        `Port ${PORT} is taken by another program. Stop it, or choose another port: PORT=3001 npm start`,
      );
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new StartError(`Cannot listen on ${HOST}:${PORT} (${code}). Choose another with HOST and PORT.`);
    throw error;
  } finally {
    probe.close();
  }
}
