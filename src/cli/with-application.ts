import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { Config } from '../platform/config/config.js';
import { migrate } from '../platform/database/migrate.js';
import { createLogger, NestLogger } from '../platform/logging/logger.js';
import { joinDatabaseServer } from './database-server.js';

/** Runs `work` in the application, on its database brought up to date, without serving anything. */
export async function withApplication<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const server = await joinDatabaseServer(Config.fromEnvironment());
  try {
    await migrate(server.url);
    return await withContext(server.url, Config.fromEnvironment(), work);
  } finally {
    await server.stop();
  }
}

/** Runs `work` in the application on a database that is up to date. */
export async function withContext<T>(
  url: string,
  { settings }: Config,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const logger = createLogger('error', 'cli');
  const config = new Config({ ...settings, DATABASE_URL: url });
  const app = await NestFactory.createApplicationContext(AppModule.with(config, logger), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
