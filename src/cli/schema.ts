import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { printSchema as print } from 'graphql';
import { createApi } from '../api.js';
import { Config } from '../platform/config/config.js';
import { startEmbeddedServer } from '../platform/database/embedded/index.js';
import { migrate } from '../platform/database/migrate.js';
import { createLogger } from '../platform/logging/logger.js';

/** The GraphQL schema as text, as the API serves it: built by the application itself on a throw-away server. */
export async function printSchema(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gongji-schema-'));
  const server = await startEmbeddedServer({ dataDir, persistent: false });
  try {
    await migrate(server.url);
    const config = Config.fromEnvironment({ NODE_ENV: 'test', DATABASE_URL: server.url, DATA_DIR: dataDir });
    const app = await createApi(config, createLogger('error', 'docs'));
    await app.init();
    const text = print(app.get(GraphQLSchemaHost).schema);
    await app.close();
    return `${text}\n`;
  } finally {
    await server.stop();
  }
}
