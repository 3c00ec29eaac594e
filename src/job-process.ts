import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { RollupKeeper } from './bureau/index.js';
import { LiveMarkets } from './matching/index.js';
import type { Config } from './platform/config/config.js';
import { NestLogger } from './platform/logging/logger.js';
import { JobRunner } from './platform/queue/job-runner.js';
import { Traces } from './platform/traces/traces.js';

/** Builds and starts the job process: the same modules, no HTTP. `close()` lets running jobs end. */
export async function startJobProcess(
  config: Config,
  logger: Logger,
  { schedules = true } = {},
): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config, logger), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  await app.get(Traces).start(config.settings.OTEL_EXPORTER_OTLP_ENDPOINT, 'gongji-worker', logger);
  await app.get(JobRunner).start(schedules);
  await app.get(LiveMarkets).start();
  await app.get(RollupKeeper).start();
  return app;
}
