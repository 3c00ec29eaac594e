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
    const config = Config.fromEnvironment({ ...process.env, DATABASE_URL: server.url });
    const logger = createLogger('error', 'cli');
    const app = await NestFactory.createApplicationContext(AppModule.with(config, logger), {
      logger: new NestLogger(logger),
      abortOnError: false,
    });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await server.stop();
  }
}
